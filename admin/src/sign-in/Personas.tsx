import { useState } from 'react';
import { useLocale } from '../light/i18n.js';
import { FailureNotice } from '../light/parts.js';
import { useAction } from '../light/use-query.js';
import { enterAs, personas } from './auth.js';
import { useRoleNames, useTexts } from './texts.js';
import { useOnce } from './use-once.js';

/** One-click entries of the demonstration; nothing elsewhere. */
export function Personas({ onEntered }: { onEntered: () => Promise<void> }) {
  const t = useTexts();
  const { locale } = useLocale();
  const people = useOnce(() => personas(locale));
  const [pressed, setPressed] = useState<string | null>(null);
  const entering = useAction(async (key: string) => {
    setPressed(key);
    await enterAs(locale, key);
    await onEntered();
  });
  const roleNames = useRoleNames();
  if (!people?.length) return null;
  return (
    <section className="stack personas" aria-labelledby="demo">
      <div className="stack stack-close">
        <h2 id="demo">{t('demo')}</h2>
        <p className="soft small">{t('demoHelp')}</p>
      </div>
      {entering.failure ? <FailureNotice failure={entering.failure} /> : null}
      <ul className="stack stack-close">
        {people.map(({ key, displayName, role, description }) => (
          <li key={key}>
            <button
              type="button"
              className="card persona"
              aria-disabled={entering.sending || undefined}
              onClick={() => void entering.send(key)}
            >
              <span>
                <strong>{displayName}</strong>
                <span className="soft small">
                  <span className="persona-role">{roleNames[role] ?? role}</span>
                  {description ? ` · ${description}` : ''}
                </span>
              </span>
              {entering.sending && pressed === key ? (
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
      <p className="soft small">
        {t('demoMail')} <a href="/mailbox">{t('mailbox')}</a>
      </p>
      <p className="hidden" role="status">
        {entering.sending ? t('opening') : ''}
      </p>
    </section>
  );
}
