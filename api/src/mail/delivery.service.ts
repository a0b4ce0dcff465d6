import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inOutbox } from './outbox-role.js';
import type { Delivery, Message } from './smtp.js';

export interface Carrier {
  /** As in `From:`. */
  from: string;
  /** The host that Message-IDs are named after. */
  host: string;
  send(message: Message): Promise<Delivery>;
}

/** The mail could not be sent now: its job tries again. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

interface Taken {
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
}

/**
 * Sends one mail of the outbox, and never twice: it is marked SENDING, and that is committed, before the server hears of it. A
 * crash in between leaves it so: whether it left is not known, and it is not sent again.
 *
 * @param last whether no other try follows
 * @throws MailNotSent when another try may succeed
 */
export async function deliver(system: EntityManager, carrier: Carrier, id: string, last: boolean): Promise<void> {
  const mail = await take(system, id);
  if (!mail) return;
  const messageId = `<parvis-${id}@${carrier.host}>`;
  const delivery = await carrier.send({ ...mail, from: carrier.from, messageId });
  await note(system, id, delivery, last);
  if (delivery.outcome === 'LATER' && !last) throw new MailNotSent(delivery.problem);
}

const take = (system: EntityManager, id: string): Promise<Taken | undefined> =>
  inOutbox(system, async (em) => {
    const { rows } = await sql<Taken>`
      update mail set status = 'SENDING', attempts = attempts + 1 where id = ${id}::bigint and status = 'QUEUED'
      returning to_address as "to", reply_to as "replyTo", subject, text, html`.execute(em.getKysely());
    return rows[0];
  });

const note = (system: EntityManager, id: string, delivery: Delivery, last: boolean) =>
  inOutbox(system, async (em) => {
    const { outcome } = delivery;
    const status = { SENT: 'SENT', LATER: last ? 'FAILED' : 'QUEUED', NEVER: 'FAILED', UNKNOWN: 'SENDING' }[outcome];
    const problem = delivery.outcome === 'SENT' ? null : delivery.problem;
    const sent = outcome === 'SENT';
    // Bodies hold links that open accounts: they are not kept once sent, nor when they failed for good or may have left.
    const blank = status !== 'QUEUED';
    await sql`
      update mail set status = ${status}, problem = ${problem}, sent_at = ${sent ? sql`now()` : null}
        ${blank ? sql`, text = '', html = ''` : sql``}
      where id = ${id}::bigint`.execute(em.getKysely());
  });

/**
 * Of a restored copy: the mails that waited when the backup was made have left since, or not; like those of a crash, they are not
 * sent again. Their links open nothing any more, and they keep no body.
 */
export const withholdMails = (system: EntityManager, madeAt: Date): Promise<void> =>
  inOutbox(system, async (em) => {
    await sql`
      update mail set status = 'SENDING', problem = ${`restored from a backup of ${madeAt.toISOString()}`}, text = '', html = ''
      where status = 'QUEUED'`.execute(em.getKysely());
  });

/** How many mails a crash left without anybody knowing whether they were sent, for the log. */
export const countUncertain = (system: EntityManager): Promise<number> =>
  inOutbox(system, async (em) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from mail where status = 'SENDING'`.execute(em.getKysely());
    return rows[0]?.count ?? 0;
  });
