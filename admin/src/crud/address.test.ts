import { describe, expect, it } from 'vitest';
import { conditionOf, parseAddress, writeAddress } from './address';
import type { ListDeclaration } from './define';
import { whereOf } from './list/query';

const list: ListDeclaration = {
  columns: ['name', 'commune', 'level', { path: 'openedOn', optional: true }, 'receptionModes'],
  filters: [
    'level',
    'registers',
    'commune',
    'openedOn',
    'address',
    'receptionModes',
    { preset: 'open', where: (today) => ({ closedOn: { gt: today } }) },
  ],
};
const read = (search: string) => parseAddress('Guichet', list, new URLSearchParams(search));
const rewritten = (search: string) => writeAddress('Guichet', read(search)).toString();

describe('the address of a list', () => {
  it('an empty address is the usual list', () => {
    expect(read('')).toEqual({ q: '', page: 1, size: 50, sort: [], on: undefined, columns: undefined, filters: {} });
    expect(rewritten('')).toBe('');
  });
  it('what it says survives being read and written again', () => {
    const search =
      'q=voiron&level=INFO%2CSUIVI&registers=unknown&openedOn=2016-01-01..&open=on&on=2016-06-01&sort=-commune&columns=name%2Clevel&page=3&size=20';
    const again = read(writeAddress('Guichet', read(search)).toString());
    expect(again).toEqual(read(search));
    expect(again.filters).toEqual({
      level: ['INFO', 'SUIVI'],
      registers: ['unknown'],
      openedOn: ['2016-01-01', ''],
      open: ['on'],
    });
  });
  it.each([
    'page=0',
    'page=-3',
    'page=abc',
    'page=1.5',
    'page=99999999999',
    'size=10000',
    'size=7',
    'sort=nothing',
    'sort=receptionModes',
    'sort=registers',
    'level=GOLD',
    'level=',
    'registers=maybe',
    'openedOn=2016-13-45..',
    'openedOn=..',
    'openedOn=2016',
    'commune=%27%3B%20drop',
    'on=tomorrow',
    'columns=secret',
    'open=off',
    'unknown=x',
    '%=%',
  ])('%s says nothing that can be understood, and is left out', (search) => {
    expect(rewritten(search)).toBe('');
  });
  it('of several codes the unknown ones are dropped', () => {
    expect(read('level=INFO,GOLD').filters).toEqual({ level: ['INFO'] });
  });
  it('an overlong search is not kept', () => {
    expect(read(`q=${'a'.repeat(500)}`).q).toBe('');
  });
});

describe('the condition that a filter stands for', () => {
  const condition = (path: string, value: string[]) => conditionOf('Guichet', path, value, '2026-03-12');
  it('codes: one of them', () =>
    expect(condition('level', ['INFO', 'SUIVI'])).toEqual({ level: { in: ['INFO', 'SUIVI'] } }));
  it('a list of codes: any of them', () =>
    expect(condition('receptionModes', ['TELEPHONE', 'TELEPHONE_DUTY'])).toEqual({
      or: [{ receptionModes: { has: 'TELEPHONE' } }, { receptionModes: { has: 'TELEPHONE_DUTY' } }],
    }));
  it('yes, no, and never entered', () => {
    expect(condition('registers', ['yes'])).toEqual({ registers: { eq: true } });
    expect(condition('registers', ['no'])).toEqual({ registers: { eq: false } });
    expect(condition('registers', ['unknown'])).toEqual({ registers: { isNull: true } });
  });
  it('a relation: the thing itself', () =>
    expect(condition('commune', ['x'])).toEqual({ commune: { id: { in: ['x'] } } }));
  it('a field of a relation', () =>
    expect(condition('organisation.kind', ['BAILLEUR'])).toEqual({ organisation: { kind: { in: ['BAILLEUR'] } } }));
  it('days: an open span keeps its known end', () =>
    expect(condition('openedOn', ['2016-01-01', ''])).toEqual({ openedOn: { gte: '2016-01-01', lte: undefined } }));
  it('a text: it is contained', () =>
    expect(condition('address', ['mairie'])).toEqual({ address: { contains: 'mairie' } }));
  it('a preset: its own condition at that day', () => {
    const preset = list.filters?.find((filter) => typeof filter !== 'string');
    expect(preset && conditionOf('Guichet', preset, ['on'], '2026-03-12')).toEqual({ closedOn: { gt: '2026-03-12' } });
  });
  it('a preset that depends on a setting: with the EPCI’s own number', () => {
    const soon: ListDeclaration = {
      columns: [],
      filters: [{ preset: 'soon', setting: 'conventionAlertMonths', where: (today, months) => ({ today, months }) }],
    };
    const state = { ...read(''), filters: { soon: ['on'] } };
    expect(whereOf('Convention', soon, state, '2026-03-12', 9)).toEqual({ today: '2026-03-12', months: 9 });
  });
});
