import { useLocale } from '../kit/language.js';
import { enterAs, personas } from './auth.js';
import { Entries } from './Entries.js';
import { useRoleNames, useTexts } from './texts.js';
import { useOnce } from './use-once.js';

/** One-click entries of the demonstration; nothing elsewhere. */
export function Personas({ onEntered }: { onEntered: () => Promise<void> }) {
  const t = useTexts();
  const { locale } = useLocale();
  const people = useOnce(() => personas(locale));
  const roleNames = useRoleNames();
  if (!people?.length) return null;
  const entries = people.map(({ key, displayName, role, description }) => ({
    key,
    name: displayName,
    detail: (
      <>
        <span className="persona-role">{roleNames[role] ?? role}</span>
        {description ? ` · ${description}` : ''}
      </>
    ),
  }));
  return (
    <section className="stack personas" aria-labelledby="demo">
      <div className="stack stack-close">
        <h2 id="demo">{t('demo')}</h2>
        <p className="soft small">{t('demoHelp')}</p>
      </div>
      <Entries
        entries={entries}
        onEnter={async (key) => {
          await enterAs(locale, key);
          await onEntered();
        }}
      />
      <p className="soft small">
        {t('demoMail')} <a href="/mailbox">{t('mailbox')}</a>
      </p>
    </section>
  );
}
