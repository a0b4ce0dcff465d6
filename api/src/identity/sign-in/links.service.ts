import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Locale, Role } from '../../base/codes.js';
import { letterOfLeaving, letterOfLink } from '../../mail/links.js';
import type { Post } from '../../mail/post.js';
import { publicLinks } from '../../public-links.js';
import { signInRole, signingIn } from '../access/sign-in-role.js';
import { AccountEnded, TokenExpired, TokenSpent, TokenUnknown } from '../account/account.errors.js';
import { closeAccess } from '../account/departure.js';
import { choosePassword, openedTogether, sharePassword } from './credentials.js';
import { rememberDevice } from './devices.js';
import { hasEnded } from './ended.js';
import { issueLink, linkLifetimes } from './link-tokens.js';
import { checkPassword, hashPassword } from './passwords.js';
import { hashOf, isSecret } from './secrets.js';
import { type Entered, openSession } from './sessions.service.js';
import { accountsOf } from './sign-in.service.js';
import type { Throttle } from './throttle.js';
import type { TokenPurpose } from './token.codes.js';

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;

export interface Link {
  purpose: TokenPurpose;
  /** Null for an agent without one, who enters by the link alone. */
  email: string | null;
  accountId: string;
  role: Role;
  name: string;
  epci: string | null;
}

interface Found extends Link {
  /** It came by mail to the address that the account has. */
  proves: boolean;
  spent: boolean;
  expired: boolean;
  ended: boolean;
}

