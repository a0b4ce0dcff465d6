import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../crud/page/Missing';
import { resourceOf } from '../../crud/registry';
import { MeetingOnlyDocument } from '../../generated/graphql';
import { ApiError } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { MeetingFrame } from './MeetingFrame';

export function MeetingOnly({ id }: { id: string }) {
  const { i18n } = useTranslation();
  const resource = resourceOf('Meeting');
  const { data, isError, error, isPending, refetch } = useQuery({
    queryKey: ['read', 'MeetingOnly', id, i18n.language],
    queryFn: async ({ signal }) => {
      const { meeting } = await execute(MeetingOnlyDocument, { id }, { signal });
      if (!meeting) throw new ApiError('NOT_FOUND', '');
      return meeting;
    },
  });
  if (isError) return <Missing resource={resource} error={error} onRetry={refetch} />;
  if (isPending) return <Skeleton active paragraph={{ rows: 8 }} className="page" />;
  return <MeetingFrame meeting={data} />;
}
