import { type OpeningHours, type Slot, slotsOf, weekdays } from '../../opening-hours.js';
import { capital, dayWithoutWeekday, timeInWords, weekdayName } from '../kit/format.js';
import { useLocale } from '../kit/language.js';
import { useAgent } from './context.js';
import { type Desk, fullName } from './desk-model.js';
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
  return (
    <div className="stack stack-close">
      <h3>{t('desk.hours')}</h3>
      {hours === null ? <p>{t('desk.noHours')}</p> : <Week hours={hours} />}
    </div>
  );
}

/** A line for each day of the week, and the remark. */
export function Week({ hours }: { hours: OpeningHours }) {
  const t = useTexts();
  const { locale } = useLocale();
  const say = ({ from, to, weeks, byAppointment }: Slot): string =>
    [
      t('desk.range', { start: timeInWords(from, locale), end: timeInWords(to, locale) }),
      ...(weeks === 'ALL' ? [] : [t(`HoursWeeks.${weeks}`)]),
      ...(byAppointment ? [t('desk.byAppointment')] : []),
    ].join(', ');
  return (
    <>
      <dl className="facts hours">
        {weekdays.map((day, index) => {
          const slots = slotsOf(hours, day);
          return (
            <div key={day}>
              <dt className="soft">{capital(weekdayName(index, locale))}</dt>
              <dd>
                {slots.length === 0 ? (
                  <span className="soft">{t('desk.closed')}</span>
                ) : slots.every(({ weeks, byAppointment }) => weeks === 'ALL' && !byAppointment) ? (
                  slots.map(say).join(', ')
                ) : (
                  slots.map((slot) => <div key={`${slot.from} ${slot.weeks}`}>{say(slot)}</div>)
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {hours.remark ? <p className="soft">{hours.remark}</p> : null}
    </>
  );
}
