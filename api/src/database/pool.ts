import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { isConnectionLost } from './lost.js';

/** How long the database is waited for, in milliseconds; 0 waits for ever. PostgreSQL itself keeps the last two. */
export interface Limits {
  /** For the answer to a statement, on this side: a server or a network that fell silent says nothing by itself. */
  query_timeout: number;
  /** For a lock that somebody else holds. */
  lock_timeout: number;
  /** Between two statements of an open transaction, which keeps its locks meanwhile. */
  idle_in_transaction_session_timeout: number;
}

/**
 * For whoever answers people. Callers' statements are stopped after 20 s (`sessionOf`): beyond that and the way there and back,
 * nothing comes any more. A write takes milliseconds, so that a lock which is not let go within 10 s is held by something that
 * hangs. What is reckoned within a transaction takes seconds at most.
 */
export const limitsOfRequests: Limits = {
  query_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
};

/** For migrations, which rewrite tables of any size and wait until their readers have left. */
export const withoutLimits: Limits = { query_timeout: 0, lock_timeout: 0, idle_in_transaction_session_timeout: 0 };

/** What pg says in words alone when `query_timeout` has passed. */
export const unanswered = 'Query read timeout';

/** `code` of a commit whose answer never came: PostgreSQL may have made it, or not. */
export const commitUnanswered = 'COMMIT_UNANSWERED';

class CommitUnanswered extends Error {
  readonly code = commitUnanswered;
  constructor(cause: Error) {
    super('The answer to a commit was lost.', { cause });
  }
}

/**
 * A connection whose server did not answer in time is ended: its statement may still run, and nothing can be sent behind it. Of a
 * commit that had no answer it says so, whoever began the transaction.
 */
class Client extends pg.Client {
  override query(...given: unknown[]): never {
    const asked: unknown = Reflect.apply(super.query, this, given);
    // What is no promise (a guarded read) sees to it itself.
    if (!(asked instanceof Promise)) return asked as never;
    const answered = asked.catch((error: Error) => {
      const silent = error.message === unanswered;
      if (silent) void this.end();
      throw given[0] === 'commit' && (silent || isConnectionLost(error)) ? new CommitUnanswered(error) : error;
    });
    return answered as never;
  }
}

/** The connections that people's requests share. */
export const poolOf = async (em: EntityManager): Promise<pg.Pool> =>
  (await em.getConnection().getNativeClient()) as pg.Pool;

/** Options of pg's pool by which its connections notice that the other side is gone. */
export const watchful = (limits: Limits) => ({
  Client,
  // A machine that was switched off, or a firewall that forgot the connection, says no word.
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  ...limits,
});

function giveBack(this: pg.PoolClient): void {
  this.release(true);
  // Whoever held it gives it back in their turn, or never: Kysely keeps a transaction whose commit or rollback fails.
  this.release = () => undefined;
}

/** A connection that ends while somebody holds it leaves the pool at once, so that its place is free for a new one. */
export const freeLostPlaces = (pool: pg.Pool): void => {
  pool.on('acquire', (client) => client.once('end', giveBack));
  pool.on('release', (_error, client) => client.off('end', giveBack));
};
