import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { MailState } from '../../mail/mail.codes.js';
import { isOld } from './mail.facts.js';
import { type MailFacts, mailState } from './mail.rules.js';

/** How many mails there are in each state, of all EPCIs. Under the outbox's role. */
export const countMails = async (em: EntityManager): Promise<Record<MailState, number>> => {
  const { rows } = await sql<MailFacts & { count: number }>`
    select m.status, case when m.problem is not null then '' end as problem, ${isOld} as old, count(*)::int as count
    from mail m group by 1, 2, 3`.execute(em.getKysely());
  const counts = Object.fromEntries(MailState.map((state) => [state, 0])) as Record<MailState, number>;
  for (const row of rows) counts[mailState(row)] += row.count;
  return counts;
};
