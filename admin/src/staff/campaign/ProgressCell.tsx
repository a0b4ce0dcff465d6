import { useTranslation } from 'react-i18next';
import type { CellProps } from '../../crud/define';
import { Progress } from './Progress';

/** How far a campaign is, in a list. */
export function ProgressCell({ row }: CellProps) {
  const { t } = useTranslation();
  const signed = Number(row.signedCount ?? 0);
  const total = Number(row.conventionCount ?? 0);
  return (
    <span className="progress-cell">
      <Progress signed={signed} total={total} />
      <span className="nowrap">{t('campaign.signedOf', { count: signed, total })}</span>
    </span>
  );
}
