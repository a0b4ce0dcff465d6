import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import { fromKysely, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { DbRole } from '../base/roles.js';
import type { DatabaseConnection } from '../database/server/open.js';
import { oneAtATime } from './one-at-a-time.js';

/** How often a mail is tried again: doubling from a minute to four hours, for two days. */
const untilGivenUp = { retryLimit: 20, retryDelay: 60, retryBackoff: true, retryDelayMax: 14_400 };

export interface Retries {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  retryDelayMax?: number;
}

export interface Work {
  /** Sends the mail of a key; throws to be tried again. */
  mail(id: string, last: boolean): Promise<void>;
  /** The hourly job, for every EPCI: idempotent. */
  hour(): Promise<void>;
}

export interface Options {
  retries?: Retries;
  /** Seconds between two looks at the queue. */
  pollingIntervalSeconds?: number;
  /** The same, for the work of the hours. */
  hourPollingSeconds?: number;
}

export const queues = { mail: 'mail', hour: 'hourly' } as const;

/**
 * The queue of earlier versions, which ran one job at a time by what it noted itself: a process killed in the middle of one kept
 * it blocked for hours.
 */
const formerHour = 'hour';
/** One pass at a time, however many processes there are: any number does. */
const hourLock = 7_120_442;

/** Mails are taken twenty at a time, and leave over three connections, since servers take few at once from one address. */
const mails = { batch: 20, atOnce: 3 };

/** The role under which the queue works: it owns its schema, and makes and upgrades what is in it. */
const role = 'parvis_jobs' satisfies DbRole;

/** What the outbox's role needs to queue a job within the transaction of a change; one at a time, since two processes may start together. */
const rights = `
  begin;
  select pg_advisory_xact_lock(7120443);
  grant select on pgboss.queue to parvis_outbox;
  grant select, insert on pgboss.job, pgboss.job_common to parvis_outbox;
  commit`;

/** Work that waits for its time, in the same PostgreSQL: pg-boss keeps it, tries again what failed, and knows the hours. */
export class Jobs {
  readonly #boss: PgBoss;
  #started: Promise<void> | undefined;

  constructor(
    private readonly connection: DatabaseConnection,
    private readonly work: Work,
    private readonly log: Pick<FastifyBaseLogger, 'error' | 'warn'>,
    private readonly options: Options = {},
  ) {
    const { host, port, user, password, database, ssl } = connection;
    this.#boss = new PgBoss({
      host,
      port,
      user,
      database,
      schema: 'pgboss',
      max: 3,
      application_name: 'parvis-jobs',
      // The schema was made by whoever migrated.
      createSchema: false,
      options: `-c role=${role}`,
      ...(password === undefined ? {} : { password }),
      ...(ssl === undefined ? {} : { ssl }),
    });
    this.#boss.on('error', (error) => log.error({ err: error }, 'Jobs: the queue does not answer'));
  }

  /** Starts it once; whoever queues something meanwhile waits for that. */
  start(): Promise<void> {
    this.#started ??= this.#start().catch((error: unknown) => {
      // The next one who asks tries again.
      this.#started = undefined;
      throw error;
    });
    return this.#started;
  }

  async #start(): Promise<void> {
    const boss = this.#boss;
    const { retries = untilGivenUp, pollingIntervalSeconds = 2 } = this.options;
    await boss.start();
    await boss.createQueue(queues.mail, { ...retries, expireInSeconds: 300 });
    await boss.createQueue(queues.hour, { retryLimit: 0, expireInSeconds: 3600 });
    await boss.unschedule(formerHour);
    await boss.deleteQueue(formerHour);
    await boss.getDb().executeSql(rights);
    await boss.work(
      queues.mail,
      {
        includeMetadata: true,
        pollingIntervalSeconds,
        batchSize: mails.batch,
        burstWhenBatchFull: true,
        perJobResults: true,
      },
      (jobs: JobWithMetadata<{ id: string }>[]) => this.#mails(jobs),
    );
    // What is missed meanwhile is made up for now.
    await boss.send(queues.hour);
    await boss.work(queues.hour, { pollingIntervalSeconds: this.options.hourPollingSeconds ?? 30 }, () => this.#hour());
    await boss.schedule(queues.hour, '0 * * * *', null, { tz: 'UTC' });
  }

  /** Sends the mails of a batch, each of which is done or tried again by itself. */
  async #mails(jobs: JobWithMetadata<{ id: string }>[]): Promise<JobResult[]> {
    const waiting = [...jobs];
    const results: JobResult[] = [];
    const sendOn = async (): Promise<void> => {
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        const { id, data, retryCount, retryLimit } = job;
        try {
          await this.work.mail(data.id, retryCount >= retryLimit);
          results.push({ id, status: 'completed' });
        } catch (error) {
          results.push({
            id,
            status: 'failed',
            output: { message: error instanceof Error ? error.message : `${error}` },
          });
        }
      }
    };
    await Promise.all(Array.from({ length: mails.atOnce }, sendOn));
    return results;
  }

  async #hour(): Promise<void> {
    try {
      await oneAtATime(this.connection, hourLock, this.log, () => this.work.hour());
    } catch (error) {
      this.log.error({ err: error }, 'Jobs: the work of this hour failed');
      throw error;
    }
  }

  /** Queues the sending of a mail, in the transaction of `em`, under the outbox's role. */
  async sendMail(em: EntityManager, id: string): Promise<void> {
    await this.start();
    await this.#boss.send(queues.mail, { id }, { db: fromKysely(em.getKysely()) });
  }

  /** Lets running work end for a second, the least that pg-boss waits; then it is tried again at the next start. Harmless when it never started. */
  async stop(): Promise<void> {
    if (!this.#started) return;
    await this.#started.catch(() => undefined);
    await this.#boss.stop({ graceful: true, timeout: 1000 });
  }
}
