import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Locale, Role } from '../../base/codes.js';
import { dbRoleOf } from '../../base/roles.js';
import { NotAllowed } from '../../base/shared.errors.js';
import { type Clock, today } from '../../clock.js';
import { encodeId } from '../../concept/id.js';
import { readGuarded } from '../../database/guarded.js';
import { AnotherAccount } from '../account/account.errors.js';
import { demoDomain } from '../sign-in/demo.js';
import { hasEnded } from '../sign-in/ended.js';
import { hashOf, isSecret } from '../sign-in/secrets.js';
import { shouldTouch, touchSession } from '../sign-in/sessions.service.js';
import { anonymous, type Caller } from './caller.js';
import { signInRole, signingIn } from './sign-in-role.js';

/** Someone signed in: what decides their rights, and their name. */
export interface SignedIn {
  caller: Caller;
  displayName: string;
  /** Null for an agent without one. */
  email: string | null;
  /** Gets a mail of what waits, a day at most. */
  digest: boolean;
}

interface Found {
  accountId: string;
  displayName: string;
  email: string | null;
  role: Role;
  national: boolean;
  digest: boolean;
  locale: Locale;
  epciId: string | null;
  agentId: string | null;
  today: string;
  scopes: string[];
  guichets: string[] | null;
  reviews: string[] | null;
  levels: string[] | null;
  shouldTouch: boolean;
}

/** The time zone of those who belong to no EPCI, and read those of several zones or of all. */
const timeZone = 'Europe/Paris';

/**
 * Who an account is today, in one statement: its EPCIs, and an agent's guichets with the levels these keep. The function
 * `agent_desks` is the only way by which sign-in's role sees anything of guichets.
 */
const columns = (now: Date) => sql`
  a.id::text as "accountId", a.digest, a.display_name as "displayName", a.email, a.role, a.national, a.locale,
  a.epci_id::text as "epciId", a.agent_id::text as "agentId", d.today::text as "today",
  array(select s.epci_id::text from analyst_scope s where s.account_id = a.id) as "scopes", g.guichets, g.levels, g.reviews
  from account a
  left join epci e on e.id = a.epci_id
  cross join lateral (
    select (${now.toISOString()}::timestamptz at time zone coalesce(e.time_zone, (
      select min(x.time_zone) from analyst_scope s join epci x on x.id = s.epci_id
      where s.account_id = a.id having count(distinct x.time_zone) = 1), ${timeZone}))::date as today
  ) d
  cross join lateral (
    select array_agg(guichet_id::text order by guichet_id) as guichets,
      array_agg(guichet_id::text order by guichet_id) filter (where reviewer) as reviews,
      array_agg(distinct level) filter (where level is not null) as levels
    from agent_desks(a.agent_id, d.today)
  ) g`;

const callerOf = ({ role, national, locale, today, accountId, epciId, agentId, ...found }: Found): Caller => ({
  role,
  dbRole: dbRoleOf(role, national),
  locale,
  today,
  accountId,
  ...(epciId ? { epciId } : {}),
  epciIds: [...new Set([...(epciId ? [epciId] : []), ...found.scopes])],
  ...(agentId ? { agentId } : {}),
  guichetIds: found.guichets ?? [],
  reviewIds: found.reviews ?? [],
  levels: found.levels ?? [],
});

/** The person of a cookie's secret; undefined when no session holds, or the account has ended. */
export const findSignedIn = async (
  system: EntityManager,
  secret: string | undefined,
  now: Date,
): Promise<SignedIn | undefined> => {
  if (!isSecret(secret)) return undefined;
  const hash = hashOf(secret);
  const [found] = await readGuarded(
    system,
    sql<Found>`
      select ${shouldTouch(now)} as "shouldTouch", ${columns(now)}
      join session s on s.account_id = a.id
      where s.token_hash = ${hash} and s.expires_at > ${now.toISOString()}::timestamptz and not ${hasEnded(now)}`,
    { role: signInRole },
  );
  if (!found) return undefined;
  if (found.shouldTouch) await signingIn(system, (em) => touchSession(em, hash, found.role, now));
  return { caller: callerOf(found), digest: found.digest, displayName: found.displayName, email: found.email };
};

/** Accounts whose address ends in a given way, as the callers they would be. Under sign-in's role. */
export const callersByEmail = async (
  em: EntityManager,
  ending: string,
  now: Date,
): Promise<(SignedIn & { email: string })[]> => {
  const { rows } = await sql<Found>`
    select ${columns(now)} where a.email like ${`%${ending}`} and not ${hasEnded(now)} order by a.id`.execute(
    em.getKysely(),
  );
  return rows.map((found) => ({
    caller: callerOf(found),
    digest: found.digest,
    displayName: found.displayName,
    email: found.email ?? '',
  }));
};

/** Somebody who gets a mail of what waits for them. */
export interface Subscriber {
  caller: Caller & { accountId: string };
  displayName: string;
  email: string;
}

/**
 * Those of an EPCI who want a digest and can open what it says, as the callers they would be. Under sign-in's role.
 * The people of the demonstration never chose a password.
 */
export const subscribersOf = async (em: EntityManager, epciId: string, now: Date): Promise<Subscriber[]> => {
  const { rows } = await sql<Found & { email: string }>`
    select a.email, ${columns(now)}
    where a.epci_id = ${epciId}::bigint and a.digest and a.email is not null and not ${hasEnded(now)} and a.role in ('EPCI_STAFF', 'AGENT')
      and (a.email like ${`%${demoDomain}`} or exists (select from credential_account c where c.account_id = a.id)) order by a.id`.execute(
    em.getKysely(),
  );
  return rows.map((found) => ({
    caller: { ...callerOf(found), accountId: found.accountId },
    displayName: found.displayName,
    email: found.email,
  }));
};

/** The caller of a request, from the secret in its cookie: anonymous when there is none that holds. */
export const findCaller = async (
  system: EntityManager,
  secret: string | undefined,
  clock: Clock,
  locale: Locale,
): Promise<Caller> =>
  (await findSignedIn(system, secret, clock.now()))?.caller ?? anonymous(today(clock, timeZone), locale);

/** The name of the caller as it is today: it stays with what they say or add. @throws NotAllowed without an account */
export const nameOfCaller = async (em: EntityManager, { accountId }: Caller): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select display_name as name from account where id = ${accountId ?? null}::bigint`.execute(em.getKysely());
  const [account] = rows;
  if (!account) throw new NotAllowed();
  return account.name;
};

/** The account of a caller, as callers know it. */
export const idOfAccount = (accountId: string | undefined): string => encodeId('Account', accountId ?? '');

/**
 * Our pages say with each request which account they were opened with. A session that another tab has moved to another EPCI
 * meanwhile would put there what is saved here.
 *
 * @param shown opaque id; absent for other clients
 * @throws AnotherAccount
 */
export const refuseAnotherAccount = ({ accountId }: Caller, shown: unknown): void => {
  if (shown && accountId && shown !== idOfAccount(accountId)) throw new AnotherAccount();
};
