import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Role } from '../../base/codes.js';
import { NotSignedIn, UnknownId } from '../../base/shared.errors.js';
import { decodeId, encodeId } from '../../concept/id.js';
import { signingIn } from '../access/sign-in-role.js';
import { PresentPasswordWrong, SignInAgain } from '../account/account.errors.js';
import { accountsTogether, changePassword, openedTogether } from './credentials.js';
import { forgetDevicesOf, rememberDevice } from './devices.js';
import { hasEnded } from './ended.js';
import { voidLinksOf } from './link-tokens.js';
import { checkPassword, hashPassword, isPassword } from './passwords.js';
import { hashOf, isSecret } from './secrets.js';
import { changeSession, endSessionsOf, type OpenedSession, sessionLimits } from './sessions.service.js';
import type { Throttle } from './throttle.js';

interface Owner {
  accountId: string;
  role: Role;
  /** Milliseconds since the session began. */
  age: number;
  email: string | null;
  name: string;
  epci: string | null;
  passwordHash: string | null;
}

/** Whose session it is. Under sign-in's role. @throws NotSignedIn */
const ownerOf = async (em: EntityManager, session: string | undefined, now: Date): Promise<Owner> => {
  const { rows } = isSecret(session)
    ? await sql<Owner>`
        select a.id::text as "accountId", a.role, extract(epoch from ${now.toISOString()}::timestamptz - s.created_at)::float8 * 1000 as age, a.email, a.display_name as name, e.name as epci, c.password_hash as "passwordHash"
        from session s join account a on a.id = s.account_id
        left join epci e on e.id = a.epci_id
        left join credential_account o on o.account_id = a.id left join credential c on c.id = o.credential_id
        where s.token_hash = ${hashOf(session)} and s.expires_at > ${now.toISOString()}::timestamptz
          and not ${hasEnded(now)}`.execute(em.getKysely())
    : { rows: [] };
  const [owner] = rows;
  if (!owner) throw new NotSignedIn();
  return owner;
};

interface Change {
  /** The secret of the session that asks. */
  session: string | undefined;
  present: string;
  password: string;
  address: string;
  device: string | undefined;
}

/**
 * Changes one's own password. The other sessions, the links and the other browsers of the account end; the session that asks
 * goes on. Tries of the present password are limited as those of signing in.
 *
 * @returns the secret of the browser's cookie, and whose it is
 * @throws NotSignedIn, PresentPasswordWrong, the throttle's refusal, what `checkPassword` throws
 */
export const changeOwnPassword = async (
  system: EntityManager,
  throttle: Throttle,
  { session, present, password, address, device }: Change,
  now: Date,
): Promise<{ device: string; accountId: string }> => {
  const owner = await signingIn(system, (em) => ownerOf(em, session, now));
  // The session is as good as a browser that is known: strangers cannot keep its owner from here.
  const giveBack = await throttle.begin({ account: owner.accountId, address, device: session });
  if (!(await isPassword(present, owner.passwordHash ?? undefined))) throw new PresentPasswordWrong();
  await giveBack(true);
  await checkPassword(password, owner);
  const passwordHash = await hashPassword(password);
  return signingIn(system, async (em) => {
    const { accountId } = await ownerOf(em, session, now);
    const opened = await accountsTogether(em, accountId);
    await changePassword(em, accountId, passwordHash, now);
    await voidLinksOf(em, opened);
    await endSessionsOf(em, opened, session);
    await forgetDevicesOf(em, opened);
    return { device: await rememberDevice(em, accountId, device, now), accountId };
  });
};

