import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, daysIn, inclusiveOf, isDay, lastDayOfTerm, shareADay } from './days.rules.js';

/** Any day from 1900 to 2199. */
const aDay = fc.integer({ min: 0, max: 109_571 }).map((days) => addDays('1900-01-01', days));

describe('days', () => {
  it.each(['2024-02-29', '2026-12-31', '1900-01-01'])('%s is a day', (day) => expect(isDay(day)).toBe(true));
  it.each(['2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '12/03/2026', '', '0000-01-01'])(
    '“%s” is not a day',
    (day) => expect(isDay(day)).toBe(false),
  );
  it('moves to the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
  it('counts both bounds, and 366 days in a leap year', () => {
    expect(daysIn('2026-01-01', '2026-01-01')).toBe(1);
    expect(daysIn('2024-01-01', '2024-12-31')).toBe(366);
    expect(daysIn('2026-03-28', '2026-03-30')).toBe(3);
  });
  it('ends six years on the eve of the anniversary, and on 28 February when it has none', () => {
    expect(lastDayOfTerm('2020-01-01', 6)).toBe('2025-12-31');
    expect(lastDayOfTerm('2024-03-01', 6)).toBe('2030-02-28');
    expect(lastDayOfTerm('2024-02-29', 6)).toBe('2030-02-28');
    expect(lastDayOfTerm('2024-02-29', 4)).toBe('2028-02-28');
  });
  it('turns a closing day into the last day of opening', () => {
    expect(inclusiveOf('2016-01-01', '2017-01-01')).toEqual({ startsOn: '2016-01-01', endsOn: '2016-12-31' });
    expect(inclusiveOf(null, null)).toEqual({ startsOn: null, endsOn: null });
  });
  it('keeps any day valid when moved by days, months or years', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -500, max: 500 }), (day, amount) => {
        expect(isDay(addDays(day, amount))).toBe(true);
        expect(addDays(addDays(day, amount), -amount)).toBe(day);
        expect(isDay(addMonths(day, amount))).toBe(true);
        if (amount > 0) expect(addMonths(day, amount) > day).toBe(true);
      }),
    );
  });
  it('finds a shared day whichever period comes first', () => {
    fc.assert(
      fc.property(aDay, aDay, aDay, aDay, (a, b, c, d) => {
        const [from = a, to = b] = [a, b].sort();
        const [since = c, until = d] = [c, d].sort();
        const one = { startsOn: from, endsOn: to };
        const two = { startsOn: since, endsOn: until };
        const apart = one.endsOn < two.startsOn || two.endsOn < one.startsOn;
        expect(shareADay(one, two)).toBe(!apart);
        expect(shareADay(two, one)).toBe(!apart);
      }),
    );
  });
});
