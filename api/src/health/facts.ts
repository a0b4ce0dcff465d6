import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { countMails } from '../domain/mail/index.js';
import { type LastRun, lastRuns } from '../jobs/last-runs.js';
import type { MailState } from '../mail/mail.codes.js';
import { inOutbox } from '../mail/outbox-role.js';

/** What the database knows of the installation. */
export interface Facts {
  /** Such as `18.4`. */
  postgresql: string;
  /** Null where this user may not know. */
  databaseBytes: number | null;
  mails: Record<MailState, number>;
  jobs: LastRun[];
}

/** Read under the outbox's role, which sees mails and jobs. @param system without a role */
export const readFacts = (system: EntityManager): Promise<Facts> =>
  inOutbox(system, async (em) => {
    const { rows } = await sql<{ postgresql: string; bytes: string | null }>`
      select split_part(current_setting('server_version'), ' ', 1) as postgresql,
        case when has_database_privilege(current_database(), 'connect') then pg_database_size(current_database())::text end as bytes`.execute(
      em.getKysely(),
    );
    const [{ postgresql, bytes } = { postgresql: '', bytes: null }] = rows;
    return {
      postgresql,
      databaseBytes: bytes === null ? null : Number(bytes),
      mails: await countMails(em),
      jobs: await lastRuns(em),
    };
  });
