import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { hashOf, isSecret, newSecret } from './secrets.js';

/** How long a browser is known without use, in milliseconds: what browsers keep a cookie for, at most. */
export const deviceKept = 400 * 86_400_000;

/** SQL: whether the browser of a secret has opened the account `a`. */
export const isKnownDevice = (secret: string | undefined, now: Date) =>
  isSecret(secret)
    ? sql<boolean>`exists (
        select from known_device d where d.token_hash = ${hashOf(secret)} and d.account_id = a.id
          and d.seen_at > ${new Date(now.getTime() - deviceKept).toISOString()}::timestamptz)`
    : sql<boolean>`false`;

/**
 * Notes that an account was opened from a browser, for `isKnownDevice`. Under sign-in's role.
 *
 * @param carried the secret of its cookie, which stays if it is one of ours
 * @returns the secret for its cookie
 */
export const rememberDevice = async (
  em: EntityManager,
  accountId: string,
  carried: string | undefined,
  now: Date,
): Promise<string> => {
  const db = em.getKysely();
  const forgotten = new Date(now.getTime() - deviceKept).toISOString();
  await sql`delete from known_device where seen_at <= ${forgotten}::timestamptz`.execute(db);
  const { rows } = isSecret(carried)
    ? await sql`select from known_device where token_hash = ${hashOf(carried)} limit 1`.execute(db)
    : { rows: [] };
  const secret = isSecret(carried) && rows.length > 0 ? carried : newSecret();
  await sql`
    insert into known_device (token_hash, account_id, seen_at)
    values (${hashOf(secret)}, ${accountId}::bigint, ${now.toISOString()}::timestamptz)
    on conflict (token_hash, account_id) do update set seen_at = excluded.seen_at`.execute(db);
  return secret;
};

/** No browser is known any more for accounts: their access ended, or their password was lost. Under sign-in's role. */
export const forgetDevicesOf = async (em: EntityManager, accountIds: readonly string[]): Promise<void> => {
  await sql`delete from known_device where account_id = any(${accountIds}::bigint[])`.execute(em.getKysely());
};
