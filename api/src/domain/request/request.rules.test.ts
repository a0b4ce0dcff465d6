import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  numberOddity,
  requestDatesRefusal,
  requestExpiresOn,
  requestWarnBy,
  seniorityMonths,
} from './request.rules.js';

describe('the numéro unique', () => {
  it('of 18 characters with a month and a guichet is not odd', () => {
    expect(numberOddity('0001023000042GDXXX')).toBeNull();
    expect(numberOddity('000102300004238999')).toBeNull();
    expect(numberOddity('0000126000042GDXXX'), 'January').toBeNull();
    expect(numberOddity('0001226000042GDXXX'), 'December').toBeNull();
    expect(numberOddity('0001023000042GDXXX', '2023-10-17')).toBeNull();
  });
  it.each([
    ['0001023000042GDXX', 'LENGTH'],
    ['', 'LENGTH'],
    ['00010230000X2GDXXX', 'CHARACTERS'],
    ['0001023000042GD-XX', 'CHARACTERS'],
    ['0001323000042GDXXX', 'MONTH'],
    ['0000023000042GDXXX', 'MONTH'],
  ])('“%s” is odd: %s', (number, oddity) => expect(numberOddity(number)).toBe(oddity));
  it('is odd when its month is not that of the first registration', () => {
    expect(numberOddity('0001023000042GDXXX', '2023-11-01')).toBe('OTHER_MONTH');
    expect(numberOddity('0001023000042GDXXX', '2024-10-01')).toBe('OTHER_MONTH');
  });
  it('never makes the rule fail, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void numberOddity(typed)));
  });
});

describe('a request', () => {
  it('is valid one year, to 28 February when it was registered on the 29th', () => {
    expect(requestExpiresOn('2025-03-12')).toBe('2026-03-12');
    expect(requestExpiresOn('2024-02-29')).toBe('2025-02-28');
  });
  it('calls for a warning one month before its end', () => {
    expect(requestWarnBy('2026-03-12')).toBe('2026-02-12');
    expect(requestWarnBy('2026-03-31')).toBe('2026-02-28');
  });
  it('counts its seniority in whole months', () => {
    expect(seniorityMonths('2024-03-12', '2026-03-12')).toBe(24);
    expect(seniorityMonths('2024-03-12', '2026-03-11')).toBe(23);
    expect(seniorityMonths('2024-01-31', '2024-02-29')).toBe(1);
    expect(seniorityMonths('2026-03-12', '2026-03-11')).toBe(0);
  });
  it('is not registered in the future, nor older than its first registration', () => {
    expect(requestDatesRefusal({ registeredOn: '2026-03-13', seniorityOn: '2026-03-13' }, '2026-03-12')?.name).toBe(
      'RegistrationInFuture',
    );
    expect(requestDatesRefusal({ registeredOn: '2026-03-10', seniorityOn: '2026-03-11' }, '2026-03-12')?.name).toBe(
      'SeniorityAfterRegistration',
    );
    expect(requestDatesRefusal({ registeredOn: '2026-03-12', seniorityOn: '2019-05-02' }, '2026-03-12')).toBeNull();
    expect(requestDatesRefusal({ registeredOn: '2026-03-12', seniorityOn: '2026-03-12' }, '2026-03-12')).toBeNull();
  });
});
