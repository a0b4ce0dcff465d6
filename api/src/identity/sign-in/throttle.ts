import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DatabaseUnavailable } from '../../base/shared.errors.js';
import { signingIn } from '../access/sign-in-role.js';
import { TooManyAttempts, TooManyAttemptsAskLink } from '../account/account.errors.js';
import { networkOf } from './network-address.js';
import { hashOf } from './secrets.js';

/** Seconds after which tries count no more, from the first of them. */
const pause = 900;

export interface Limits {
  /** Of one account, from browsers that never opened it. */
  readonly account: number;
  /** Of one network, for all accounts: a room of fifty people who each mistype four times shares one. */
  readonly address: number;
  /** Of one account, from a browser that has opened it. */
  readonly device: number;
}
/** Wrong tries before a pause. */
export const triesAllowed: Limits = { account: 10, address: 200, device: 10 };
/** Mails asked for before a pause: somebody who waits asks twice or thrice, and nobody's mailbox is filled from here. */
export const mailsAllowed: Limits = { account: 3, address: 100, device: 3 };

export interface Try {
  /** Whose account, as typed: it need not exist. */
  account: string;
  /** The network address that it comes from. */
  address: string;
  /** Names the browser, when it has opened this very account before. */
  device?: string | undefined;
}

export interface ThrottleOptions {
  system(): EntityManager;
  /** What is counted, such as `sign-in`. */
  name: string;
  limits: Limits;
  /** Whether a mailed link is a way in meanwhile, to be told with the refusal. */
  byLink: boolean;
  /** Told that a try was refused, for the metrics. @param name of the options */
  onRefusal?(name: string): void;
  /** Told what went wrong with the store. */
  onFailure(error: unknown): void;
}

/**
 * Gives a try back to the account or browser, and to the network.
 *
 * @param afresh whether the account or browser gets all of its tries back: not where whoever knows one password could go on guessing
 * another
 */
export type GiveBack = (afresh: boolean) => Promise<void>;

/** How long whoever has no try left waits. */
interface Wait {
  milliseconds: number;
  /** Whether no try waited before this one: the others are no news. */
  first: boolean;
}

/** What a try is counted against; whoever has none of its tries left waits. */
type Counter = readonly [limiter: RateLimiterPostgres, key: string];

/**
 * Slows down who guesses passwords, by the counts that rate-limiter-flexible keeps in the database: all processes share them, and
 * a restart forgets none. Time is the machine's, even where the day is pinned.
 *
 * From a browser that has opened the account before, tries are counted for that browser alone: nobody else can lock its
 * owner out. From elsewhere they count for the account and for the network. A try counts before its password is checked,
 * and is given back if it was right: a hundred tries sent at the same moment are no way around.
 */
export class Throttle {
  readonly #device: RateLimiterPostgres;
  readonly #account: RateLimiterPostgres;
  readonly #address: RateLimiterPostgres;

  constructor(private readonly options: ThrottleOptions) {
    const { system, name, limits } = options;
    // pg's own client is expected; every statement runs under sign-in's role.
    const storeClient = {
      query: ({ text, values }: { text: string; values: unknown[] }) =>
        signingIn(system(), async (em) => {
          const { rows, numAffectedRows } = await em.getKysely().executeQuery(CompiledQuery.raw(text, values));
          return { rows, rowCount: Math.max(rows.length, Number(numAffectedRows ?? 0)) };
        }),
    };
    const limiter = (what: keyof Limits, clears = false) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        tableName: 'attempt',
        tableCreated: true,
        keyPrefix: `${name}:${what}`,
        points: limits[what],
        duration: pause,
        // One of them clears the table for all.
        clearExpiredByTimeout: clears,
      });
    this.#device = limiter('device');
    this.#account = limiter('account');
    this.#address = limiter('address', true);
  }

  /**
   * Counts a try.
   *
   * @returns what gives it back, for a right password
   * @throws the refusal of the options; DatabaseUnavailable when nothing can be counted
   */
  async begin({ account, address, device }: Try): Promise<GiveBack> {
    if (device) {
      const known: Counter = [this.#device, hashOf(`${device} ${account}`)];
      if (!(await this.#take(known))) return (afresh) => this.#right(known, afresh);
    }
    const network: Counter = [this.#address, networkOf(address)];
    const person: Counter = [this.#account, hashOf(account)];
    // The network first: who has no tries left there makes no row for each address that they invent.
    const wait = (await this.#take(network)) ?? (await this.#takeOrGiveBack(person, network));
    if (wait) this.#refuse(Math.ceil(wait.milliseconds / 60_000), wait.first);
    return async (afresh) => {
      await this.#right(person, afresh);
      await this.#giveBack(network);
    };
  }

  #refuse(minutes: number, first: boolean): never {
    const { name, byLink, onRefusal } = this.options;
    onRefusal?.(name);
    throw byLink ? new TooManyAttemptsAskLink(minutes, first) : new TooManyAttempts(minutes, first);
  }

  #right(counter: Counter, afresh: boolean): Promise<void> {
    return afresh ? this.#forget(counter) : this.#giveBack(counter);
  }

  /** A new password by a link ends the wait of its owner. @throws DatabaseUnavailable */
  forget(account: string): Promise<void> {
    return this.#forget([this.#account, hashOf(account)]);
  }

  /** @returns undefined when there was a try left */
  async #take([limiter, key]: Counter): Promise<Wait | undefined> {
    return this.#asking(async () => {
      try {
        await limiter.consume(key);
        return undefined;
      } catch (answer) {
        if (!(answer instanceof RateLimiterRes)) throw answer;
        return {
          milliseconds: Math.max(answer.msBeforeNext, 1),
          first: answer.consumedPoints === limiter.points + 1,
        };
      }
    });
  }

  /** A try that the account refuses costs the others of its network nothing. */
  async #takeOrGiveBack(person: Counter, network: Counter): Promise<Wait | undefined> {
    const wait = await this.#take(person);
    if (wait) await this.#giveBack(network);
    return wait;
  }

  async #giveBack([limiter, key]: Counter): Promise<void> {
    await this.#asking(() => limiter.reward(key));
  }

  async #forget([limiter, key]: Counter): Promise<void> {
    await this.#asking(() => limiter.delete(key));
  }

  /** Whatever goes wrong, nobody goes on uncounted. */
  async #asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      this.options.onFailure(error);
      throw new DatabaseUnavailable();
    }
  }
}
