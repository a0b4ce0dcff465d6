import { describe, expect, it } from 'vitest';
import { Level } from '../../base/codes.js';
import type { ObligationContent } from './obligations/obligation.js';
import { type ItemFacts, nameOfNext, orderRefusal, publicationRefusal } from './referential.rules.js';

const levels = Level.map((code): ItemFacts => ({ kind: 'LEVEL', code, levels: [code], text: 'Texte.' }));
const walkIn: ItemFacts = { kind: 'RECEPTION_MODE', code: 'IN_PERSON_WALK_IN', levels: ['INFO'], text: null };
const anObligation = (given: Partial<ObligationContent>): ObligationContent => ({
  level: 'INFO',
  kind: 'MEETINGS',
  target: 1,
  planned: 2,
  modes: null,
  ...given,
});
const refusalOf = (items: readonly ItemFacts[], ...obligations: ObligationContent[]) =>
  publicationRefusal(Level, items, obligations);

describe('a référentiel is published', () => {
  it('when each type of reception is described and each obligation can be judged', () => {
    expect(refusalOf([...levels, walkIn], anObligation({}))).toBeNull();
    expect(refusalOf(levels)).toBeNull();
    const walksIn = { kind: 'RECEPTION_MODES', target: 1, planned: null, modes: ['IN_PERSON_WALK_IN'] } as const;
    expect(refusalOf([...levels, walkIn], anObligation(walksIn))).toBeNull();
    expect(refusalOf([...levels, { ...walkIn, kind: 'MISSION' }], anObligation(walksIn))).not.toBeNull();
  });
  it('not while a type of reception has no text: those are named', () => {
    const bare = levels.map((item) => (item.code === 'SUIVI' ? { ...item, text: null } : item)).slice(1);
    expect(refusalOf(bare)).toMatchObject({
      name: 'ReferentialLevelsUndescribed',
      params: { levels: [{ code: 'COMMUNICATION' }, { code: 'SUIVI' }] },
    });
  });
  it.each([
    ['a number of meetings is missing', { target: null, planned: null }, 'TARGET_MISSING'],
    ['no contribution is to be reached', { kind: 'CONTRIBUTION', target: 0, planned: null }, 'TARGET_MISSING'],
    ['no hours are asked for', { kind: 'OPENING_HOURS', target: null, planned: null }, 'TARGET_MISSING'],
    ['less is planned than is to be reached', { target: 3, planned: 2 }, 'PLANNED_BELOW_TARGET'],
    ['no way to receive is named', { kind: 'RECEPTION_MODES', target: null, planned: null }, 'MODES_MISSING'],
    [
      'more ways are asked for than are named',
      { kind: 'RECEPTION_MODES', target: 2, planned: null, modes: ['IN_PERSON_WALK_IN'] },
      'TARGET_ABOVE_MODES',
    ],
    [
      'a way is asked for that the type of reception does not have',
      { kind: 'RECEPTION_MODES', target: null, planned: null, modes: ['TELEPHONE'] },
      'MODES_OF_OTHER_LEVEL',
    ],
  ] as const)('not while %s', (_, given, flaw) => {
    expect(refusalOf([...levels, walkIn], anObligation(given))).toMatchObject({
      name: 'ObligationIncoherent',
      params: { flaw: { code: flaw } },
    });
  });
});

describe('a version of the référentiel', () => {
  it('comes after the one that it follows', () => {
    const latest = { name: 'Premier', validFrom: '2016-05-13' };
    expect(orderRefusal('2016-05-14', latest)).toBeNull();
    expect(orderRefusal('2016-05-13', latest)).toMatchObject({ name: 'ReferentialTooEarly' });
    expect(orderRefusal('2000-01-01', null)).toBeNull();
  });
  it('takes the name of the one before with its own year', () => {
    expect(nameOfNext('Référentiel 2016', '2027-01-01')).toBe('Référentiel 2027');
    expect(nameOfNext('Référentiel des niveaux', '2027-01-01')).toBe('Référentiel des niveaux 2027');
  });
});
