import { describe, expect, it } from 'vitest';
import { complete } from './complete';
import { columnOf, defineResource } from './define';

const declared = defineResource({
  concept: 'Organisation',
  list: { columns: ['name', 'commune.name'] },
  form: [{ title: 'identity', fields: ['name', 'kind', 'commune'] }],
  page: { state: ['kind'], sections: [{ title: 'identity', fields: ['commune'] }] },
  without: ['archivedOn'],
});

describe('what a declaration does not name', () => {
  const { list, form, page } = complete(declared);
  it('is a column to choose, with when the row was added and changed', () => {
    const added = list?.columns.map(columnOf).filter(({ optional }) => optional);
    expect(added?.map(({ path }) => path)).toEqual(expect.arrayContaining(['kind', 'siren', 'createdAt', 'updatedAt']));
    expect(added?.map(({ path }) => path)).not.toContain('commune');
  });
  it('is asked in the last section of the form', () => {
    expect(form?.at(-1)).toEqual({ title: 'more', fields: ['siren'] });
  });
  it('is told in the last section of the page, once it is known', () => {
    expect(page?.sections.at(-1)).toEqual({ title: 'more', fields: ['siren'], whenSet: ['siren'] });
  });
  it('stays out when the declaration says so', () => {
    expect(JSON.stringify([list, form, page])).not.toContain('archivedOn');
  });
});
