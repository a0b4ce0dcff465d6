import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Part } from '../../crud/page/Part';
import { useSession } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { OwnPassword } from './OwnPassword';
import { OwnSessions } from './OwnSessions';
import './own-access.css';

/** One's own way in: the password, and where one is signed in. */
export function OwnAccessPage() {
  const { t } = useTranslation();
  const { email } = useSession();
  const title = t('ownAccess.title');
  usePageTitle(title);
  return (
    <article className="page narrow-page" aria-labelledby="page-title">
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title" tabIndex={-1}>
            {title}
          </Typography.Title>
          <p className="quiet">{email}</p>
        </div>
      </header>
      <Part title={t('ownAccess.sessions.title')}>
        <OwnSessions />
      </Part>
      <Part title={t('ownAccess.password.title')}>
        <OwnPassword />
      </Part>
    </article>
  );
}
