import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.js';
import type { Orm } from '../database/orm.js';
import type { DatabaseConnection } from '../database/server/open.js';
import { countUncertain, deliver } from '../mail/delivery.service.js';
import { noPost, outbox, type Post } from '../mail/post.js';
import { sendBySmtp } from '../mail/smtp.js';
import { backUpNightly } from './backups.js';
import { Jobs, type Options } from './boss.js';
import { runHourlyJob } from './hour.js';

export interface WorkAndPost {
  post: Post;
  /** Begins the work that waits for its time; what fails to start is tried again. */
  start(): void;
  stop(): Promise<void>;
}

const retryStart = 30_000;

/** The mails and the work of the hours, over a migrated database. Nothing runs before `start`, or before a mail is queued. */
export function makeJobs(
  given: {
    orm: Orm;
    connection: DatabaseConnection;
    /** Who may read everything, for backups. */
    owner: DatabaseConnection;
    config: Pick<Config, 'smtp' | 'demo' | 'clock' | 'backups'>;
    publicUrl(): string;
    log: FastifyBaseLogger;
  },
  options?: Options,
): WorkAndPost {
  const { orm, connection, owner, config, publicUrl, log } = given;
  const { smtp, demo, clock, backups } = config;
  const system = () => orm.em.fork();
  const carrier = smtp && {
    from: smtp.from,
    host: new URL(publicUrl()).hostname,
    send: (message: Parameters<typeof sendBySmtp>[1]) => sendBySmtp(smtp.url, message),
  };
  const jobs: Jobs = new Jobs(
    connection,
    {
      mail: async (id, last) => {
        if (carrier) await deliver(system(), carrier, id, last);
      },
      hour: async () => {
        try {
          await runHourlyJob({ system: system(), clock, post, publicUrl, log });
        } finally {
          // Whatever became of the rest, and by the machine's own day, even where another is pinned.
          if (backups) await backUpNightly(owner, backups, new Date(), log);
        }
      },
    },
    log,
    options,
  );
  const post: Post = smtp ? outbox((em, id) => jobs.sendMail(em, id)) : demo ? outbox() : noPost;
  let stopped = false;
  const start = async (): Promise<void> => {
    while (!stopped) {
      try {
        await jobs.start();
        const uncertain = await countUncertain(system());
        if (uncertain > 0) log.warn({ mails: uncertain }, 'Mails that may have left before a crash are not sent again');
        return;
      } catch (error) {
        log.error({ err: error }, 'Jobs: they could not start, and try again');
        await new Promise((resolve) => setTimeout(resolve, retryStart).unref());
      }
    }
  };
  return {
    post,
    start: () => void start(),
    stop: async () => {
      stopped = true;
      await jobs.stop();
    },
  };
}
