import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { asOutbox } from '../../mail/outbox-role.js';
import { type NoticeFacts, noticesDue } from './notice.rules.js';

/**
 * Writes down what the days since the last time brought to the signed conventions of an EPCI, each of them once. The first
 * time begins with the day: an installation is not told its past. After a day to come, up to which a clock that was wrong has told
 * them, they go on from today; none is told twice.
 *
 * @param em under the session of the EPCI's staff, who see its conventions and nothing of the outbox
 * @returns how many are new, and up to which day they had been told
 */
export const createDueNotices = (
  em: EntityManager,
  epciId: string,
  today: string,
): Promise<{ fresh: number; toldUntil: string }> =>
  em.transactional(async (inner) => {
    const db = inner.getKysely();
    const told = await asOutbox(inner, 'parvis_staff', async () => {
      await sql`
        insert into notice_watermark (epci_id, told_until) values (${epciId}::bigint, ${today}::date)
        on conflict (epci_id) do nothing`.execute(db);
      // Locked: of two at the same moment the second finds the day told.
      const { rows } = await sql<{ day: string }>`
        select told_until::text as day from notice_watermark where epci_id = ${epciId}::bigint for update`.execute(db);
      return rows[0]?.day ?? today;
    });
    const tellUntilToday = () =>
      sql`update notice_watermark set told_until = ${today}::date where epci_id = ${epciId}::bigint`.execute(db);
    if (told > today) await asOutbox(inner, 'parvis_staff', tellUntilToday);
    if (told >= today) return { fresh: 0, toldUntil: told };
    const { rows: versions } = await sql<NoticeFacts>`
      select v.id::text as "id", v.starts_on::text as "startsOn", v.ends_on::text as "endsOn",
        v.terminated_on::text as "terminatedOn", exists (
          select from convention_version n where n.guichet_id = v.guichet_id and n.state in ('SIGNED', 'TERMINATED')
            and n.starts_on > v.starts_on and (n.terminated_on is null or n.terminated_on >= n.starts_on)) as "continued"
      from convention_version v
      where v.state in ('SIGNED', 'TERMINATED') and v.epci_id = ${epciId}::bigint
        and v.ends_on >= ${told}::date and v.starts_on <= ${today}::date`.execute(db);
    const due = noticesDue(versions, told, today);
    await asOutbox(inner, 'parvis_staff', async () => {
      if (due.length > 0)
        await sql`
          insert into notice (epci_id, version_id, kind, due_on)
          select ${epciId}::bigint, x."versionId", x.kind, x."dueOn"
          from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as x ("versionId" bigint, kind text, "dueOn" date)
          on conflict (version_id, kind, due_on) do nothing`.execute(db);
      await tellUntilToday();
    });
    return { fresh: due.length, toldUntil: told };
  });
