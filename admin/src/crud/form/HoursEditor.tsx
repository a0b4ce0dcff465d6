import { CloseOutlined, CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Weekday } from '../../generated/graphql';
import { formatNumber } from '../../i18n/format';
import { type OpeningHours, type Slot, slotsOf, weekdays } from '../../opening-hours';
import { valuesOf } from '../metadata';
import { asOpeningHours, weeklyHours } from '../value/opening-hours';
import { useVocabulary } from '../vocabulary';

interface Props {
  id?: string;
  value?: unknown;
  onChange?: ((value: OpeningHours | null) => void) | undefined;
  onBlur?: () => void;
}

const usual = [
  ['09:00', '12:00'],
  ['14:00', '17:00'],
] as const;

const newSlot = (weekday: Weekday, place: number): Slot => {
  const [from, to] = usual[place] ?? ['', ''];
  return { weekday, from, to, weeks: 'ALL', byAppointment: false };
};

/** Opening hours: slots by weekday, copied to the other working days in one press, and a remark. */
export function HoursEditor({ id, value, onChange, onBlur }: Props) {
  const { t } = useTranslation();
  const hours = asOpeningHours(value);
  if (!hours) {
    return (
      <Button id={id} icon={<PlusOutlined />} onClick={() => onChange?.({ slots: [], remark: null })}>
        {t('hours.enter')}
      </Button>
    );
  }
  const set = (change: (day: Weekday) => Slot[]) => onChange?.({ ...hours, slots: weekdays.flatMap(change) });
  const monday = slotsOf(hours, 'MON');
  const copyMonday = () =>
    set((day) => (weekdays.indexOf(day) < 5 ? monday.map((slot) => ({ ...slot, weekday: day })) : slotsOf(hours, day)));
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
        <Day
          key={day}
          day={day}
          slots={slotsOf(hours, day)}
          onChange={(slots) => set((one) => (one === day ? slots : slotsOf(hours, one)))}
        />
      ))}
      <Input
        aria-label={t('hours.remark')}
        placeholder={t('hours.remarkHelp')}
        maxLength={500}
        value={hours.remark ?? ''}
        onChange={({ target }) => onChange?.({ ...hours, remark: target.value || null })}
      />
      <Space wrap className="hours-foot">
        <span className="quiet">{t('hours.weekly', { hours: formatNumber(weeklyHours(hours), 1) })}</span>
        {monday.length > 0 && (
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

interface DayProps {
  day: Weekday;
  slots: Slot[];
  onChange: (slots: Slot[]) => void;
}

function Day({ day, slots, onChange }: DayProps) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const name = words.code('Weekday', day);
  const change = (index: number, given: Partial<Slot>) =>
    onChange(slots.map((slot, at) => (at === index ? { ...slot, ...given } : slot)));
  return (
    <fieldset className="hours-day">
      <legend>{name}</legend>
      {slots.length === 0 && <span className="quiet hours-closed">{t('hours.closedDay')}</span>}
      {slots.map((slot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a slot has no identity but its place
        <span key={index} className="hours-span">
          <Input
            type="time"
            aria-label={t('hours.start', { day: name })}
            value={slot.from}
            onChange={({ target }) => change(index, { from: target.value })}
          />
          <span aria-hidden>–</span>
          <Input
            type="time"
            aria-label={t('hours.end', { day: name })}
            // The browser's clock ends at 23:59: midnight, typed as 00:00, is the end of the day.
            value={slot.to === '24:00' ? '00:00' : slot.to}
            onChange={({ target }) => change(index, { to: target.value === '00:00' ? '24:00' : target.value })}
          />
          <Select
            className="hours-weeks"
            aria-label={t('hours.weeks', { day: name })}
            value={slot.weeks}
            popupMatchSelectWidth={false}
            options={valuesOf('HoursWeeks').map((code) => ({ value: code, label: words.code('HoursWeeks', code) }))}
            onChange={(weeks) => change(index, { weeks })}
          />
          <Checkbox
            className="hours-appointment"
            checked={slot.byAppointment}
            onChange={({ target }) => change(index, { byAppointment: target.checked })}
          >
            {t('hours.byAppointment')}
          </Checkbox>
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('hours.remove', { day: name })}
            onClick={() => onChange(slots.filter((_slot, at) => at !== index))}
          />
        </span>
      ))}
      <span className="hours-tools">
        {slots.length < 6 && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            onClick={() => onChange([...slots, newSlot(day, slots.length)])}
          >
            {t('hours.add')}
          </Button>
        )}
      </span>
    </fieldset>
  );
}
