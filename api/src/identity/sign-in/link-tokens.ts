import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { hashOf, newSecret } from './secrets.js';
import type { TokenPurpose } from './token.codes.js';

const day = 86_400_000;

/**
 * How long a link works, in milliseconds. An invitation waits for somebody who may be on holiday; a reset is asked for by
 * someone who waits, and opens an account that holds data already.
 */
export const linkLifetimes: Readonly<Record<TokenPurpose, number>> = { INVITATION: 14 * day, RESET: day };

/** After which a dead link is forgotten: until then it still gets the sentence that says what became of it. */
const retention = 90 * day;

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;

/**
 * Makes a single-use link for an account. Under sign-in's role. It voids no other: anybody may ask for one by mail, and would
 * put out the invitation that its owner waits for. Using one voids the rest.
 *
 * @returns its secret
 */
export const issueLink = async (
  em: EntityManager,
  accountId: string,
  purpose: TokenPurpose,
  now: Date,
): Promise<string> => {
  const secret = newSecret();
  const db = em.getKysely();
  await sql`delete from token where expires_at < ${at(new Date(now.getTime() - retention))}`.execute(db);
  await sql`
    insert into token (token_hash, account_id, purpose, created_at, expires_at)
    values (${hashOf(secret)}, ${accountId}::bigint, ${purpose}, ${at(now)}, ${at(new Date(now.getTime() + linkLifetimes[purpose]))})`.execute(
    db,
  );
  return secret;
};

/** Voids the links of accounts that were not used. Under sign-in's role. */
export const voidLinksOf = async (em: EntityManager, accountIds: readonly string[]): Promise<void> => {
  await sql`
    update token set expires_at = created_at where account_id = any(${accountIds}::bigint[]) and used_at is null`.execute(
    em.getKysely(),
  );
};
