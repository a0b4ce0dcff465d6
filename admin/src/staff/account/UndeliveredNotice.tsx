import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UndeliveredMailsDocument } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';
import { useRole } from '../../shell/session-context';
import { managesAccounts } from './roles';
import './account.css';

/** Above the accounts: that some of them did not get their mail, and where these are. */
export function UndeliveredNotice() {
  const { t } = useTranslation();
  const { data } = useRead('UndeliveredMails', UndeliveredMailsDocument, {}, managesAccounts(useRole()));
  const count = data?.undeliveredMails.length ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      className="mails-notice"
      type="warning"
      showIcon
      message={t('account.mails.notice', { count })}
      action={<Link to="/undelivered-mails">{t('account.mails.see')}</Link>}
    />
  );
}
