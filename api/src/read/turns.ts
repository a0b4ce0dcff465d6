/** Heavy statements of one account at once: two windows, or a script and a window. */
const heavyAtOnce = 2;

/** Lets the heavy work of an account run a few at a time. The others wait, and hold neither a connection nor a process while they do. */
export class Turns {
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(private readonly atOnce = heavyAtOnce) {}

  async during<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const running = this.#running.get(accountId) ?? 0;
    if (running < this.atOnce) this.#running.set(accountId, running + 1);
    else {
      const waiting = this.#waiting.get(accountId) ?? [];
      this.#waiting.set(accountId, waiting);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      this.#next(accountId);
    }
  }

  /** Gives the turn to the one who waits longest, or back. */
  #next(accountId: string): void {
    const waiting = this.#waiting.get(accountId);
    const next = waiting?.shift();
    if (waiting?.length === 0) this.#waiting.delete(accountId);
    const left = (this.#running.get(accountId) ?? 1) - 1;
    if (next) next();
    else if (left > 0) this.#running.set(accountId, left);
    else this.#running.delete(accountId);
  }
}
