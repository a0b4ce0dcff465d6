import { describe, expect, it } from 'vitest';
import { fieldNames, hoursOf, inOrderOfCare, sections, typedHours, wrongDay, wrongNumber } from './model.js';

describe('opening hours, as an agent types them', () => {
  const hours = {
    mon: [['09:00', '12:00']],
    thu: [
      ['09:00', '12:00'],
      ['14:00', '17:00'],
    ],
  };
  it('go round: what is read is what is sent', () => {
    expect(hoursOf(typedHours(hours))).toEqual(hours);
    expect(hoursOf(typedHours(null))).toEqual({});
  });
  it('two places a day to fill, more when there are more', () => {
    expect(typedHours(hours).mon).toEqual([
      ['09:00', '12:00'],
      ['', ''],
    ]);
    const three = [
      ['08:00', '09:00'],
      ['10:00', '11:00'],
      ['14:00', '15:00'],
    ];
    expect(typedHours({ tue: three }).tue).toEqual(three);
  });
  it('names the day that does not hold together', () => {
    const typed = typedHours(hours);
    expect(wrongDay(typed)).toBeNull();
    expect(
      wrongDay({
        ...typed,
        tue: [
          ['09:00', ''],
          ['', ''],
        ],
      }),
    ).toBe('tue');
    expect(
      wrongDay({
        ...typed,
        fri: [
          ['14:00', '12:00'],
          ['', ''],
        ],
      }),
    ).toBe('fri');
    expect(
      wrongDay({
        ...typed,
        sat: [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      }),
    ).toBe('sat');
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
