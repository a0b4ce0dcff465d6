import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AccountEnded, TokenExpired, TokenSpent, TokenUnknown } from '../domain/account/account.errors.js';
import type { Locale, Role, TokenPurpose } from '../domain/codes.js';
import { letterOfLink } from '../mail/links.js';
import type { Post } from '../mail/post.js';
import { forgetDevicesOf, rememberDevice } from './devices.js';
import { hasEnded } from './ended.js';
import { checkPassword, hashPassword, setPassword } from './passwords.js';
import { hashOf, isSecret, newSecret } from './secrets.js';
import { type Entered, endSessionsOf, openSession } from './sessions.service.js';
import { signInRole, signingIn } from './sign-in-role.js';

const day = 86_400_000;

/**
 * How long a link works, in milliseconds. An invitation waits for somebody who may be on holiday; a reset is asked for by
 * someone who waits, and opens an account that holds data already.
 */
export const linkLifetimes: Readonly<Record<TokenPurpose, number>> = { INVITATION: 14 * day, RESET: day };

/** After which a dead link is forgotten: until then it still gets the sentence that says what became of it. */
const keptDead = 90 * day;

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
  await sql`delete from token where expires_at < ${at(new Date(now.getTime() - keptDead))}`.execute(db);
  await sql`
    insert into token (token_hash, account_id, purpose, created_at, expires_at)
    values (${hashOf(secret)}, ${accountId}::bigint, ${purpose}, ${at(now)}, ${at(new Date(now.getTime() + linkLifetimes[purpose]))})`.execute(
    db,
  );
  return secret;
};

/** Voids the links of an account that were not used. Under sign-in's role. */
export const voidLinksOf = async (em: EntityManager, accountId: string): Promise<void> => {
  await sql`
    update token set expires_at = created_at where account_id = ${accountId}::bigint and used_at is null`.execute(
    em.getKysely(),
  );
};

/** Whether the account ever chose a password. Under sign-in's role. */
export const hasPassword = async (em: EntityManager, accountId: string): Promise<boolean> => {
  const { rows } = await sql`select from credential where account_id = ${accountId}::bigint`.execute(em.getKysely());
  return rows.length > 0;
};

export interface Link {
  purpose: TokenPurpose;
  email: string;
  accountId: string;
  role: Role;
  name: string;
  epci: string | null;
}

interface Found extends Link {
  spent: boolean;
  expired: boolean;
  ended: boolean;
}

const find = async (em: EntityManager, secret: string, now: Date, lock: boolean): Promise<Link> => {
  const { rows } = await sql<Found>`
    select t.purpose, a.email, a.id::text as "accountId", a.role, a.display_name as name, e.name as epci,
      t.used_at is not null as "spent", t.expires_at <= ${at(now)} as "expired", ${hasEnded(now)} as "ended"
    from token t join account a on a.id = t.account_id left join epci e on e.id = a.epci_id
    where t.token_hash = ${hashOf(secret)} ${lock ? sql`for update of t` : sql``}`.execute(em.getKysely());
  const [found] = rows;
  if (!found) throw new TokenUnknown();
  if (found.spent) throw new TokenSpent();
  if (found.expired) throw new TokenExpired();
  if (found.ended) throw new AccountEnded();
  return found;
};

/**
 * What a link is for, without using it up: mail scanners open links too.
 *
 * @throws TokenUnknown, TokenSpent, TokenExpired, AccountEnded
 */
export const lookAtLink = async (system: EntityManager, secret: string, now: Date): Promise<Link> => {
  if (!isSecret(secret)) throw new TokenUnknown();
  return signingIn(system, (em) => find(em, secret, now, false));
};

interface LinkUse {
  secret: string;
  password: string;
  /** The secret of the browser's cookie, if it has one. */
  device?: string | undefined;
  userAgent?: string | undefined;
}

/**
 * Uses a link up: sets the password, ends every session and every other link of the account, forgets its browsers, and signs in.
 *
 * @throws what `lookAtLink` throws, what `checkPassword` throws
 */