const find = async (em: EntityManager, secret: string, now: Date, lock: boolean): Promise<Found> => {
  const { rows } = await sql<Found>`
    select t.purpose, a.email, a.id::text as "accountId", a.role, a.display_name as name, e.name as epci,
      coalesce(t.mailed_to = a.email, false) as proves, t.used_at is not null as "spent", t.expires_at <= ${at(now)} as "expired", ${hasEnded(now)} as "ended"
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

/**
 * The accounts that a new password is chosen for by a link: the one that it was made for. One that came by mail proves an address,
 * and with it all that the owner's present password opens, and all of them that are not agents': whoever works for two EPCIs has one
 * password. Agents may share the mailbox of their town hall, and each has their own.
 */
const provenBy = async (em: EntityManager, { accountId, proves }: Found): Promise<string[]> => {
  if (!proves) return [accountId];
  const { rows } = await sql<{ id: string }>`
    select o.id::text as id from account a join account o on o.email = a.email
    where a.id = ${accountId}::bigint and (o.id in (select account_id from ${openedTogether(accountId)} t)
      or a.role <> 'AGENT' and o.role <> 'AGENT' and exists (select from credential_account c where c.account_id = o.id))`.execute(
    em.getKysely(),
  );
  return rows.map(({ id }) => id);
};

interface LinkUse {
  secret: string;
  password: string;
  /** The secret of the browser's cookie, if it has one. */
  device?: string | undefined;
  userAgent?: string | undefined;
}

interface EnteredByLink extends Entered {
  /** Whose tries are forgiven: an address that the link proves. */
  proven: string | null;
}

/**
 * Uses a link up, ends every session, other link and known browser of the accounts that it opens anew, and signs in.
 *
 * @param open lets a password open them; gives their keys
 */
const enter = (
  system: EntityManager,
  { secret, device, userAgent }: Omit<LinkUse, 'password'>,
  now: Date,
  open: (em: EntityManager, found: Found) => Promise<string[]>,
): Promise<EnteredByLink> =>
  signingIn(system, async (em) => {
    // Looked at again, now locked: of two presses at the same moment one finds the link spent.
    const found = await find(em, secret, now, true);
    const { accountId, role, email, proves } = found;
    await sql`update token set used_at = ${at(now)} where token_hash = ${hashOf(secret)}`.execute(em.getKysely());
    await closeAccess(em, await open(em, found));
    return {
      ...(await openSession(em, { id: accountId, role, userAgent }, now)),
      ...(email === null ? {} : { device: await rememberDevice(em, accountId, device, now) }),
      proven: proves ? email : null,
    };
  });

/**
 * Uses a link up with a new password for all that it proves, and signs in. An agent without an address needs none: the link
 * enters.
 *
 * @throws what `lookAtLink` throws, what `checkPassword` throws
 */
export const consumeLink = async (system: EntityManager, use: LinkUse, now: Date): Promise<EnteredByLink> => {
  const owner = await lookAtLink(system, use.secret, now);
  if (owner.email === null) return enter(system, use, now, async () => [owner.accountId]);
  await checkPassword(use.password, owner);
  const hash = await hashPassword(use.password);
  return enter(system, use, now, async (em, found) => {
    const proven = await provenBy(em, found);
    await choosePassword(em, proven, hash, now);
    return proven;
  });
};

/**
 * Uses a link up with the password that its owner has already for another account of the address: it opens this one too from now on.
 *
 * @throws what `lookAtLink` throws, what `accountsOf` throws
 */
export const joinByLink = async (
  system: EntityManager,
  throttle: Throttle,
  use: LinkUse & { address: string },
  now: Date,
): Promise<EnteredByLink> => {
  const { email } = await lookAtLink(system, use.secret, now);
  const [known] = await accountsOf(system, throttle, { ...use, email: email ?? '' }, now);
  return enter(system, use, now, async (em, { accountId }) => {
    await sharePassword(em, accountId, known.id, now);
    return [accountId];
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

interface Addressee {
  email: string | null;
  name: string;
  locale: Locale;
  epci: string | null;
  timeZone: string | null;
  /** Who has a mail written, and where answers go. */
  by: string | null;
  replyTo: string | null;
}

const addresseeOf = async (
  em: EntityManager,
  accountId: string,
  by: string | undefined,
): Promise<Addressee | undefined> => {
  const { rows } = await sql<Addressee>`
    select a.email, a.display_name as name, a.locale, e.name as epci, e.time_zone as "timeZone",
      i.display_name as by, i.email as "replyTo"
    from account a left join epci e on e.id = a.epci_id left join account i on i.id = ${by ?? null}::bigint
    where a.id = ${accountId}::bigint`.execute(em.getKysely());
  return rows[0];
};

/** Queues the mail that brings a link to its owner, in their language. Gives false where none is made. Under sign-in's role. */
export const mailLink = async (
  em: EntityManager,
  post: Post,
  { accountId, by, purpose, secret, publicUrl, now }: LinkMail,
): Promise<boolean> => {
  const owner = await addresseeOf(em, accountId, by);
  if (!owner?.email || !post.reaches(owner.email)) return false;
  const letter = letterOfLink({
    ...owner,
    purpose,
    link: publicLinks(publicUrl).signIn(secret),
    expiresAt: new Date(now.getTime() + linkLifetimes[purpose]),
    timeZone: owner.timeZone ?? 'Europe/Paris',
  });
  await post.queue(em, signInRole, {
    ...letter,
    accountId,
    to: owner.email,
    replyTo: owner.replyTo ?? undefined,
    kind: purpose,
    dedupeKey: `link:${hashOf(secret)}`,
  });
  await sql`update token set mailed_to = ${owner.email} where token_hash = ${hashOf(secret)}`.execute(em.getKysely());
  return true;
};

/** Queues a word to the address that an account had until now. Under sign-in's role. */
export const tellFormerAddress = async (
  em: EntityManager,
  post: Post,
  { accountId, by, to, now }: { accountId: string; by: string | undefined; to: string; now: Date },
): Promise<void> => {
  const owner = await addresseeOf(em, accountId, by);
  if (!owner) return;
  const dedupeKey = `address:${accountId}:${now.toISOString()}`;
  await post.queue(em, signInRole, { ...letterOfLeaving(owner), accountId, to, kind: 'ADDRESS', dedupeKey });
};

/** Mails that one request for a link makes: a town hall has fewer clerks. */
const mailsOfAnAddress = 20;

/**
 * Links for somebody who forgot their password, by mail alone: whoever asks learns nothing, not even whether there is such
 * an account. An ended one gets nothing; one that was never opened gets its invitation again. Agents who share a mailbox get one each,
 * with their name; all else that was opened gets one together, as `provenBy` takes it.
 *
 * @returns the keys of the accounts that get one
 */
export const remindByMail = (
  system: EntityManager,
  post: Post,
  { email, publicUrl, now }: { email: string; publicUrl: string; now: Date },
): Promise<string[]> =>
  signingIn(system, async (em) => {
    if (!post.reaches(email)) return [];
    // What was opened first, and each EPCI in its turn: one that invites an address again and again keeps no link from its owner.
    const { rows } = await sql<{ accountId: string; purpose: TokenPurpose }>`
      select id::text as "accountId", purpose from (
        select distinct on (letter) a.id, a.epci_id, c.used_at,
          case when c.account_id is null then 'INVITATION' else 'RESET' end as purpose
        from account a left join credential_account c on c.account_id = a.id
        cross join lateral (
          select case when c.account_id is null then -a.id when a.role = 'AGENT' then c.credential_id else 0 end as letter) l
        where a.email = ${email} and not ${hasEnded(now)}
        order by letter, c.used_at desc) letters
      order by purpose desc, row_number() over (partition by purpose, epci_id order by used_at desc, id desc), id
      limit ${mailsOfAnAddress}`.execute(em.getKysely());
    for (const { accountId, purpose } of rows) {
      const secret = await issueLink(em, accountId, purpose, now);
      await mailLink(em, post, { accountId, purpose, secret, publicUrl, now });
    }
    return rows.map(({ accountId }) => accountId);
  });
