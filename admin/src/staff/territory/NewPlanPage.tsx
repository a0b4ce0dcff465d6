import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { CreatePage } from '../../crud/form/FormPage';
import { resourceOf } from '../../crud/registry';
import { LastPlanDocument } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { usePage } from '../../providers/use-read';

/** A new plan: it follows the last one, as its name and days propose. */
export function NewPlanPage() {
  const { t } = useTranslation();
  const resource = resourceOf('Plan');
  // A form starts from what there is now.
  const { data, isFetchedAfterMount } = usePage('LastPlan', LastPlanDocument, {});
  if (!resource?.form) return null;
  if (!isFetchedAfterMount) return <Skeleton active paragraph={{ rows: 8 }} className="page" />;
  const last = data?.plans.nodes[0];
  if (!last) return <CreatePage resource={resource} sections={resource.form} />;
  const { years, ...days } = last.following;
  return (
    <CreatePage
      resource={resource}
      sections={resource.form}
      start={{ ...days, name: t('plan.name', { years }) }}
      note={t('plan.follows', { name: last.name, day: formatDay(last.endsOn), count: last.epci.planMaxYears })}
    />
  );
}
