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

interface Attempt {
  email: string;
  password: string;
  /** The network address that it comes from. */
  address: string;
  /** The secret of the browser's cookie, if it has one. */
  device?: string | undefined;
  userAgent?: string | undefined;
}

/**
 * Signs in with a password. An unknown address, an account without a password and a wrong password take the same work
 * and get the same refusal.
 *
 * @throws the throttle's refusal, DatabaseUnavailable, WrongCredentials; AccountEnded only after the right password
 */
export const signIn = async (
  system: EntityManager,
  throttle: Throttle,
  attempt: Attempt,
  now: Date,
): Promise<Entered> => {
  const { address, device } = attempt;
  const email = asStored(attempt.email);
  const account = await signingIn(system, (em) => find(em, email, device, now));
  const giveBack = await throttle.begin({ account: email, address, device: account?.known ? device : undefined });
  const right = await isPassword(attempt.password, account?.passwordHash ?? undefined);
  if (!account || !right) throw new WrongCredentials();
  await giveBack();
  if (account.ended) throw new AccountEnded();
  return signingIn(system, async (em) => ({
    ...(await openSession(em, { ...account, userAgent: attempt.userAgent }, now)),
    device: await rememberDevice(em, account.id, device, now),
  }));
};

interface Found {
  id: string;
  role: Role;
  ended: boolean;
  passwordHash: string | null;
  /** Whether it was opened from this browser before. */
  known: boolean;
}

const find = async (
  em: EntityManager,
  email: string,
  device: string | undefined,
  now: Date,
): Promise<Found | undefined> => {
  const { rows } = await sql<Found>`
    select a.id::text as "id", a.role, ${hasEnded(now)} as "ended", c.password_hash as "passwordHash",
      ${isKnownDevice(device, now)} as "known"
    from account a left join credential c on c.account_id = a.id where a.email = ${email}`.execute(em.getKysely());
  return rows[0];
};
