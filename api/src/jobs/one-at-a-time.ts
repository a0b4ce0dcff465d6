import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import type { DatabaseConnection } from '../database/server/open.js';

/** How often a held lock is asked for anew, in milliseconds, and how often before the work is left to whoever holds it. */
const again = { every: 500, times: 6 };

/**
 * Does the work of which one is to run at a time, however many processes there are, or leaves it to whoever does it now. The lock
 * is of a connection of its own: it is free as soon as the process that held it is no more, however that ended.
 *
 * @param lock any number that nothing else locks
 */
export const oneAtATime = async (
  connection: DatabaseConnection,
  lock: number,
  log: Pick<FastifyBaseLogger, 'warn'>,
  work: () => Promise<void>,
): Promise<void> => {
  const client = new pg.Client({ ...connection, application_name: 'parvis-lock', keepAlive: true });
  // The work goes on: done by two at once, it is done once all the same, and rarely so is enough.
  client.on('error', (error) => log.warn({ err: error }, 'Jobs: the connection that holds a lock was lost'));
  try {
    await client.connect();
    const take = async (): Promise<boolean> => {
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock]);
      return rows[0]?.taken ?? false;
    };
    // PostgreSQL takes a moment to notice that a process is no more.
    for (let time = 0; !(await take()); time += 1) {
      if (time === again.times) return;
      await new Promise((resolve) => setTimeout(resolve, again.every));
    }
    await work();
  } finally {
    await client.end().catch(() => undefined);
  }
};
