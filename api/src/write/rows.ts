import {
  DeadlockException,
  DriverException,
  FlushMode,
  ForeignKeyConstraintViolationException,
  OptimisticLockError,
  type TransactionOptions,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Conflict } from '../base/refusal.js';
import { HasHistory, NotAllowed, StaleRevision, UnknownId } from '../base/shared.errors.js';
import { encodeId } from '../concept/id.js';
import { type ConceptMeta, type FieldMeta, fieldOf, targetOf } from '../concept/meta.js';
import type { Caller } from '../identity/access/caller.js';
import { dataOf, type Input, inputName, keyOf, tidied } from './input.js';
import { type BeforeDelete, type BeforeSave, rulesOf } from './rules.js';

type Stored = { id: string; revision: number };

/**
 * Clears the identity map, so that each write reads its rows anew, and flushes on commit alone: a query of a rule would otherwise
 * flush changes that are not checked yet. A new object each time, since MikroORM notes the transaction in it.
 */
export const transactionOptions = (): TransactionOptions => ({ clear: true, flushMode: FlushMode.COMMIT });

/** Somebody else wrote at the same moment: a stale revision, a deadlock, or an exclusion constraint (23P01). */
const isConcurrencyError = (error: unknown): boolean =>
  error instanceof OptimisticLockError ||
  error instanceof DeadlockException ||
  (error instanceof DriverException && error.code === '23P01');

/**
 * Runs a write in one transaction, and once more after a concurrency error: the second time it reads what the other one wrote, and the
 * rule or the revision says in words what stands in the way.
 */
export const withRetriedTransaction = async <T>(
  em: EntityManager,
  work: (inner: EntityManager) => Promise<T>,
): Promise<T> => {
  const attempt = () => em.transactional((inner) => work(inner as EntityManager), transactionOptions());
  try {
    return await attempt();
  } catch (error) {
    if (!isConcurrencyError(error)) throw error;
    return attempt();
  }
};

/** A value as callers know it: a relation by its opaque id. */
const plain = (field: FieldMeta, value: unknown): unknown =>
  field.kind === 'one' && value ? encodeId(targetOf(field).name, (value as Stored).id) : (tidied(field, value) ?? null);

/** Keys in one order, since PostgreSQL keeps JSON in an order of its own. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The fields of a change that do not hold what the change would put there, with what they hold now. */
const conflictsOf = (concept: ConceptMeta, row: object, data: Input): Conflict[] =>
  Object.entries(data).flatMap(([name, value]) => {
    const field = fieldOf(concept, name);
    const current = plain(field, Reflect.get(row, name));
    return canonical(current) === canonical(plain(field, value)) ? [] : [{ field: inputName(field), current }];
  });

/** Adds a row, if the rules of the concept let it. @returns its database key */
export const createRow = async (
  em: EntityManager,
  caller: Caller,
  concept: ConceptMeta,
  input: Input,
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const data = await dataOf(inner, concept, input, 'create');
    const owner = concept.fields.get('epci');
    const epci = owner && caller.epciId && inner.getReference(targetOf(owner).type, caller.epciId as never);
    const row = inner.create(concept.type, { ...(epci ? { epci } : {}), ...data } as never);
    await rulesOf(concept).beforeSave?.({ em: inner, caller, row: row as never });
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

/**
 * Changes the given fields of a row, if nobody changed it since `revision` and the rules of the concept let it.
 *
 * @param also what else belongs to the change, once the rules were asked
 * @returns its database key
 */
export const updateRow = async <T extends object>(
  em: EntityManager,
  caller: Caller,
  concept: ConceptMeta,
  { id, revision, input }: { id: string; revision: number; input: Input },
  also?: BeforeSave<T>,
): Promise<string> => {
  try {
    return await withRetriedTransaction(em, async (inner) => {
      const data = await dataOf(inner, concept, input, 'update');
      const row = await rowAt<T>(inner, concept, id, revision, data);
      const before = { ...row };
      if (conflictsOf(concept, row, data).length > 0) inner.assign(row, data as never);
      await rulesOf(concept).beforeSave?.({ em: inner, caller, row: row as never, before: before as never });
      await also?.({ em: inner, caller, row, before });
      await inner.flush();
      return (row as unknown as Stored).id;
    });
  } catch (error) {
    // Nobody changed it, and yet it is not written: it is not for this caller to change.
    if (error instanceof OptimisticLockError) throw new NotAllowed();
    throw error;
  }
};

/**
 * Removes a row that nothing depends on, if the rules of the concept let it.
 *
 * @param also what else belongs to the change, once the rules were asked
 * @returns its opaque id
 */
export const deleteRow = async <T extends object>(
  em: EntityManager,
  caller: Caller,
  concept: ConceptMeta,
  { id, revision }: { id: string; revision: number },
  also?: BeforeDelete<T>,
): Promise<string> => {
  try {
    return await withRetriedTransaction(em, async (inner) => {
      const row = await rowAt<T>(inner, concept, id, revision);
      await rulesOf(concept).beforeDelete?.({ em: inner, caller, row: row as never });
      await also?.({ em: inner, caller, row });
      const key = (row as unknown as Stored).id;
      if ((await inner.nativeDelete(concept.type, { id: key, revision } as never)) > 0) return id;
      await rowAt<T>(inner.fork({ keepTransactionContext: true }), concept, id, revision);
      throw new NotAllowed();
    });
  } catch (error) {
    // Other rows point to it: PostgreSQL names theirs, people asked for this one.
    if (error instanceof ForeignKeyConstraintViolationException) throw new HasHistory(concept.name);
    throw error;
  }
};
