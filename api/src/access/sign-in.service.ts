import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { AccountEnded, WrongCredentials } from '../domain/account/account.errors.js';
import { asStored } from '../domain/account/account-values.js';
import type { Role } from '../domain/codes.js';
import { isKnownDevice, rememberDevice } from './devices.js';
import { hasEnded } from './ended.js';
import { isPassword } from './passwords.js';
import { type Entered, openSession } from './sessions.service.js';
import { signingIn } from './sign-in-role.js';
import type { Throttle } from './throttle.js';

export { asStored };

export interface Attempt {
  email: string;
  password: string;
  /** The network address that it comes from. */
  address: string;
  /** The secret of the browser's cookie, if it has one. */
  device?: string | undefined;
}

/** An account that a typed address and password open. */
export interface Opened {
  id: string;
  role: Role;
  ended: boolean;
}

/** Different passwords of one address that are compared with a typed one: each takes its work. A town hall has fewer clerks. */
const passwordsOfAnAddress = 20;

/** Milliseconds that a wrong password takes at least, whatever is compared: nobody is told how many an address has. */
const wrongTakes = 250;

/**
 * The accounts that an address and a password open, the one entered last before the others. An unknown address, an account without
 * a password and a wrong password get the same refusal.
 *
 * @throws the throttle's refusal, DatabaseUnavailable, WrongCredentials
 */
export const accountsOf = async (
  system: EntityManager,
  throttle: Throttle,
  { email: typed, password, address, device }: Attempt,
  now: Date,
): Promise<[Opened, ...Opened[]]> => {
  const began = performance.now();
  const email = asStored(typed);
  const found = await signingIn(system, (em) => find(em, email, device, now));
  const known = found.some((account) => account.known);
  const giveBack = await throttle.begin({ account: email, address, device: known ? device : undefined });
  const hashes = [...new Set(found.map(({ passwordHash }) => passwordHash))].slice(0, passwordsOfAnAddress);
  for (const hash of hashes.length > 0 ? hashes : [undefined])
    if (await isPassword(password, hash)) {
      await giveBack();
      const [first, ...others] = found.filter(({ passwordHash }) => passwordHash === hash);
      if (first) return [first, ...others];
    }
  await setTimeout(began + wrongTakes - performance.now());
  throw new WrongCredentials();
};

/**
 * Signs in with a password, to the account that was entered last of those that it opens.
 *
 * @throws what `accountsOf` throws; AccountEnded only after the right password
 */
export const signIn = async (
  system: EntityManager,
  throttle: Throttle,
  attempt: Attempt & { userAgent?: string | undefined },
  now: Date,
): Promise<Entered> => {
  const opened = await accountsOf(system, throttle, attempt, now);
  const [account, ...others] = opened.filter(({ ended }) => !ended);
  if (!account) throw new AccountEnded();
  return signingIn(system, async (em) => ({
    ...(await openSession(em, { ...account, userAgent: attempt.userAgent }, now)),
    device: await rememberDevice(em, account.id, attempt.device, now),
    several: others.length > 0,
  }));
};

interface Found extends Opened {
  passwordHash: string;
  /** Whether it was opened from this browser before. */
  known: boolean;
}

const find = async (em: EntityManager, email: string, device: string | undefined, now: Date): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select a.id::text as "id", a.role, ${hasEnded(now)} as "ended", c.password_hash as "passwordHash",
      ${isKnownDevice(device, now)} as "known"
    from account a join credential_account o on o.account_id = a.id join credential c on c.id = o.credential_id
    where a.email = ${email} order by "known" desc, o.used_at desc, a.id`.execute(em.getKysely());
  return rows;
};
