import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useVocabulary } from '../../crud/vocabulary';
import { formatInstant } from '../../i18n/format';
import { type HealthRead, lastRunFailed } from './model';

/** What is wrong, in words with what to do, or that nothing is. */
export function Warnings({ read: { health, undeliveredMails } }: { read: HealthRead }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { checks, backups, jobs } = health;
  const lacking = checks.filter(({ ok }) => !ok);
  const failed = jobs.filter(lastRunFailed);
  const when = backups.standing === 'FAILED' ? backups.failedAt : backups.verifiedAt;
  const backedUp = backups.standing === 'VERIFIED';
  if (lacking.length + failed.length + undeliveredMails.length === 0 && backedUp)
    return <Alert type="success" showIcon message={t('health.well')} />;
  return (
    <div className="health-warnings">
      {lacking.map(({ name }) => (
        <Alert
          key={name}
          type="error"
          showIcon
          message={t('health.warnings.check', { what: words.code('HealthCheckName', name) })}
        />
      ))}
      {!backedUp && (
        <Alert
          type="warning"
          showIcon
          message={t(`health.warnings.${backups.standing}`, { when: when ? formatInstant(when) : '' })}
        />
      )}
      {failed.map(({ name }) => (
        <Alert
          key={name}
          type="warning"
          showIcon
          message={t('health.warnings.job', { job: words.code('JobName', name) })}
        />
      ))}
      {undeliveredMails.length > 0 && (
        <Alert
          type="warning"
          showIcon
          message={t('health.warnings.mails', { count: undeliveredMails.length })}
          action={<Link to="/undelivered-mails">{t('account.mails.see')}</Link>}
        />
      )}
    </div>
  );
}
