import { describe, expect, it } from 'vitest';
import { checkOpeningHours } from './opening-hours.rules.js';

const isRefused = (value: unknown) => checkOpeningHours(value) !== null;

describe('weekly opening hours', () => {
  it('are ranges of a day, in order and apart from each other', () => {
    expect(
      isRefused({
        mon: [
          ['09:00', '12:00'],
          ['14:00', '17:00'],
        ],
        sat: [],
      }),
    ).toBe(false);
    expect(
      isRefused({
        mon: [
          ['09:00', '12:00'],
          ['12:01', '14:00'],
        ],
      }),
    ).toBe(false);
    expect(
      isRefused({
        mon: [
          ['09:00', '12:00'],
          ['12:00', '14:00'],
        ],
      }),
      'touching',
    ).toBe(true);
    expect(
      isRefused({
        mon: [
          ['14:00', '17:00'],
          ['09:00', '12:00'],
        ],
      }),
      'out of order',
    ).toBe(true);
    expect(isRefused({ mon: [['12:00', '12:00']] }), 'empty').toBe(true);
  });
  it('are of known days and times, six ranges a day at most', () => {
    expect(isRefused({ lundi: [] })).toBe(true);
    for (const range of [
      ['9:00', '12:00'],
      ['09:00', '24:00'],
      ['09:60', '12:00'],
      ['09:00'],
      ['09:00', '10:00', '11:00'],
      [9, 12],
      'x',
    ])
      expect(isRefused({ mon: [range] }), JSON.stringify(range)).toBe(true);
    const hours = (count: number) => Array.from({ length: count }, (_, n) => [`1${n}:00`, `1${n}:30`]);
    expect(isRefused({ mon: hours(6) })).toBe(false);
    expect(isRefused({ mon: hours(7) })).toBe(true);
  });
  it('may be unknown, and are nothing else than days', () => {
    expect(isRefused(null)).toBe(false);
    expect(isRefused(undefined)).toBe(false);
    expect(isRefused({})).toBe(false);
    for (const value of [[], 'mon', 9, { mon: 'x' }]) expect(isRefused(value), JSON.stringify(value)).toBe(true);
  });
});
