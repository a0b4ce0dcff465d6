import { useTranslation } from 'react-i18next';
import './campaign.css';

/** A bar towards "all signed". */
export function Progress({ signed, total }: { signed: number; total: number }) {
  const { t } = useTranslation();
  return (
    <span
      className="progress-track"
      role="progressbar"
      aria-label={t('campaign.progress')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={signed}
      aria-valuetext={t('campaign.signedOf', { count: signed, total })}
    >
      <span className="progress-bar" style={{ inlineSize: `${total === 0 ? 0 : (signed / total) * 100}%` }} />
    </span>
  );
}
