import { capital, dayWithoutWeekday, timeInWords, weekdayName } from '../kit/format.js';
import { useLocale } from '../kit/language.js';
import { useAgent } from './context.js';
import { type Desk, fullName, type OpeningHours, weekdays } from './desk-model.js';
import { Papers } from './Papers.js';
import { useTexts } from './texts.js';

/** The convention in a few lines. */
export function ConventionInForce({ convention }: { convention: Desk['conventionInForce'] }) {
  const t = useTexts();
  const { locale } = useLocale();
  if (!convention)
    return (
      <div className="stack stack-close">
        <h3>{t('desk.convention')}</h3>
        <p>{t('desk.noConvention')}</p>
      </div>
    );
  const start = dayWithoutWeekday(convention.startsOn, locale);
  const end = dayWithoutWeekday(convention.endsOn, locale);
  const yesOrNo = (value: boolean) => t(value ? 'desk.yes' : 'desk.no');
  const facts: readonly [string, string][] = [
    [t('desk.term'), t('desk.termText', { start, end })],
    [t('desk.registers'), yesOrNo(convention.registers)],
    [t('desk.dossier'), yesOrNo(convention.dossierUnique)],
  ];
  return (
    <div className="stack stack-close">
      <h3>{t('desk.conventionNumber', { number: convention.convention.number })}</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Papers version={convention} />
    </div>
  );
}

export function Colleagues({ desk }: { desk: Desk }) {
  const t = useTexts();
  const own = useAgent().home.me?.agent?.id;
  const colleagues = desk.assignments.nodes.map(({ agent }) => agent).filter(({ id }) => id !== own);
  return (
    <div className="stack stack-close">
      <h3>{t('desk.colleagues')}</h3>
      {colleagues.length === 0 ? (
        <p>{t('desk.alone')}</p>
      ) : (
        <ul className="stack stack-close">
          {colleagues.map((agent) => (
            <li key={agent.id}>
              {fullName(agent)}
              {agent.jobTitle ? <span className="soft"> · {agent.jobTitle}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Days without hours are said to be closed; hours never entered are said to be so. */
export function Hours({ hours }: { hours: OpeningHours | null }) {
  const t = useTexts();
  const { locale } = useLocale();
  const ranges = (day: (typeof weekdays)[number]): string =>
    (hours?.[day] ?? [])
      .map(([start, end]) => t('desk.range', { start: timeInWords(start, locale), end: timeInWords(end, locale) }))
      .join(', ');
  return (
    <div className="stack stack-close">
      <h3>{t('desk.hours')}</h3>
      {hours === null ? (
        <p>{t('desk.noHours')}</p>
      ) : (
        <dl className="facts hours">
          {weekdays.map((day, index) => (
            <div key={day}>
              <dt className="soft">{capital(weekdayName(index, locale))}</dt>
              <dd>{ranges(day) || <span className="soft">{t('desk.closed')}</span>}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
