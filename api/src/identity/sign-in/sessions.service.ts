import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Role } from '../../base/codes.js';
import { deviceName } from './device-name.js';
import { hashOf, newSecret } from './secrets.js';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * How long a session lasts, in milliseconds: without use (`idle`), and in all (`whole`).
 *
 * Who sees personal data of a whole EPCI signs in each morning: a working day without use ends the session, on desks that
 * others share. An agent opens Parvis on their own phone at three or four meetings a year and sees one or two
 * guichets: half a year without use, so that signing the sheet of the next meeting does not begin with a lost password. They
 * see their sessions and end them, and their departure ends all.
 */
export const sessionLimits: Readonly<Record<Role, { readonly idle: number; readonly whole: number }>> = {
  ADMIN: { idle: 12 * hour, whole: 7 * day },
  EPCI_STAFF: { idle: 12 * hour, whole: 7 * day },
  ANALYST: { idle: 12 * hour, whole: 7 * day },
  AGENT: { idle: 180 * day, whole: 365 * day },
};

/** Use is noted at most this often, in milliseconds: reading should not write each time. */
const touchInterval = 300_000;

export interface OpenedSession {
  /** For the cookie; only its hash is kept. */
  secret: string;
  /** Milliseconds after which it ends, used or not. */
  lifetime: number;
  accountId: string;
}

/** A session, and what the browser will be known by; absent for who has no password to guess. */
export interface Entered extends OpenedSession {
  device?: string;
  /** Whether there are other accounts to go on with. */
  several?: boolean;
}

interface Owner {
  id: string;
  role: Role;
  /** As its browser says of itself. */
  userAgent?: string | undefined;
}

/** Opens a session, and clears away those that have run out. Under sign-in's role. */
export const openSession = async (
  em: EntityManager,
  { id, role, userAgent }: Owner,
  now: Date,
): Promise<OpenedSession> => {
  const secret = newSecret();
  const { idle, whole } = sessionLimits[role];
  const db = em.getKysely();
  await sql`delete from session where expires_at <= ${now.toISOString()}::timestamptz`.execute(db);
  await sql`
    insert into session (token_hash, account_id, device, created_at, seen_at, expires_at)
    select ${hashOf(secret)}, ${id}::bigint, ${deviceName(userAgent)}, n.at, n.at, n.at + make_interval(secs => ${Math.min(idle, whole) / 1000})
    from (select ${now.toISOString()}::timestamptz as at) n`.execute(db);
  await noteEntered(em, id, now);
  return { secret, lifetime: whole, accountId: id };
};

/** Ends one session. Under sign-in's role. */
export const endSession = async (em: EntityManager, secret: string): Promise<void> => {
  await sql`delete from session where token_hash = ${hashOf(secret)}`.execute(em.getKysely());
};

/** Signs accounts out everywhere, but for the session of a secret if one is given. Under sign-in's role. */
export const endSessionsOf = async (em: EntityManager, accountIds: readonly string[], kept?: string): Promise<void> => {
  await sql`
    delete from session where account_id = any(${accountIds}::bigint[]) and token_hash <> ${hashOf(kept ?? '')}`.execute(
    em.getKysely(),
  );
};

/**
 * Goes on with another account, by a new session that began when the given one did and lasts as that account's do. Under sign-in's
 * role.
 *
 * @returns undefined when it has gone on for too long already
 */
export const changeSession = async (
  em: EntityManager,
  secret: string,
  { id, role }: { id: string; role: Role },
  now: Date,
): Promise<OpenedSession | undefined> => {
  const next = newSecret();
  const { idle, whole } = sessionLimits[role];
  const { rows } = await sql<{ left: number }>`
    insert into session (token_hash, account_id, device, created_at, seen_at, expires_at)
    select ${hashOf(next)}, ${id}::bigint, s.device, s.created_at, n.at, least(n.at + make_interval(secs => ${idle / 1000}), e.at)
    from (select ${now.toISOString()}::timestamptz as at) n, session s,
      lateral (select s.created_at + make_interval(secs => ${whole / 1000}) as at) e
    where s.token_hash = ${hashOf(secret)} and e.at > n.at
    returning extract(epoch from created_at + make_interval(secs => ${whole / 1000}) - seen_at)::float8 * 1000 as left`.execute(
    em.getKysely(),
  );
  const [begun] = rows;
  if (!begun) return undefined;
  await endSession(em, secret);
  await noteEntered(em, id, now);
  return { secret: next, lifetime: begun.left, accountId: id };
};

/** Who signs in next begins here. */
const noteEntered = async (em: EntityManager, accountId: string, now: Date): Promise<void> => {
  await sql`
    update credential_account set used_at = ${now.toISOString()}::timestamptz where account_id = ${accountId}::bigint`.execute(
    em.getKysely(),
  );
};

/** SQL: whether `seen_at` of a session should be written again. */
export const shouldTouch = (now: Date) =>
  sql`s.seen_at <= ${new Date(now.getTime() - touchInterval).toISOString()}::timestamptz`;

/** Notes that a session is used, which puts off its end, though never beyond its whole length. Under sign-in's role. */
export const touchSession = async (em: EntityManager, hash: string, role: Role, now: Date): Promise<void> => {
  const { idle, whole } = sessionLimits[role];
  await sql`
    update session set seen_at = n.at,
      expires_at = least(n.at + make_interval(secs => ${idle / 1000}), created_at + make_interval(secs => ${whole / 1000}))
    from (select ${now.toISOString()}::timestamptz as at) n
    where token_hash = ${hash}`.execute(em.getKysely());
};
