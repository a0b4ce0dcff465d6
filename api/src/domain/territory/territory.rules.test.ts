import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followingPlan, isInseeCode, isSiren, periodsOverlap } from './territory.rules.js';

describe('the INSEE code of a commune', () => {
  it.each(['38563', '01001', '2A004', '2B033', '97411', '98818', '95680'])('accepts %s', (code) =>
    expect(isInseeCode(code)).toBe(true),
  );
  it.each(['3856', '385630', '2C004', '00001', '96001', '99001', '38 56', 'ABCDE', '2a004', ''])(
    'refuses “%s”',
    (code) => expect(isInseeCode(code)).toBe(false),
  );
});

describe('a SIREN', () => {
  it.each(['243800984', '200040715', '356000000'])('accepts %s', (siren) => expect(isSiren(siren)).toBe(true));
  it.each(['243800985', '24380098', '2438009840', '24380O984', ''])('refuses “%s”', (siren) =>
    expect(isSiren(siren)).toBe(false),
  );
  it('notices any single wrong digit', () => {
    const digits = '243800984';
    fc.assert(
      fc.property(fc.nat(8), fc.nat(9), (index, digit) => {
        const typed = digits.slice(0, index) + digit + digits.slice(index + 1);
        expect(isSiren(typed)).toBe(typed === digits);
      }),
    );
  });
});

describe('two communes of one code', () => {
  it('may follow each other: Paladru ends the day Villages du Lac de Paladru begins', () => {
    expect(periodsOverlap({ from: null, to: '2017-01-01' }, { from: '2017-01-01', to: null })).toBe(false);
  });
  it('may not share a day', () => {
    expect(periodsOverlap({ from: null, to: '2017-01-02' }, { from: '2017-01-01', to: null })).toBe(true);
    expect(periodsOverlap({ from: null, to: null }, { from: '2017-01-01', to: '2018-01-01' })).toBe(true);
  });
});

describe('the plan that follows', () => {
  const following = (endsOn: string, planMaxYears = 6) => followingPlan({ endsOn, planMaxYears });
  it('begins the day after, and lasts as long as a plan may', () => {
    expect(following('2026-12-31')).toEqual({ years: '2027-2032', startsOn: '2027-01-01', endsOn: '2032-12-31' });
    expect(following('2022-06-30')).toEqual({ years: '2022-2028', startsOn: '2022-07-01', endsOn: '2028-06-30' });
    expect(following('2026-12-31', 1).years, 'one year is one').toBe('2027');
  });
  it('loses no day when it begins on 29 February', () => {
    expect(following('2028-02-28')).toMatchObject({ startsOn: '2028-02-29', endsOn: '2034-02-28' });
  });
});
