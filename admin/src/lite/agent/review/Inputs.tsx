import { useEffect, useId, useRef } from 'react';
import type { Weekday } from '../../../generated/graphql.js';
import { type Slot, weekdays } from '../../../opening-hours.js';
import { Field } from '../../kit/field.js';
import { capital, weekdayName } from '../../kit/format.js';
import { useLocale } from '../../kit/language.js';
import { useTexts } from '../texts.js';
import type { Typed } from './Correction.js';
import { competences, type FieldName, kinds, levels, modes, type TypedHours, type Version } from './model.js';
import { useReviewTexts } from './texts.js';

interface Props {
  readonly version: Version;
  readonly field: FieldName;
  readonly label: string;
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
}

/** The browser's own inputs, by the kind of the field. */
export function Inputs(props: Props) {
  const { version, field, label, value, onChange } = props;
  const t = useTexts();
  const own = useReviewTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  const kind = kinds[field];
  const input = () => {
    if (kind === 'hours') return <HoursInputs value={value as TypedHours} onChange={onChange} />;
    if (Array.isArray(value)) {
      const choices =
        kind === 'missions'
          ? version.referential.items.nodes.map(({ code, label: words }) => ({ code, words }))
          : kind === 'modes'
            ? modes.map((code) => ({ code, words: t(`ReceptionMode.${code}`) }))
            : competences.map((code) => ({ code, words: own(`Competence.${code}`) }));
      return <Choices label={label} choices={choices} value={value} onChange={onChange} />;
    }
    if (kind === 'truth' || kind === 'level') {
      const choices =
        kind === 'level'
          ? levels.map((code) => ({ code, words: t(`Level.${code}`) }))
          : [
              { code: 'true', words: t('desk.yes') },
              { code: 'false', words: t('desk.no') },
            ];
      return (
        <Choices
          label={label}
          choices={choices}
          value={[String(value)]}
          single
          onChange={([chosen = '']) => onChange(kind === 'level' ? chosen : chosen === 'true')}
        />
      );
    }
    if (kind === 'lines') return <Lines label={label} value={String(value)} onChange={onChange} />;
    return (
      <Field
        label={label}
        name={field}
        type={kind === 'day' ? 'date' : 'text'}
        autoComplete="off"
        maxLength={200}
        value={String(value)}
        onChange={onChange}
      />
    );
  };
  return <div ref={box}>{input()}</div>;
}

function Lines({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={4} maxLength={5000} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly { readonly code: string; readonly words: string }[];
  readonly value: readonly string[];
  /** One of them only. */
  readonly single?: boolean;
  readonly onChange: (codes: string[]) => void;
}

function Choices({ label, choices, value, single = false, onChange }: ChoicesProps) {
  const name = useId();
  const toggle = (code: string) => {
    if (single) return onChange([code]);
    // In the order of the list; what the list does not know stays.
    const known = choices.map((choice) => choice.code);
    const others = value.filter((one) => !known.includes(one));
    const on = (one: string) => (one === code ? !value.includes(code) : value.includes(one));
    return onChange([...known.filter(on), ...others]);
  };
  return (
    <fieldset className="ticks">
      <legend className="hidden">{label}</legend>
      {choices.map(({ code, words }) => (
        <label key={code} className="tick">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            checked={value.includes(code)}
            onChange={() => toggle(code)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function HoursInputs({ value, onChange }: { value: TypedHours; onChange: (value: TypedHours) => void }) {
  const t = useTexts();
  const own = useReviewTexts();
  const { locale } = useLocale();
  const change = (day: Weekday, index: number, given: Partial<Slot>) => {
    const slots = value.days[day].map((slot, at) => (at === index ? { ...slot, ...given } : slot));
    onChange({ ...value, days: { ...value.days, [day]: slots } });
  };
  return (
    <div className="stack stack-close">
      <p className="soft small">{own('hours.help')}</p>
      {weekdays.map((day, place) => {
        const name = capital(weekdayName(place, locale));
        return (
          <fieldset key={day} className="hours-day">
            <legend>{name}</legend>
            {value.days[day].map(({ from, to, weeks, byAppointment }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a slot has no identity but its place
              <div key={index} className="hours-span">
                <input
                  type="time"
                  aria-label={own('hours.start', { day: name, rank: index + 1 })}
                  value={from}
                  onChange={(event) => change(day, index, { from: event.target.value })}
                />
                <span aria-hidden="true">–</span>
                <input
                  type="time"
                  aria-label={own('hours.end', { day: name, rank: index + 1 })}
                  // The browser's clock ends at 23:59: midnight, typed as 00:00, is the end of the day.
                  value={to === '24:00' ? '00:00' : to}
                  onChange={(event) =>
                    change(day, index, { to: event.target.value === '00:00' ? '24:00' : event.target.value })
                  }
                />
                {weeks === 'ALL' && !byAppointment ? null : (
                  <span className="soft small">
                    {[
                      ...(weeks === 'ALL' ? [] : [t(`HoursWeeks.${weeks}`)]),
                      ...(byAppointment ? [t('desk.byAppointment')] : []),
                    ].join(', ')}
                  </span>
                )}
              </div>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
