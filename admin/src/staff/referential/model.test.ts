import { describe, expect, it } from 'vitest';
import { byLevel, codesOf, type Item } from './items';
import { codeFrom, type EditedItem, placesAfter } from './model';

const anItem = (code: string, given: Partial<EditedItem> = {}): EditedItem => ({
  id: code,
  revision: 1,
  kind: 'MISSION',
  code,
  levels: ['INFO'],
  label: `Mission ${code}`,
  text: null,
  position: 1,
  ...given,
});

describe('the items of a référentiel', () => {
  const items: Item[] = [
    anItem('LEAFLETS', { levels: ['COMMUNICATION', 'INFO'] }),
    anItem('RENEWAL', { levels: ['SUIVI', 'CONSEIL'] }),
    anItem('TOOLS', { kind: 'COMPETENCE' }),
  ];
  it('propose to a level what it holds, in their order', () => {
    expect(codesOf(items, 'MISSION', 'INFO')).toEqual(['LEAFLETS']);
    expect(codesOf(items, 'COMPETENCE', 'INFO')).toEqual(['TOOLS']);
  });
  it('are read under the level that brings them in, and what is unknown comes last under its own name', () => {
    const groups = byLevel(['RENEWAL', 'LEAFLETS', 'SINGING'], items);
    expect(groups.map(({ level, items: some }) => [level, some.map(({ label }) => label)])).toEqual([
      ['COMMUNICATION', ['Mission LEAFLETS']],
      ['SUIVI', ['Mission RENEWAL']],
      [undefined, ['SINGING']],
    ]);
  });
});

describe('a new item', () => {
  it('takes its code from its label', () => {
    expect(codeFrom('Dire où en est le dossier', [])).toBe('DIRE_OU_EN_EST_LE_DOSSIER');
    expect(codeFrom('L’accueil', ['L_ACCUEIL'])).toBe('L_ACCUEIL_2');
    expect(codeFrom('…', [])).toBe('CODE');
  });
});

describe('an item that moves', () => {
  const all = ['A', 'B', 'C', 'D'].map((code, index) => anItem(code, { position: index + 1 }));
  const [a, b, c, d] = all as [EditedItem, EditedItem, EditedItem, EditedItem];
  const moved = (shown: EditedItem[], item: EditedItem, by: -1 | 1) =>
    placesAfter(all, shown, item, by).map(({ item: { code }, position }) => [code, position]);
  it('changes places with its neighbour', () => {
    expect(moved(all, b, 1)).toEqual([
      ['C', 2],
      ['B', 3],
    ]);
    expect(moved(all, b, -1)).toEqual([
      ['B', 1],
      ['A', 2],
    ]);
  });
  it('passes those that the level does not show', () => {
    expect(moved([a, d], d, -1)).toEqual([
      ['D', 1],
      ['A', 2],
      ['B', 3],
      ['C', 4],
    ]);
  });
  it('stays at the ends', () => {
    expect(moved([a, c], a, -1)).toEqual([]);
  });
});
