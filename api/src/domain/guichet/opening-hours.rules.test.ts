import { describe, expect, it } from 'vitest';
import { checkOpeningHours, type OpeningSlot, tidyOpeningHours, weeklyHours } from './opening-hours.rules.js';

const slot = (from: string, to: string, given: Partial<OpeningSlot> = {}): OpeningSlot => ({
  weekday: 'MON',
  from,
  to,
  weeks: 'ALL',
  byAppointment: false,
  ...given,
});
const hours = (...slots: OpeningSlot[]) => ({ slots, remark: null });
const refused = (...slots: OpeningSlot[]) => checkOpeningHours(hours(...slots))?.name;

describe('opening hours', () => {
  it('are slots that do not overlap, until midnight at most', () => {
    expect(refused(slot('09:00', '12:00'), slot('14:00', '24:00'))).toBeUndefined();
    expect(refused(slot('09:00', '12:00'), slot('11:00', '13:00'))).toBe('InvalidOpeningHours');
    expect(refused(slot('09:00', '12:00'), slot('11:00', '13:00', { weekday: 'TUE' }))).toBeUndefined();
    expect(refused(slot('14:00', '12:00'))).toBe('InvalidOpeningHours');
    expect(refused(slot('09:00', '12:00'), slot('12:01', '14:00'))).toBeUndefined();
    for (const [from, to] of [
      ['24:00', '24:00'],
      ['12:00', '12:00'],
      ['9:00', '12:00'],
      ['09:60', '12:00'],
      ['09:00', '9 h'],
    ] as const)
      expect(refused(slot(from, to)), `${from}-${to}`).toBe('InvalidOpeningHours');
    expect(refused(slot('09:00', '24:30'))).toBe('InvalidOpeningHours');
  });
  it('that follow each other are one slot, unless one of them is by appointment', () => {
    expect(refused(slot('09:00', '12:00'), slot('12:00', '14:00'))).toBe('InvalidOpeningHours');
    expect(refused(slot('09:00', '12:00'), slot('12:00', '14:00', { byAppointment: true }))).toBeUndefined();
    expect(refused(slot('09:00', '12:00'), slot('11:00', '14:00', { byAppointment: true }))).toBe(
      'InvalidOpeningHours',
    );
  });
  it.each([
    ['ALL', 'ODD', true],
    ['ODD', 'EVEN', false],
    ['ODD', 'FIRST', true],
    ['FIRST', 'SECOND', false],
    ['FIRST', 'LAST', false],
    ['FOURTH', 'LAST', true],
    ['LAST', 'LAST', true],
  ] as const)('overlap only in weeks that they share: %s and %s', (one, other, overlap) => {
    const found = refused(slot('09:00', '12:00', { weeks: one }), slot('10:00', '12:30', { weeks: other }));
    expect(found !== undefined).toBe(overlap);
  });
  it('hold sixty slots and a short remark at most, and nothing else is hours', () => {
    const many = Array.from({ length: 61 }, () => slot('09:00', '09:01'));
    for (const value of [{ mon: [['09:00', '12:00']] }, [], 'x', { slots: 'x', remark: null }, hours(...many)])
      expect(checkOpeningHours(value)?.name).toBe('InvalidOpeningHours');
    expect(checkOpeningHours({ slots: [], remark: 'x'.repeat(501) })?.name).toBe('InvalidOpeningHours');
    expect(checkOpeningHours({ slots: [], remark: 'x'.repeat(500) })).toBeNull();
    for (const nothing of [null, undefined]) expect(checkOpeningHours(nothing)).toBeNull();
  });
  it('are written one way: in order of the week, an empty remark as none', () => {
    const typed = { remark: '  ', slots: [slot('14:00', '17:00'), { weekday: 'MON', from: '09:00', to: '12:00' }] };
    expect(tidyOpeningHours(typed)).toEqual(hours(slot('09:00', '12:00'), slot('14:00', '17:00')));
    expect(tidyOpeningHours('x')).toBe('x');
  });
});

describe('hours a week', () => {
  it('are the sum of the slots of every week, by appointment or not', () => {
    expect(weeklyHours(hours())).toBe(0);
    expect(weeklyHours(hours(slot('09:00', '12:00'), slot('14:00', '17:30', { byAppointment: true })))).toBe(6.5);
    expect(weeklyHours(hours(slot('20:00', '24:00')))).toBe(4);
  });
  it('take half of a slot of odd or even weeks, and 12 weeks in 52 of one a month', () => {
    for (const weeks of ['ODD', 'EVEN'] as const)
      expect(weeklyHours(hours(slot('09:00', '12:00', { weeks })))).toBe(1.5);
    for (const weeks of ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST'] as const)
      expect(weeklyHours(hours(slot('09:00', '12:00', { weeks })))).toBe(0.69);
  });
});
