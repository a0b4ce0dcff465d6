import { Alert, Button, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fact, Facts } from '../../crud/page/Facts';
import { Part } from '../../crud/page/Part';
import { StateTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { HealthDocument } from '../../generated/graphql';
import { formatAgo, formatInstant, formatNumber, formatSize } from '../../i18n/format';
import { usePage } from '../../providers/use-read';
import { Closed } from '../../shell/NotFound';
import { useRole } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { backupLooks, type HealthRead, lastRunFailed } from './model';
import { seesHealth } from './roles';
import { Warnings } from './Warnings';
import './health.css';

/** How the installation is: what is wrong first, then checks, backups, versions and sizes, mails and jobs. */
export function HealthPage() {
  const { t } = useTranslation();
  const open = seesHealth(useRole());
  const { data, error, isFetching, refetch } = usePage('Health', HealthDocument, {}, open);
  const title = t('health.title');
  usePageTitle(title);
  if (!open) return <Closed />;
  return (
    <article className="page narrow-page" aria-labelledby="page-title">
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title" tabIndex={-1}>
            {title}
          </Typography.Title>
        </div>
        <Button loading={isFetching} onClick={() => void refetch()}>
          {t('health.again')}
        </Button>
      </header>
      {error && <Alert type="error" showIcon message={error.message} role="alert" />}
      {!data && !error && <Skeleton active />}
      {data && <Sections read={data} />}
    </article>
  );
}

function Sections({ read }: { read: HealthRead }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { checks, backups, jobs, ...health } = read.health;
  const count = (state: string) => formatNumber(read.undeliveredMails.filter((mail) => mail.state === state).length);
  const size = (bytes: number | null | undefined) => (bytes == null ? t('health.unknown') : formatSize(bytes));
  return (
    <>
      <Warnings read={read} />
      <Part title={t('health.checks.title')}>
        <ul className="plain-list health-lines">
          {checks.map(({ name, ok }) => (
            <li key={name}>
              <div>
                {words.code('HealthCheckName', name)}
                <p className="quiet">{words.codeHelp('HealthCheckName', name)}</p>
              </div>
              <StateTag state={ok ? 'MET' : 'NOT_MET'}>{t(ok ? 'health.checks.ok' : 'health.checks.not')}</StateTag>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('health.backups.title')}>
        <Facts>
          <Fact label={t('health.backups.standing')}>
            <StateTag state={backupLooks[backups.standing]}>{words.code('BackupStanding', backups.standing)}</StateTag>
          </Fact>
          <Fact label={t('health.backups.made')}>
            <Moment at={backups.madeAt} />
          </Fact>
          <Fact label={t('health.backups.verified')}>
            <Moment at={backups.verifiedAt} />
          </Fact>
          {backups.failedAt && (
            <Fact label={t('health.backups.failed')}>
              <Moment at={backups.failedAt} />
            </Fact>
          )}
          {backups.verifiedAt && <Fact label={t('health.backups.size')}>{size(backups.bytes)}</Fact>}
        </Facts>
      </Part>
      <Part title={t('health.installation.title')}>
        <Facts>
          <Fact label={t('health.installation.parvis')}>{health.version}</Fact>
          <Fact label={t('health.installation.postgresql')}>{health.postgresql}</Fact>
          <Fact label={t('health.installation.started')}>
            <Moment at={health.startedAt} />
          </Fact>
          <Fact label={t('health.installation.database')}>{size(health.databaseBytes)}</Fact>
          <Fact label={t('health.installation.free')}>
            {health.freeBytes == null ? t('health.installation.elsewhere') : formatSize(health.freeBytes)}
          </Fact>
        </Facts>
      </Part>
      <Part title={t('health.mails.title')} extra={<Link to="/undelivered-mails">{t('health.mails.see')}</Link>}>
        <Facts>
          <Fact label={t('health.mails.waiting')}>{formatNumber(health.waitingMails)}</Fact>
          <Fact label={t('health.mails.failed')}>{count('FAILED')}</Fact>
          <Fact label={t('health.mails.uncertain')}>{count('UNCERTAIN')}</Fact>
        </Facts>
      </Part>
      <Part title={t('health.jobs.title')}>
        <ul className="plain-list health-lines">
          {jobs.map((job) => (
            <li key={job.name}>
              <div>
                {words.code('JobName', job.name)}
                <p className="quiet">{words.codeHelp('JobName', job.name)}</p>
              </div>
              <div className="health-runs">
                {job.ranAt ? (
                  <>
                    <span className="quiet">{t('health.jobs.ran')}</span> <Moment at={job.ranAt} />
                  </>
                ) : (
                  <span className="quiet">{t('health.jobs.never')}</span>
                )}
                {lastRunFailed(job) && (
                  <>
                    <span className="quiet">{t('health.jobs.failed')}</span> <Moment at={job.failedAt} />
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

/** An instant, and how long ago it was. */
function Moment({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation();
  return at ? (
    <span>
      {formatInstant(at)} <span className="quiet">({formatAgo(at)})</span>
    </span>
  ) : (
    <span className="quiet">{t('health.never')}</span>
  );
}
