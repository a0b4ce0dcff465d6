import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Role } from '../../base/codes.js';
import { signingIn } from '../access/sign-in-role.js';
import { AccountEnded, TooManyAttempts, TooManyAttemptsAskLink, WrongCredentials } from '../account/account.errors.js';
import { asStored } from '../account/account-values.js';
import { isKnownDevice, rememberDevice } from './devices.js';
import { hasEnded } from './ended.js';
import { isPassword } from './passwords.js';
import { type Entered, openSession } from './sessions.service.js';
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

/**
 * Different passwords of one address that are compared with a typed one: each takes its work. A town hall has fewer clerks, and those
 * of one EPCI leave the others' their turn.
 */
const passwordsOfAnAddress = 20;

/** Milliseconds that a wrong password takes at least, whatever is compared: nobody is told how many an address has. */
const wrongTakes = 250;

/** Different passwords, in the order in which they are compared. */
const passwordsOf = (found: readonly Found[]): string[] => [
  ...new Set([...found].sort((a, b) => a.turn - b.turn).map(({ passwordHash }) => passwordHash)),
];

/** The one of some passwords that was typed. Where there is none, it takes as long as one. */
const typedOf = async (password: string, hashes: readonly string[]): Promise<string | undefined> => {
  for (const hash of hashes.length > 0 ? hashes : [undefined]) if (await isPassword(password, hash)) return hash;
  return undefined;
};

/**
 * The accounts that an address and a password open, the one entered last before the others. An unknown address, an account without
 * a password and a wrong password get the same refusal.
 *
 * The tries that a browser has for itself are for the passwords of what was opened from it: whoever has an account of an address
 * guesses no better than others at the next one's.
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
  const here = passwordsOf(found.filter(({ known }) => known));
  const others = passwordsOf(found).filter((hash) => !here.includes(hash));
  const alone = here.length + others.length === 1;
  const tryAt = async (hashes: readonly string[], from?: string): Promise<string | undefined> => {
    const giveBack = await throttle.begin({ account: email, address, device: from });
    const hash = await typedOf(password, hashes.slice(0, passwordsOfAnAddress));
    if (hash) await giveBack(alone);
    return hash;
  };
  const right =
    here.length === 0
      ? await tryAt(others)
      : ((await tryAt(here, device)) ?? (others.length > 0 ? await tryAt(others).catch(asWrong) : undefined));
  const [first, ...more] = right ? found.filter(({ passwordHash }) => passwordHash === right) : [];
  if (first) return [first, ...more];
  await setTimeout(Math.max(0, began + wrongTakes - performance.now()));
  throw new WrongCredentials();
};

/** That others' tries are used up is nothing to whoever has their own. */
const asWrong = (error: unknown): undefined => {
  if (!(error instanceof TooManyAttempts || error instanceof TooManyAttemptsAskLink)) throw error;
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
  /** Its place among those of its EPCI, the one entered last first. */
  turn: number;
}

const find = async (em: EntityManager, email: string, device: string | undefined, now: Date): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select a.id::text as "id", a.role, ${hasEnded(now)} as "ended", c.password_hash as "passwordHash",
      ${isKnownDevice(device, now)} as "known", row_number() over (partition by a.epci_id order by o.used_at desc)::int as "turn"
    from account a join credential_account o on o.account_id = a.id join credential c on c.id = o.credential_id
    where a.email = ${email} order by "known" desc, o.used_at desc, a.id`.execute(em.getKysely());
  return rows;
};
