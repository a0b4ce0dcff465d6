import { expect, it } from 'vitest';
import { asOpeningHours, groupDays, weeklyHours } from './crud/value/opening-hours';
import { type Slot, wrongDay } from './opening-hours';

const slot = (weekday: Slot['weekday'], from: string, to: string, given: Partial<Slot> = {}): Slot => ({
  weekday,
  from,
  to,
  weeks: 'ALL',
  byAppointment: false,
  ...given,
});
const hours = (...slots: Slot[]) => ({ slots, remark: null });

it('days in a row with the same hours are told together, closed days are not told', () => {
  const morning = (day: Slot['weekday']) => slot(day, '09:00', '12:00');
  const groups = groupDays(hours(morning('MON'), morning('TUE'), { ...morning('WED'), weeks: 'ODD' }, morning('FRI')));
  expect(groups.map(({ from, to }) => `${from}-${to}`)).toEqual(['MON-TUE', 'WED-WED', 'FRI-FRI']);
});
it('a week counts its hours, as the API does', () => {
  expect(weeklyHours(hours(slot('MON', '09:00', '12:00'), slot('MON', '14:00', '17:30')))).toBe(6.5);
  expect(weeklyHours(hours(slot('MON', '20:00', '24:00', { weeks: 'EVEN' })))).toBe(2);
  expect(weeklyHours(hours(slot('MON', '09:00', '10:00', { weeks: 'FIRST' })))).toBeCloseTo(12 / 52);
});
it('anything else than hours is not hours', () => {
  for (const value of [null, 'x', [], { mon: [['09:00', '12:00']] }, { slots: 'x' }])
    expect(asOpeningHours(value)).toBeUndefined();
});
it('the day that does not hold together is named', () => {
  const fine = [slot('MON', '09:00', '12:00'), slot('MON', '12:00', '17:00')];
  expect(wrongDay(fine)).toBeUndefined();
  expect(wrongDay([...fine, slot('TUE', '09:00', '')])).toBe('TUE');
  expect(wrongDay([...fine, slot('FRI', '14:00', '12:00')])).toBe('FRI');
  expect(wrongDay([...fine, slot('SAT', '09:00', '12:00'), slot('SAT', '11:00', '13:00')])).toBe('SAT');
  const byWeeks = [slot('SUN', '09:00', '12:00', { weeks: 'ODD' }), slot('SUN', '09:00', '11:00', { weeks: 'EVEN' })];
  expect(wrongDay([...fine, ...byWeeks])).toBeUndefined();
});
