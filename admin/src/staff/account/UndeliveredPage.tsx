import { Alert, Button, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { basePath, pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { UndeliveredMailsDocument } from '../../generated/graphql';
import { usePage } from '../../providers/use-read';
import { Closed } from '../../shell/NotFound';
import { useRole } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { Mail } from './Mail';
import { managesAccounts } from './roles';
import { useNewLink } from './use-new-link';

/** The mails that did not leave, or may not have: to whom, why, and the link anew. */
export function UndeliveredPage() {
  const { t } = useTranslation();
  const role = useRole();
  const words = useVocabulary();
  const open = managesAccounts(role);
  const newLink = useNewLink();
  const { data, error } = usePage('UndeliveredMails', UndeliveredMailsDocument, {}, open);
  const title = t('account.mails.title');
  usePageTitle(title, { above: [{ label: words.many('Account'), href: basePath('Account') }] });
  if (!open) return <Closed />;
  const mails = data?.undeliveredMails;
  return (
    <article className="page narrow-page" aria-labelledby="page-title">
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title" tabIndex={-1}>
            {title}
          </Typography.Title>
          <p className="quiet">{t('account.mails.lead')}</p>
        </div>
      </header>
      {error && <Alert type="error" showIcon message={error.message} role="alert" />}
      {!mails && !error && <Skeleton active />}
      {mails?.length === 0 && <p className="empty">{t('account.mails.none')}</p>}
      {mails && mails.length > 0 && (
        <section className="page-section">
          <ul className="mails">
            {mails.map((mail) => (
              <li key={mail.id}>
                <div>
                  <Link to={pathTo('Account', mail.accountId)}>
                    <strong>{mail.name}</strong>
                  </Link>{' '}
                  <span className="quiet">{mail.email}</span>
                  <Mail mail={mail} />
                  {mail.kind === 'DIGEST' && <p className="quiet">{t('account.mails.digest')}</p>}
                </div>
                {mail.kind !== 'DIGEST' && (
                  <Button
                    aria-label={t('account.mails.againTo', { name: mail.name })}
                    onClick={() => newLink.ask({ id: mail.accountId, name: mail.name })}
                  >
                    {t('account.mails.again')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {newLink.dialog}
    </article>
  );
}
