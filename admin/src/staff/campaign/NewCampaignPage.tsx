import { Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../crud/page/Missing';
import { CampaignStartDocument, type CampaignStartQuery } from '../../generated/graphql';
import { usePageTitle } from '../../shell/use-page-title';
import { Preparation } from './Preparation';
import './campaign.css';
import { usePage } from '../../providers/use-read';

export type Start = CampaignStartQuery;

/** A new campaign: for which plan, then what would become of each guichet, then all drafts at once. */
export function NewCampaignPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = usePage('CampaignStart', CampaignStartDocument, {});
  usePageTitle(t('campaign.new'));
  return (
    <section className="page" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {t('campaign.new')}
      </Typography.Title>
      <p className="quiet campaign-lead">{t('campaign.lead')}</p>
      {error && !data ? (
        <Missing error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Preparation start={data} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </section>
  );
}
