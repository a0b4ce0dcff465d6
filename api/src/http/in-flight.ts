import type { FastifyRequest } from 'fastify';
import { TooManyAtOnce } from '../base/shared.errors.js';

/** More than a browser opens at once to one address (6), and half of the database's connections. */
const atOnce = 8;

/**
 * How many requests each account has in flight: one caller whose every request takes its twenty seconds would hold every
 * connection to the database, and everybody else would wait.
 */
export class InFlight {
  readonly #counts = new Map<string, number>();
  readonly #held = new WeakMap<FastifyRequest, string>();
  readonly #over = new WeakSet<FastifyRequest>();

  constructor(private readonly max = atOnce) {}

  /**
   * Counts a request for an account, once and until it is answered. Whoever hung up while their session was looked up is over
   * already: nobody would give back what it took.
   *
   * @throws TooManyAtOnce
   */
  take(request: FastifyRequest, accountId: string): void {
    if (this.#held.has(request) || this.#over.has(request)) return;
    const count = this.#counts.get(accountId) ?? 0;
    if (count >= this.max) throw new TooManyAtOnce(this.max);
    this.#counts.set(accountId, count + 1);
    this.#held.set(request, accountId);
  }

  /** Waits for the answer of a request, and gives back what it took, however it ends. */
  async during<T>(request: FastifyRequest, answer: T): Promise<Awaited<T>> {
    try {
      return await answer;
    } finally {
      this.#release(request);
    }
  }

  #release(request: FastifyRequest): void {
    this.#over.add(request);
    const accountId = this.#held.get(request);
    if (accountId === undefined) return;
    this.#held.delete(request);
    const left = (this.#counts.get(accountId) ?? 1) - 1;
    if (left > 0) this.#counts.set(accountId, left);
    else this.#counts.delete(accountId);
  }
}
