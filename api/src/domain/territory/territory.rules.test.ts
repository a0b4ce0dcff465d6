import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInseeCode, isSiren, periodsOverlap } from './territory.rules.js';

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
