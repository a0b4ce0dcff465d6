import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../crud/define';
import { AccountMailsDocument } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';
import { useRole } from '../../shell/session-context';
import { Mail } from './Mail';
import { managesAccounts } from './roles';
import './account.css';

/** The last link and the last digest that an account was sent, for whoever manages it. */
export function AccountMails({ row: { id } }: PageProps) {
  const { t } = useTranslation();
  const asked = managesAccounts(useRole());
  const { data } = useRead('AccountMails', AccountMailsDocument, { accountId: id }, asked);
  const mails = data?.accountMails ?? [];
  if (mails.length === 0) return null;
  return (
    <section className="account-mails" aria-labelledby="account-mails">
      <h2 className="quiet" id="account-mails">
        {t('account.mails.last')}
      </h2>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <Mail mail={mail} />
          </li>
        ))}
      </ul>
    </section>
  );
}
