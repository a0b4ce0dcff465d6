import { type HttpError, useList } from '@refinedev/core';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../crud/define';
import { CreatePage } from '../../crud/form/FormPage';
import { resourceOf } from '../../crud/registry';
import { valueAt } from '../../crud/row';
import { formatDay } from '../../i18n/format';
import { nextPlan } from './next-plan';

/** A new plan: it follows the last one, as its name and days propose. */
export function NewPlanPage() {
  const { t } = useTranslation();
  const resource = resourceOf('Plan');
  const { query, result } = useList<Row & { name: string; endsOn: string }, HttpError>({
    resource: 'plans',
    pagination: { currentPage: 1, pageSize: 1, mode: 'server' },
    sorters: [{ field: 'endsOn', order: 'desc' }],
    meta: { paths: ['name', 'endsOn', 'epci.planMaxYears'] },
    // A form starts from what there is now.
    queryOptions: { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
    errorNotification: false,
  });
  if (!resource?.form) return null;
  if (query.isLoading) return <Skeleton active paragraph={{ rows: 8 }} className="page" />;
  const last = result.data[0];
  if (!last) return <CreatePage resource={resource} sections={resource.form} />;
  const years = Number(valueAt(last, 'epci.planMaxYears'));
  const { name, ...days } = nextPlan([last], years);
  return (
    <CreatePage
      resource={resource}
      sections={resource.form}
      start={{ ...days, name: t('plan.name', { years: name }) }}
      note={t('plan.follows', { name: last.name, day: formatDay(last.endsOn), count: years })}
    />
  );
}
