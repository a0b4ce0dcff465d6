import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { encodeId } from '../../concept/id.js';
import type { News } from '../../mail/digest.js';
import type { NoticeKind } from './notice.codes.js';

/** What was noted since the last digest, or in the last day before the first one. */
export const newsSince = (em: EntityManager, since: string | null): Promise<News[]> =>
  em.fork().transactional(async (inner) => {
    const { rows } = await sql<{
      kind: NoticeKind;
      dueOn: string;
      number: string;
      guichetName: string;
      c: string;
      v: string;
    }>`
      select n.kind, n.due_on::text as "dueOn", c.number, g.name as "guichetName", c.id::text as c, v.id::text as v
      from notice n join convention_version v on v.id = n.version_id join convention c on c.id = v.convention_id
        join guichet g on g.id = v.guichet_id
      where n.created_at > coalesce(${since}::timestamptz, now() - interval '1 day')
      order by n.due_on, c.number limit 50`.execute(inner.getKysely());
    return rows.map(({ kind, dueOn, number, guichetName, c, v }) => ({
      kind,
      dueOn,
      number,
      guichetName,
      subject: {
        concept: 'ConventionVersion',
        id: encodeId('ConventionVersion', v),
        parentId: encodeId('Convention', c),
      },
    }));
  });
