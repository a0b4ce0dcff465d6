import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { queues } from './boss.js';
import type { JobName } from './job.codes.js';

/** When a job was last done, and when it last failed; null for never, or not for days. */
export interface LastRun {
  name: JobName;
  ranAt: Date | null;
  failedAt: Date | null;
}

const names: readonly [JobName, queue: string][] = [
  ['HOUR', queues.hour],
  ['MAIL', queues.mail],
];

/** The last runs of all jobs, that pg-boss remembers for a week. Under the outbox's role. */
export const lastRuns = async (em: EntityManager): Promise<LastRun[]> => {
  const kysely = em.getKysely();
  // The queue's tables are made when the jobs start for the first time.
  const { rows: made } = await sql`select where to_regclass('pgboss.job') is not null`.execute(kysely);
  const { rows } = made.length
    ? await sql<{ queue: string; ranAt: string | null; failedAt: string | null }>`
        select name as queue, max(completed_on) filter (where state = 'completed') as "ranAt",
          max(completed_on) filter (where state = 'failed') as "failedAt"
        from pgboss.job group by name`.execute(kysely)
    : { rows: [] };
  return names.map(([name, queue]) => {
    const { ranAt = null, failedAt = null } = rows.find((row) => row.queue === queue) ?? {};
    return {
      name,
      ranAt: ranAt === null ? null : new Date(ranAt),
      failedAt: failedAt === null ? null : new Date(failedAt),
    };
  });
};
