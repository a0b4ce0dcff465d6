import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

// Which password opens which accounts. All under sign-in's role; accounts are given by their database keys.

const at = (now: Date) => sql`${now.toISOString()}::timestamptz`;

/** SQL: the accounts that one password opens together with an account, itself among them. */
export const openedTogether = (accountId: string) => sql`(
  select ${accountId}::bigint as account_id
  union select o.account_id from credential_account c join credential_account o using (credential_id)
    where c.account_id = ${accountId}::bigint)`;

/** The accounts that one password opens together with an account, itself among them. */
export const accountsTogether = async (em: EntityManager, accountId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select t.account_id::text as id from ${openedTogether(accountId)} t order by t.account_id`.execute(em.getKysely());
  return rows.map(({ id }) => id);
};

/** Whether somebody ever chose a password for an account. */
export const hasPassword = async (em: EntityManager, accountId: string): Promise<boolean> => {
  const { rows } = await sql`select from credential_account where account_id = ${accountId}::bigint`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
};

/** Changes a password, for all accounts that it opens together with one of them. */
export const changePassword = async (em: EntityManager, accountId: string, hash: string, now: Date): Promise<void> => {
  await sql`
    update credential set password_hash = ${hash}, changed_at = ${at(now)}
    where id = (select credential_id from credential_account where account_id = ${accountId}::bigint)`.execute(
    em.getKysely(),
  );
};

/** A password that opens nothing any more is forgotten. */
const forgetUnused = async (em: EntityManager): Promise<void> => {
  await sql`
    delete from credential c where not exists (select from credential_account a where a.credential_id = c.id)`.execute(
    em.getKysely(),
  );
};

/** Lets one password open some accounts, instead of those that did; none for nobody. @param credentialId one that is there */
const open = async (
  em: EntityManager,
  accountIds: readonly string[],
  credentialId: string,
  now: Date,
): Promise<void> => {
  await sql`
    insert into credential_account (account_id, credential_id, used_at)
    select a, ${credentialId}::bigint, ${at(now)} from unnest(${accountIds}::bigint[]) a
    on conflict (account_id) do update set credential_id = excluded.credential_id`.execute(em.getKysely());
  await forgetUnused(em);
};

/** Makes a new password the one of some accounts, instead of those they had. */
export const choosePassword = async (
  em: EntityManager,
  accountIds: readonly string[],
  hash: string,
  now: Date,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    insert into credential (password_hash, changed_at) values (${hash}, ${at(now)}) returning id::text`.execute(
    em.getKysely(),
  );
  await open(em, accountIds, rows[0]?.id ?? '', now);
};

/** Lets the password of an account open another one too. */
export const sharePassword = async (em: EntityManager, accountId: string, withAccount: string, now: Date) => {
  const { rows } = await sql<{ id: string }>`
    select credential_id::text as id from credential_account where account_id = ${withAccount}::bigint`.execute(
    em.getKysely(),
  );
  await open(em, [accountId], rows[0]?.id ?? '', now);
};

/** No password opens an account any more, until a link proves its address again; others that it opened stay open to it. */
export const takePassword = async (em: EntityManager, accountId: string): Promise<void> => {
  await sql`delete from credential_account where account_id = ${accountId}::bigint`.execute(em.getKysely());
  await forgetUnused(em);
};
