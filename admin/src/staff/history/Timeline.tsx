import { type HttpError, useLogList } from '@refinedev/core';
import { keepPreviousData } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../../crud/page/Part';
import type { HistoryQuery } from '../../generated/graphql';
import { useRole } from '../../shell/session-context';
import { Entries } from './ChangeEntry';
import { inRuns } from './model';
import './history.css';

const pageSize = 10;
const most = 100;

interface Props {
  /** The row whose changes are told. */
  id: string;
  /** With those of what it is made of, such as the lines of a sheet. */
  parts?: boolean;
  title?: string;
}

/**
 * What was changed of a thing, by whom, when and why, the latest first: a part of its page that reads for itself, so that any
 * page can have it. Analysts have no history: nothing is shown to them.
 */
export function Timeline({ id, parts = false, title }: Props) {
  const { t } = useTranslation();
  const role = useRole();
  const [wanted, setWanted] = useState(pageSize);
  const open = role !== 'ANALYST';
  // One more than is shown, to know whether there is more.
  const first = Math.min(wanted + 1, most);
  const { data, error, isFetching, refetch } = useLogList<HistoryQuery['history'], HttpError>({
    resource: 'history',
    meta: { id, first, parts },
    queryOptions: { enabled: open, placeholderData: keepPreviousData },
  });
  if (!open) return null;
  const changes = data?.slice(0, wanted);
  return (
    <Part title={title ?? t('history.title')}>
      {error && !changes && (
        <p role="alert">
          {error.message}{' '}
          <Button size="small" onClick={() => void refetch()}>
            {t('history.again')}
          </Button>
        </p>
      )}
      {!changes && !error && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {changes?.length === 0 && <p className="quiet">{t('history.empty')}</p>}
      {changes && changes.length > 0 && <Entries runs={inRuns(changes, id)} of={id} />}
      {changes && data && data.length > wanted && wanted < most && (
        <Button
          className="no-print timeline-more"
          loading={isFetching}
          onClick={() => setWanted((shown) => Math.min(shown + pageSize * 2, most))}
        >
          {t('history.more')}
        </Button>
      )}
      {wanted >= most && data?.length === most && <p className="quiet">{t('history.most', { count: most })}</p>}
    </Part>
  );
}
