import { dayWithoutWeekday } from '../kit/format.js';
import { useLocale } from '../kit/language.js';
import type { Tool } from './desk-model.js';
import { useTexts } from './texts.js';

/** What the EPCI shares with all its guichets; nothing while it shares nothing. */
export function Tools({ tools }: { tools: readonly Tool[] }) {
  const t = useTexts();
  const { locale } = useLocale();
  if (tools.length === 0) return null;
  const about = ({ kind, version, date }: Tool): string =>
    [
      t(`ToolKind.${kind}`),
      version && t('tools.version', { version }),
      date && t('tools.dated', { date: dayWithoutWeekday(date, locale) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section className="card stack" aria-labelledby="tools">
      <h2 id="tools">{t('tools.title')}</h2>
      <ul className="stack">
        {tools.map((tool) => (
          <li key={tool.id}>
            <a href={tool.link} target="_blank" rel="noreferrer">
              {tool.title}
            </a>
            <div className="soft small">{about(tool)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
