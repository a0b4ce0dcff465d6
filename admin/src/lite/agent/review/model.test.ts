import { describe, expect, it } from 'vitest';
import { type Slot, wrongDay } from '../../../opening-hours.js';
import { fieldNames, hoursOf, inOrderOfCare, sections, typedHours, wrongNumber } from './model.js';

describe('opening hours, as an agent types them', () => {
  const slot = (weekday: Slot['weekday'], from: string, to: string, given: Partial<Slot> = {}): Slot => ({
    weekday,
    from,
    to,
    weeks: 'ALL',
    byAppointment: false,
    ...given,
  });
  const hours = {
    slots: [slot('MON', '09:00', '12:00', { weeks: 'ODD', byAppointment: true }), slot('THU', '14:00', '17:00')],
    remark: 'Fermé en août.',
  };
  it('go round: what is read is what is sent, weeks and remark too', () => {
    expect(hoursOf(typedHours(hours))).toEqual(hours);
    expect(hoursOf(typedHours(null))).toEqual({ slots: [], remark: null });
  });
  it('two places a day to fill, more when there are more', () => {
    expect(typedHours(hours).days.MON).toEqual([hours.slots[0], slot('MON', '', '')]);
    const three = [slot('TUE', '08:00', '09:00'), slot('TUE', '10:00', '11:00'), slot('TUE', '14:00', '15:00')];
    expect(typedHours({ slots: three, remark: null }).days.TUE).toEqual(three);
  });
  it('that were left half empty are sent, to be told', () => {
    const typed = typedHours(hours);
    typed.days.FRI[0] = slot('FRI', '09:00', '');
    expect(wrongDay(hoursOf(typed).slots)).toBe('FRI');
  });
});

it('a number of meetings is whole, a part of a full time need not be', () => {
  expect(wrongNumber('etp', '0,25')).toBeNull();
  expect(wrongNumber('meetingsPerYear', '3')).toBeNull();
  expect(wrongNumber('meetingsPerYear', '2,5')).toBe('WHOLE');
  expect(wrongNumber('etp', 'un quart')).toBe('NUMBER');
  expect(wrongNumber('etp', '1e999')).toBe('NUMBER');
});

it('what may still be discussed comes before what waits for its signature, or was read already', () => {
  const version = (state: 'TO_SIGN' | 'IN_REVIEW' | 'CORRECTION', reviewedAt: string | null = null) => ({
    state,
    reviewedAt,
  });
  const read = version('IN_REVIEW', '2026-03-12T09:00:00Z');
  const versions = [version('TO_SIGN'), read, version('IN_REVIEW'), version('CORRECTION')];
  expect(inOrderOfCare(versions)).toEqual([versions[2], versions[3], versions[0], read]);
});

it('every field stands in one section', () => {
  const placed = sections.flatMap(({ fields }) => [...fields]);
  expect([...placed].sort()).toEqual([...fieldNames].sort());
});