/** A session as its owner tells it from the others. */
export interface OwnSession {
  /** Names it for `endOwnSession`; it opens nothing. */
  id: string;
  /** Such as "Firefox, Windows"; null when its browser said nothing. */
  device: string | null;
  /** An instant, ISO 8601. */
  since: string;
  /** To five minutes or so. */
  seen: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The sessions of whoever asks, the one that asks first, then the last seen. @throws NotSignedIn */
export const ownSessions = (system: EntityManager, session: string | undefined, now: Date): Promise<OwnSession[]> =>
  signingIn(system, async (em) => {
    const { accountId } = await ownerOf(em, session, now);
    const { rows } = await sql<Omit<OwnSession, 'id'> & { hash: string }>`
      select token_hash as hash, device, ${instant('created_at')} as since, ${instant('seen_at')} as seen, token_hash = ${hashOf(session ?? '')} as current
      from session where account_id in (select account_id from ${openedTogether(accountId)} t) and expires_at > ${now.toISOString()}::timestamptz
      order by current desc, seen_at desc`.execute(em.getKysely());
    return rows.map(({ hash, ...told }) => ({ id: hashOf(hash), ...told }));
  });

/**
 * Ends a session of whoever asks, or all but the one that asks. One that has ended already is no error.
 *
 * @throws NotSignedIn
 */
export const endOwnSessions = (
  system: EntityManager,
  session: string | undefined,
  which: string | 'others',
  now: Date,
): Promise<void> =>
  signingIn(system, async (em) => {
    const { accountId } = await ownerOf(em, session, now);
    if (which === 'others') return endSessionsOf(em, await accountsTogether(em, accountId), session);
    const { rows } = await sql<{ hash: string }>`
      select token_hash as hash from session
      where account_id in (select account_id from ${openedTogether(accountId)} t)`.execute(em.getKysely());
    const found = rows.find(({ hash }) => hashOf(hash) === which);
    if (found) await sql`delete from session where token_hash = ${found.hash}`.execute(em.getKysely());
  });

/** An account that the session may go on with: somebody works for two EPCIs, or two agents share a password. */
export interface OwnAccount {
  id: string;
  role: Role;
  displayName: string;
  /** Name of its EPCI; null for who belongs to none. */
  epci: string | null;
  /** Whether the session works with it now. */
  current: boolean;
}

/** Those that may be entered now, by EPCI and name. */
const openAccounts = async (em: EntityManager, { accountId }: Owner, now: Date): Promise<OwnAccount[]> => {
  const { rows } = await sql<OwnAccount>`
    select a.id::text as id, a.role, a.display_name as "displayName", e.name as epci, a.id = ${accountId}::bigint as current
    from account a left join epci e on e.id = a.epci_id
    where a.id in (select account_id from ${openedTogether(accountId)} t) and not ${hasEnded(now)}
    order by e.name nulls first, a.display_name, a.id`.execute(em.getKysely());
  return rows.map((account) => ({ ...account, id: encodeId('Account', account.id) }));
};

/** The accounts that the password of whoever asks opens; theirs alone where there are no others. @throws NotSignedIn */
export const ownAccounts = (system: EntityManager, session: string | undefined, now: Date): Promise<OwnAccount[]> =>
  signingIn(system, async (em) => openAccounts(em, await ownerOf(em, session, now), now));

/**
 * Goes on with another account of one's own. Where sessions are shorter, as those of staff are than an agent's, only for as long
 * after signing in as such a session lasts without use.
 *
 * @param id opaque
 * @throws NotSignedIn, UnknownId, SignInAgain
 */
export const enterOwnAccount = (
  system: EntityManager,
  session: string | undefined,
  id: string,
  now: Date,
): Promise<OpenedSession> =>
  signingIn(system, async (em) => {
    const owner = await ownerOf(em, session, now);
    const chosen = (await openAccounts(em, owner, now)).find((account) => account.id === id);
    const key = decodeId(id)?.key;
    if (!chosen || !key) throw new UnknownId('Account', 'id');
    const { role } = chosen;
    const { idle } = sessionLimits[role];
    const late = idle < sessionLimits[owner.role].idle && owner.age >= idle;
    const changed = late ? undefined : await changeSession(em, session ?? '', { id: key, role }, now);
    if (!changed) throw new SignInAgain();
    return changed;
  });
