import { OptimisticLockError } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../access/caller.js';
import { conceptNamed, type ConceptMeta } from '../concept/meta.js';
import type { Conflict } from '../domain/errors.js';
import { StaleRevision, UnknownId } from '../domain/shared.errors.js';
import { dataOf, type Input, inputName, keyOf } from './input.js';

/** What a rule may check before a row is saved: `before` is the row as it was, without it the row is new. */
export type BeforeSave<T> = (change: { em: EntityManager; caller: Caller; row: T; before?: Readonly<T> }) => void | Promise<void>;
export type BeforeDelete<T> = (change: { em: EntityManager; caller: Caller; row: T }) => void | Promise<void>;

type Stored = { id: string; revision: number };

const plain = (value: unknown): unknown => {
  if (typeof value === 'object' && value !== null && 'id' in value) return String((value as Stored).id);
  return value ?? null;
};
const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** The fields of a change that no longer hold what the change would put there, with what they hold now. */
const conflictsOf = (concept: ConceptMeta, row: object, data: Input): Conflict[] =>
  Object.entries(data)
    .filter(([name, value]) => !same(Reflect.get(row, name), value))
    .map(([name]) => {
      const field = concept.fields.get(name);
      return { field: field ? inputName(field) : name, current: plain(Reflect.get(row, name)) };
    });

/** Adds a row. @returns its database key */
export const createRow = async <T extends object>(
  em: EntityManager,
  caller: Caller,
  concept: ConceptMeta,
  input: Input,
  beforeSave?: BeforeSave<T>,
): Promise<string> =>
  em.transactional(async (inner) => {
    const data = await dataOf(inner, concept, input, 'create');
    const epci = concept.fields.has('epci') && caller.epciId ? { epci: inner.getReference(conceptNamed('Epci').type, caller.epciId as never) } : {};
    const row = inner.create(concept.type, { ...epci, ...data } as never);
    await beforeSave?.({ em: inner, caller, row: row as T });
    await inner.flush();
    return (row as Stored).id;
  });

/** The row of an id, as an entity, at the revision that the caller saw. @throws UnknownId, StaleRevision */
export const rowAt = async <T extends object>(
  em: EntityManager,
  concept: ConceptMeta,
  id: string,
  revision: number,
  data: Input = {},
): Promise<T> => {
  const row = await em.findOne(concept.type, { id: keyOf(concept, id, 'id') } as never);
  if (!row) throw new UnknownId(concept.name, 'id');
  if ((row as Stored).revision !== revision) throw new StaleRevision(concept.name, conflictsOf(concept, row, data));
  return row as T;
};

/** Changes the given fields of a row, if nobody changed it since `revision`. @returns its database key */
export const updateRow = async <T extends object>(
  em: EntityManager,
  caller: Caller,
  concept: ConceptMeta,
  { id, revision, input }: { id: string; revision: number; input: Input },
  beforeSave?: BeforeSave<T>,
): Promise<string> => {
  try {
    return await em.transactional(async (inner) => {
      const data = await dataOf(inner, concept, input, 'update');
      const row = await rowAt<T>(inner, concept, id, revision, data);
      const before = { ...row };
      if (conflictsOf(concept, row, data).length > 0) inner.assign(row, { ...data, updatedAt: new Date() } as never);
      await beforeSave?.({ em: inner, caller, row, before });
      await inner.flush();
      return (row as unknown as Stored).id;
    });
  } catch (error) {
    // Lost by a hair: the row changed between reading and writing.
    if (error instanceof OptimisticLockError) throw new StaleRevision(concept.name, []);
    throw error;
  }
};

/** Removes a row that nothing depends on. @returns its opaque id */
export const deleteRow = async <T extends object>(
  em: EntityManager,
  caller: Caller,
  concept: ConceptMeta,
  { id, revision }: { id: string; revision: number },
  beforeDelete?: BeforeDelete<T>,
): Promise<string> =>
  em.transactional(async (inner) => {
    const row = await rowAt<T>(inner, concept, id, revision);
    await beforeDelete?.({ em: inner, caller, row });
    inner.remove(row);
    await inner.flush();
    return id;
  });
