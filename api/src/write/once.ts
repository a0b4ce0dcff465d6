import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AddedThenRemoved, RequestKeyUsed } from '../base/shared.errors.js';
import type { ConceptMeta } from '../concept/meta.js';
import type { Caller } from '../identity/access/caller.js';
import { signingIn } from '../identity/access/sign-in-role.js';
import { canonical, transactionOptions } from './rows.js';

/** A request that adds a row, as it was asked. */
export interface Addition {
  /** A UUID that its sender gave it, to be able to ask again. */
  requestKey?: string | undefined;
  /** Name of the mutation. */
  operation: string;
  /** Its arguments, but for the key. */
  given: object;
}

/**
 * Adds a row once, however often the request comes: the key is kept in the transaction of the row. A second request of the same
 * key at the same moment waits for the first one, and finds what that has added; if the first one is refused, nothing is kept
 * of it, and the key serves again.
 *
 * @param work adds the row in a transaction of its own, or as a part of the one that it is given; gives its database key
 * @returns database key of the row, added now or by an earlier request of the same key
 * @throws RequestKeyUsed, AddedThenRemoved, and whatever `work` throws
 */
export const addOnce = async (
  em: EntityManager,
  { accountId }: Caller,
  concept: ConceptMeta,
  { requestKey, operation, given }: Addition,
  work: (em: EntityManager) => Promise<string>,
): Promise<string> => {
  if (!requestKey) return work(em);
  const inputHash = createHash('sha256').update(canonical(given)).digest('hex');
  return em.transactional(async (transaction) => {
    const inner = transaction as EntityManager;
    // One statement takes the key, or waits for who has it and reads what it was taken for.
    const { rows } = await sql<{ operation: string; inputHash: string; rowKey: string | null }>`
      insert into request_key as k (account_id, key, operation, input_hash)
      values (${accountId ?? null}::bigint, ${requestKey}::uuid, ${operation}, ${inputHash})
      on conflict (account_id, key) do update set at = k.at
      returning k.operation, k.input_hash as "inputHash", k.row_key::text as "rowKey"`.execute(inner.getKysely());
    const [kept] = rows;
    if (kept?.operation !== operation || kept.inputHash !== inputHash) throw new RequestKeyUsed();
    if (kept.rowKey !== null) {
      const there = await inner.count(concept.type, { id: kept.rowKey } as never);
      if (there === 0) throw new AddedThenRemoved(concept.name);
      return kept.rowKey;
    }
    const added = await work(inner);
    await sql`
      update request_key set row_key = ${added}::bigint
      where account_id = ${accountId ?? null}::bigint and key = ${requestKey}::uuid`.execute(inner.getKysely());
    return added;
  }, transactionOptions());
};

/** Nobody asks again after a day: keys go. @param system not under a caller's session */
export const clearRequestKeys = (system: EntityManager): Promise<void> =>
  signingIn(system, async (em) => {
    await sql`delete from request_key where at < now() - interval '1 day'`.execute(em.getKysely());
  });
