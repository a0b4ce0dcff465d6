import { expect, it } from 'vitest';
import type { ConceptMeta } from '../concept/meta.js';
import { beforeDelete, beforeSave, rulesOf } from './rules.js';

class Shelf {}
class Book {}

it('a concept has one rule before a row is saved and one before it is removed', () => {
  const save = beforeSave(Shelf, () => undefined);
  const remove = beforeDelete(Shelf, () => undefined);
  expect(rulesOf({ type: Shelf } as ConceptMeta)).toEqual({ beforeSave: save, beforeDelete: remove });
  expect(rulesOf({ type: Book } as ConceptMeta)).toEqual({});
});

it('a second one would silence the first: it is refused', () => {
  expect(() => beforeSave(Shelf, () => undefined)).toThrow('Shelf has more than one beforeSave');
});
