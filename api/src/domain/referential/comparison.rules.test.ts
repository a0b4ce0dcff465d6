import { describe, expect, it } from 'vitest';
import {
  type ComparedItem,
  type ComparedObligation,
  differencesOf,
  type ReferentialContent,
} from './comparison.rules.js';

const anItem = (code: string, given: Partial<ComparedItem> = {}): ComparedItem => ({
  kind: 'MISSION',
  code,
  levels: ['INFO'],
  label: code,
  text: null,
  ...given,
});
const meetings: ComparedObligation = {
  level: 'INFO',
  kind: 'MEETINGS',
  target: 1,
  planned: 2,
  modes: null,
  windowMonths: null,
  text: 'Une réunion.',
};
const aVersion = (given: Partial<ReferentialContent> = {}): ReferentialContent => ({
  items: [anItem('LEAFLETS')],
  obligations: [meetings],
  strictness: { etpTooLow: 'WARN' },
  ...given,
});

describe('two versions of a référentiel', () => {
  it('that say the same have no difference, whatever the order of their items', () => {
    const items = [anItem('LEAFLETS'), anItem('RENEWAL')];
    expect(differencesOf(aVersion({ items }), aVersion({ items: items.toReversed() }))).toEqual([]);
  });
  it('differ by a mission that is added, with what it says', () => {
    const more = aVersion({ items: [anItem('LEAFLETS'), anItem('RENEWAL', { label: 'Renouveler' })] });
    expect(differencesOf(aVersion(), more)).toEqual([
      {
        kind: 'ADDED',
        what: 'MISSION',
        code: 'RENEWAL',
        levels: ['INFO'],
        label: 'Renouveler',
        fields: [
          { field: 'label', before: null, after: 'Renouveler' },
          { field: 'levels', before: null, after: ['INFO'] },
        ],
      },
    ]);
    expect(differencesOf(more, aVersion())).toMatchObject([{ kind: 'REMOVED', code: 'RENEWAL' }]);
  });
  it('differ by the number that an obligation asks for, under the same level', () => {
    const other = aVersion({ obligations: [{ ...meetings, target: 2 }] });
    expect(differencesOf(aVersion(), other)).toMatchObject([
      { kind: 'CHANGED', what: 'OBLIGATION', code: 'MEETINGS', fields: [{ field: 'target', before: 1, after: 2 }] },
    ]);
  });
  it('that ask another level for the same kind remove one obligation and add one', () => {
    const other = aVersion({ obligations: [{ ...meetings, level: 'SUIVI' }] });
    expect(differencesOf(aVersion(), other).map(({ kind, levels }) => [kind, ...levels])).toEqual([
      ['REMOVED', 'INFO'],
      ['ADDED', 'SUIVI'],
    ]);
  });
  it('differ by what becomes of a signature', () => {
    expect(differencesOf(aVersion(), aVersion({ strictness: { etpTooLow: 'REFUSE' } }))).toMatchObject([
      { kind: 'CHANGED', what: 'STRICTNESS', code: 'etpTooLow', levels: [] },
    ]);
  });
  it('an item that changes hands concerns the levels of both versions', () => {
    const other = aVersion({ items: [anItem('LEAFLETS', { levels: ['SUIVI'] })] });
    expect(differencesOf(aVersion(), other)).toMatchObject([{ kind: 'CHANGED', levels: ['INFO', 'SUIVI'] }]);
  });
});
