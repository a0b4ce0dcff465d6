import type { Clock } from '../clock.js';
import { TooManyAttempts } from '../domain/account/account.errors.js';

const minute = 60_000;
const pause = 15 * minute;

/** Wrong tries before a pause. A whole town hall reaches us from one network address, hence more of them there. */
export const triesAllowed = { account: 10, address: 50 } as const;
/** Mails asked for before a pause: somebody who waits asks twice or thrice, and nobody's mailbox is filled from here. */
export const mailsAllowed = { account: 3, address: 20 } as const;
/** Beyond, the oldest entries are forgotten: nobody fills the memory with invented addresses. */
const remembered = 20_000;

interface Tries {
  count: number;
  last: number;
}

/**
 * Slows down who guesses passwords: after too many wrong tries for one account, or from one network address, both wait a
 * quarter of an hour since the last one. Kept in memory: one process answers, and a restart is not in a stranger's hands.
 *
 * A try counts before its password is checked, and is given back if it was right: a hundred tries sent at the same
 * moment are no way around.
 */
export class Throttle {
  readonly #tries = new Map<string, Tries>();

  constructor(
    private readonly clock: Clock,
    private readonly allowed: { readonly account: number; readonly address: number } = triesAllowed,
  ) {}

  /** @throws TooManyAttempts with the minutes left */
  begin(account: string, address: string): void {
    const keys = [
      [`account ${account}`, this.allowed.account],
      [`address ${address}`, this.allowed.address],
    ] as const;
    for (const [key, allowed] of keys) this.#check(key, allowed);
    for (const [key] of keys) this.#count(key);
  }

  /** The password was right: the account starts afresh, and the network address gets its try back. */
  succeed(account: string, address: string): void {
    this.#tries.delete(`account ${account}`);
    const tries = this.#tries.get(`address ${address}`);
    if (tries) tries.count -= 1;
  }

  /** A new password by a link ends the wait of its owner. */
  forget(account: string): void {
    this.#tries.delete(`account ${account}`);
  }

  #check(key: string, allowed: number): void {
    const tries = this.#tries.get(key);
    const left = tries ? tries.last + pause - this.clock.now().getTime() : 0;
    if (left <= 0) this.#tries.delete(key);
    else if (tries && tries.count >= allowed) throw new TooManyAttempts(Math.ceil(left / minute));
  }

  #count(key: string): void {
    const count = (this.#tries.get(key)?.count ?? 0) + 1;
    this.#tries.delete(key);
    this.#tries.set(key, { count, last: this.clock.now().getTime() });
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > remembered && oldest !== undefined) this.#tries.delete(oldest);
  }
}
