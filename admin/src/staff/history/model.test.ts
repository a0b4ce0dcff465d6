import { expect, it } from 'vitest';
import { type Change, inRuns } from './model';

const added = (rowId: string, at: string, others: Partial<Change> = {}): Change => ({
  id: rowId,
  at,
  action: 'CREATED',
  concept: 'Obligation',
  rowId,
  title: rowId,
  actorName: 'Noémie',
  side: null,
  motive: null,
  undoes: null,
  undoable: true,
  fields: [],
  ...others,
});
const second = (milliseconds: number) => `2026-03-12T09:00:00.${String(milliseconds).padStart(3, '0')}Z`;
const sizes = (changes: Change[]) => inRuns(changes, 'page').map(({ length }) => length);

it('parts that were added in one go are one run, the rest stands alone', () => {
  const parts = ['a', 'b', 'c', 'd'].map((rowId, index) => added(rowId, second(9 - index)));
  const own = added('page', second(0), { concept: 'Referential' });
  expect(sizes([...parts, own])).toEqual([4, 1]);
  expect(sizes(parts.slice(0, 3)), 'a few are told one by one').toEqual([1, 1, 1]);
});

it('another concept, person, moment or action begins anew', () => {
  const parts = ['a', 'b', 'c', 'd'].map((rowId) => added(rowId, second(0)));
  const other = (change: Partial<Change>) => [...parts.slice(0, 3), { ...parts[3]!, ...change }];
  expect(sizes(other({ concept: 'ReferentialItem' }))).toEqual([1, 1, 1, 1]);
  expect(sizes(other({ actorName: 'Iris' }))).toEqual([1, 1, 1, 1]);
  expect(sizes(other({ at: '2026-03-12T08:59:00.000Z' }))).toEqual([1, 1, 1, 1]);
  expect(sizes(other({ action: 'UPDATED' }))).toEqual([1, 1, 1, 1]);
});
