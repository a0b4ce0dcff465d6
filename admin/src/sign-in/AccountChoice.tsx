import { useState } from 'react';
import { useLocale } from '../light/i18n.js';
import { FailureNotice } from '../light/parts.js';
import { useAction } from '../light/use-query.js';
import { type Account, enterAccount } from './auth.js';
import { Heading } from './Heading.js';
import { useRoleNames, useTexts } from './texts.js';

/** Which of their accounts somebody begins with, where one password opens several. */
export function AccountChoice({
  accounts,
  onEntered,
}: {
  accounts: readonly Account[];
  onEntered: () => Promise<void>;
}) {
  const t = useTexts();
  const { locale } = useLocale();
  const roleNames = useRoleNames();
  const [pressed, setPressed] = useState<string | null>(null);
  const entering = useAction(async ({ id, current }: Account) => {
    setPressed(id);
    if (!current) await enterAccount(locale, id);
    await onEntered();
  });
  return (
    <section className="card stack">
      <Heading>{t('choice.title')}</Heading>
      <p>{t('choice.lead')}</p>
      {entering.failure ? <FailureNotice failure={entering.failure} /> : null}
      <ul className="stack stack-close">
        {accounts.map((account) => (
          <li key={account.id}>
            <button
              type="button"
              className="card persona"
              aria-disabled={entering.sending || undefined}
              onClick={() => void entering.send(account)}
            >
              <span>
                <strong>{account.epci ?? account.displayName}</strong>
                <span className="soft small">
                  {account.epci ? `${account.displayName} · ` : ''}
                  {roleNames[account.role] ?? account.role}
                </span>
              </span>
              {entering.sending && pressed === account.id ? (
                <span className="spinner" aria-hidden="true" />
              ) : (
                <span className="persona-enter" aria-hidden="true">
                  {t('enterAs')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
