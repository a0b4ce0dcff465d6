import { CloseOutlined, CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { type OpeningHours, parseOpeningHours, type Weekday, weekdays, weeklyMinutes } from '../value/opening-hours';

interface Props {
  id?: string;
  value?: unknown;
  onChange?: ((value: OpeningHours | null) => void) | undefined;
  onBlur?: () => void;
}

const usual: [string, string][] = [
  ['09:00', '12:00'],
  ['14:00', '17:00'],
];

/** Weekly opening hours: spans by weekday, copied to the other working days in one press. */
export function HoursEditor({ id, value, onChange, onBlur }: Props) {
  const { t } = useTranslation();
  const hours = parseLoosely(value);
  const set = (day: Weekday, spans: [string, string][]) => {
    const { [day]: _former, ...others } = hours ?? {};
    onChange?.(spans.length > 0 ? { ...others, [day]: spans } : others);
  };
  if (!hours) {
    return (
      <Button id={id} icon={<PlusOutlined />} onClick={() => onChange?.({})}>
        {t('hours.enter')}
      </Button>
    );
  }
  const copyMonday = () =>
    onChange?.({ ...hours, ...Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, hours.mon ?? []])) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves the whole editor, to check it then
    <div
      id={id}
      className="hours-editor"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
      }}
    >
      {weekdays.map((day) => (
        <Day key={day} day={day} spans={hours[day] ?? []} onChange={(spans) => set(day, spans)} />
      ))}
      <Space wrap className="hours-foot">
        <span className="quiet">{t('hours.weekly', { hours: formatNumber(weeklyMinutes(hours) / 60, 1) })}</span>
        {(hours.mon ?? []).length > 0 && (
          <Button type="link" size="small" icon={<CopyOutlined />} onClick={copyMonday}>
            {t('hours.copy')}
          </Button>
        )}
        <Button type="link" size="small" onClick={() => onChange?.(null)}>
          {t('form.unset')}
        </Button>
      </Space>
    </div>
  );
}

/** While one types, a span may be half empty: the shape is kept, the check on leaving tells. */
function parseLoosely(value: unknown): OpeningHours | undefined {
  const parsed = parseOpeningHours(value);
  if (parsed || typeof value !== 'object' || value === null) return parsed;
  return value as OpeningHours;
}

interface DayProps {
  day: Weekday;
  spans: [string, string][];
  onChange: (spans: [string, string][]) => void;
}

function Day({ day, spans, onChange }: DayProps) {
  const { t } = useTranslation();
  const name = t(`hours.days.${day}`);
  const change = (index: number, end: 0 | 1, time: string) =>
    onChange(spans.map((span, at) => (at === index ? (end === 0 ? [time, span[1]] : [span[0], time]) : span)));
  const add = () =>
    onChange([...spans, spans.length === 0 ? (usual[0] ?? ['', '']) : (usual[spans.length] ?? ['', ''])]);
  return (
    <fieldset className="hours-day">
      <legend>{name}</legend>
      {spans.length === 0 && <span className="quiet hours-closed">{t('hours.closedDay')}</span>}
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span has no identity but its place
        <span key={index} className="hours-span">
          <Input
            type="time"
            aria-label={t('hours.start', { day: name })}
            value={span[0]}
            onChange={({ target }) => change(index, 0, target.value)}
          />
          <span aria-hidden>–</span>
          <Input
            type="time"
            aria-label={t('hours.end', { day: name })}
            value={span[1]}
            onChange={({ target }) => change(index, 1, target.value)}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('hours.remove', { day: name })}
            onClick={() => onChange(spans.filter((_span, at) => at !== index))}
          />
        </span>
      ))}
      <span className="hours-tools">
        {spans.length < 3 && (
          <Button type="text" size="small" icon={<PlusOutlined />} onClick={add}>
            {t('hours.add')}
          </Button>
        )}
      </span>
    </fieldset>
  );
}