export const consumeLink = async (
  system: EntityManager,
  { secret, password, device, userAgent }: LinkUse,
  now: Date,
): Promise<Entered & { email: string }> => {
  const owner = await lookAtLink(system, secret, now);
  await checkPassword(password, owner);
  const passwordHash = await hashPassword(password);
  return signingIn(system, async (em) => {
    // Looked at again, now locked: of two presses at the same moment one finds the link spent.
    const { accountId, role, email } = await find(em, secret, now, true);
    await sql`update token set used_at = ${at(now)} where token_hash = ${hashOf(secret)}`.execute(em.getKysely());
    await setPassword(em, accountId, passwordHash, now);
    await voidLinksOf(em, accountId);
    await endSessionsOf(em, accountId);
    await forgetDevicesOf(em, accountId);
    return {
      ...(await openSession(em, { id: accountId, role, userAgent }, now)),
      device: await rememberDevice(em, accountId, device, now),
      email,
    };
  });
};

interface LinkMail {
  accountId: string;
  /** Key of the account of who invites. */
  by?: string | undefined;
  purpose: TokenPurpose;
  secret: string;
  publicUrl: string;
  now: Date;
}

/** Queues the mail that brings a link to its owner, in their language. Gives false where none is made. Under sign-in's role. */
export const mailLink = async (
  em: EntityManager,
  post: Post,
  { accountId, by, purpose, secret, publicUrl, now }: LinkMail,
): Promise<boolean> => {
  const { rows } = await sql<{
    email: string;
    name: string;
    locale: Locale;
    epci: string | null;
    timeZone: string | null;
    inviter: string | null;
    replyTo: string | null;
  }>`
    select a.email, a.display_name as name, a.locale, e.name as epci, e.time_zone as "timeZone",
      i.display_name as inviter, i.email as "replyTo"
    from account a left join epci e on e.id = a.epci_id left join account i on i.id = ${by ?? null}::bigint where a.id = ${accountId}::bigint`.execute(
    em.getKysely(),
  );
  const [owner] = rows;
  if (!owner || !post.reaches(owner.email)) return false;
  const { email, name, locale, epci, timeZone, inviter, replyTo } = owner;
  const letter = letterOfLink({
    purpose,
    name,
    locale,
    link: linkAddress(publicUrl, secret),
    expiresAt: new Date(now.getTime() + linkLifetimes[purpose]),
    timeZone: timeZone ?? 'Europe/Paris',
    epci: epci ?? undefined,
    by: inviter ?? undefined,
  });
  await post.queue(em, signInRole, {
    ...letter,
    accountId,
    to: email,
    replyTo: replyTo ?? undefined,
    kind: purpose,
    dedupeKey: `link:${hashOf(secret)}`,
  });
  return true;
};

/**
 * A link for somebody who forgot their password, by mail alone: whoever asks learns nothing, not even whether there is such
 * an account. An ended one gets nothing; one that never had a password gets its invitation again.
 */
export const remindByMail = (
  system: EntityManager,
  post: Post,
  { email, publicUrl, now }: { email: string; publicUrl: string; now: Date },
): Promise<void> =>
  signingIn(system, async (em) => {
    const { rows } = await sql<{ id: string }>`
      select a.id::text from account a where a.email = ${email} and not ${hasEnded(now)}`.execute(em.getKysely());
    const accountId = rows[0]?.id;
    if (!accountId || !post.reaches(email)) return;
    const purpose = (await hasPassword(em, accountId)) ? 'RESET' : 'INVITATION';
    const secret = await issueLink(em, accountId, purpose, now);
    await mailLink(em, post, { accountId, purpose, secret, publicUrl, now });
  });

/**
 * The address that a link's secret makes, for people to open. A fragment is sent to no server: it stays out of logs and of `Referer`.
 */
export const linkAddress = (publicUrl: string, secret: string): string => `${publicUrl}/sign-in/link#${secret}`;
