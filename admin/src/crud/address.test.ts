import { describe, expect, it } from 'vitest';
import { listQueryOf } from '../providers/data';
import { filterFor, filterValue, readAddress, writeAddress } from './address';
import type { ListDeclaration } from './define';
import { presetsOf } from './list/query';

const list: ListDeclaration = {
  columns: ['name', 'commune', 'level', { path: 'openedOn', optional: true }, 'receptionModes'],
  filters: [
    'level',
    'registers',
    'commune',
    'openedOn',
    'address',
    'receptionModes',
    'organisation.kind',
    { preset: 'open', where: (today) => ({ closedOn: { gt: today } }) },
  ],
};
const read = (search: string) => readAddress('Guichet', list, new URLSearchParams(search));
const rewritten = (search: string) => writeAddress('Guichet', list, read(search)).toString();
const valueIn = (search: string, key: string) => filterValue(read(search).filters, key);

describe('the address of a list', () => {
  it('an empty address is the usual list', () => {
    expect(read('')).toEqual({ filters: [], sorters: [], currentPage: 1, pageSize: 50 });
    expect(rewritten('')).toBe('');
  });
  it('what it says survives being read and written again', () => {
    const search =
      'q=voiron&level=INFO%2CSUIVI&registers=unknown&openedOn=2016-01-01..&open=on&on=2016-06-01&sort=-commune&page=3&size=20';
    expect(rewritten(search)).toBe(search);
    const { sorters, currentPage, pageSize } = read(search);
    expect({ sorters, currentPage, pageSize }).toEqual({
      sorters: [{ field: 'commune', order: 'desc' }],
      currentPage: 3,
      pageSize: 20,
    });
    expect(valueIn(search, 'q')).toEqual(['voiron']);
    expect(valueIn(search, 'level')).toEqual(['INFO', 'SUIVI']);
    expect(valueIn(search, 'registers')).toEqual(['unknown']);
    expect(valueIn(search, 'openedOn')).toEqual(['2016-01-01', '']);
    expect(valueIn(search, 'open')).toEqual(['on']);
    expect(valueIn(search, 'on')).toEqual(['2016-06-01']);
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
    expect(valueIn('level=INFO,GOLD', 'level')).toEqual(['INFO']);
  });
  it('an overlong search is not kept', () => {
    expect(valueIn(`q=${'a'.repeat(500)}`, 'q')).toEqual([]);
  });
  it('days before 1970 are days', () => {
    expect(rewritten('on=1954-02-01')).toBe('on=1954-02-01');
  });
});

describe('what a list asks the API for', () => {
  const asked = (...given: [string, string[]][]) =>
    listQueryOf(
      'Guichet',
      { filters: given.flatMap(([key, value]) => filterFor('Guichet', list, key, value) ?? []) },
      { presets: presetsOf(list, '2026-03-12') },
    );
  const condition = (key: string, value: string[]) => asked([key, value]).filter;
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
  it('moments: the last day is whole', () => {
    const declared: ListDeclaration = { columns: [], filters: ['occurredAt'] };
    const filter = filterFor('SecurityEvent', declared, 'occurredAt', ['2026-03-01', '2026-03-12']);
    expect(listQueryOf('SecurityEvent', { filters: filter && [filter] }, {}).filter).toEqual({
      occurredAt: { gte: '2026-03-01T00:00:00Z', lte: '2026-03-12T23:59:59Z' },
    });
  });
  it('numbers: as numbers', () => {
    const declared: ListDeclaration = { columns: [], filters: ['householdSize'] };
    const filter = filterFor('Request', declared, 'householdSize', ['2', '']);
    expect(listQueryOf('Request', { filters: filter && [filter] }, {}).filter).toEqual({ householdSize: { gte: 2 } });
  });
  it('a text: it is contained', () =>
    expect(condition('address', ['mairie'])).toEqual({ address: { contains: 'mairie' } }));
  it('a preset: its own condition at that day', () =>
    expect(condition('open', ['on'])).toEqual({ closedOn: { gt: '2026-03-12' } }));
  it('a preset that depends on a setting: with the EPCI’s own number', () => {
    const soon: ListDeclaration = {
      columns: [],
      filters: [{ preset: 'soon', setting: 'conventionAlertMonths', where: (today, months) => ({ today, months }) }],
    };
    expect(presetsOf(soon, '2026-03-12', 9)).toEqual({ soon: { today: '2026-03-12', months: 9 } });
  });
  it('search and day stand beside the conditions', () =>
    expect(asked(['q', ['voiron']], ['on', ['2020-01-01']], ['level', ['INFO']])).toMatchObject({
      search: 'voiron',
      on: '2020-01-01',
      filter: { level: { in: ['INFO'] } },
    }));
  it('every period is no day, whatever the usual one', () => {
    const filter = filterFor('Guichet', list, 'on', ['all']);
    expect(listQueryOf('Guichet', { filters: filter && [filter] }, { on: '2026-03-12' }).on).toBeUndefined();
    expect(listQueryOf('Guichet', {}, { on: '2026-03-12' }).on).toBe('2026-03-12');
  });
});
