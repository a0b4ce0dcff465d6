import { useLocale } from '../kit/language.js';
import { type Account, enterAccount } from './auth.js';
import { Entries } from './Entries.js';
import { Heading } from './Heading.js';
import { useRoleNames, useTexts } from './texts.js';

interface Props {
  accounts: readonly Account[];
  onEntered: () => Promise<void>;
}

/** Which of their accounts somebody begins with, where one password opens several. */
export function AccountChoice({ accounts, onEntered }: Props) {
  const t = useTexts();
  const { locale } = useLocale();
  const roleNames = useRoleNames();
  const entries = accounts.map(({ id, epci, displayName, role }) => ({
    key: id,
    name: epci ?? displayName,
    detail: [epci && displayName, roleNames[role] ?? role].filter(Boolean).join(' · '),
  }));
  return (
    <section className="card stack">
      <Heading>{t('choice.title')}</Heading>
      <p>{t('choice.lead')}</p>
      <Entries
        entries={entries}
        onEnter={async (id) => {
          if (!accounts.find((account) => account.id === id)?.current) await enterAccount(locale, id);
          await onEntered();
        }}
      />
    </section>
  );
}
