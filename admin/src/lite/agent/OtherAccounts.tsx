import { useLocale } from '../kit/language.js';
import { Button, FailureNotice } from '../kit/parts.js';
import { request } from '../kit/request.js';
import { forgetQueries, useAction } from '../kit/use-query.js';
import type { OwnAccount } from './model.js';
import { useTexts } from './texts.js';

/** The other accounts that the password opens, one press away: another EPCI, or a colleague who shares it. */
export function OtherAccounts({ accounts }: { accounts: readonly OwnAccount[] }) {
  const t = useTexts();
  const { locale } = useLocale();
  const others = accounts.filter(({ current }) => !current);
  const here = accounts.find(({ current }) => current);
  const going = useAction(async ({ id, role }: OwnAccount) => {
    await request('/auth/account', locale, { id });
    forgetQueries();
    location.assign(role === 'AGENT' ? '/agent' : '/');
    await new Promise(() => {});
  });
  if (others.length === 0) return null;
  return (
    <div className="stack stack-close no-print">
      <p className="soft small">{here?.epci}</p>
      {going.failure ? <FailureNotice failure={going.failure} /> : null}
      <ul className="others">
        {others.map((account) => (
          <li key={account.id}>
            <Button sending={going.sending} onPress={() => void going.send(account)}>
              {t('others.goOn', { name: nameOf(account, here) })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** By what it differs from where one is: the EPCI, else the person. */
const nameOf = ({ epci, displayName }: OwnAccount, here: OwnAccount | undefined): string =>
  epci && epci !== here?.epci ? epci : displayName;
