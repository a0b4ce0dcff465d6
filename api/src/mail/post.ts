import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { DbRole } from '../base/roles.js';
import { isReservedAddress } from '../identity/sign-in/demo.js';
import type { MailKind } from './mail.codes.js';
import { asOutbox } from './outbox-role.js';

/** A mail as its words are written. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export interface MailToQueue extends Letter {
  /** Key of the account that gets it. */
  accountId: string;
  to: string;
  /** Who gets an answer to it; without one nobody reads answers. */
  replyTo?: string | undefined;
  kind: MailKind;
  /** A second mail of the same key is not made, whatever runs twice. */
  dedupeKey: string;
}

/**
 * How mails leave: through an SMTP server, into the local mailbox of the demonstration alone, or not at all, and then links
 * are handed over by people.
 */
export interface Post {
  /** Whether mails leave this machine: to a real address there are no others. */
  readonly leaves: boolean;
  /** Whether one to this address is made: it leaves, or whoever looks into the mailbox of the demonstration finds it. */
  reaches(address: string): boolean;
  /**
   * Queues a mail within a transaction, under whose role it goes on: the row and the job that sends it are there once the
   * transaction is committed, or neither. Nothing happens without a post, or for a key that is known.
   *
   * @param back the database role of the transaction
   */
  queue(em: EntityManager, back: DbRole, mail: MailToQueue): Promise<void>;
}

export const noPost: Post = { leaves: false, reaches: () => false, queue: async () => undefined };

/**
 * A post that keeps mails in the database. Those to the people of the demonstration do not leave: they are kept for show, and count
 * as sent.
 *
 * @param send queues the job of a row, in the same transaction; without it no mail is made to a real address, whose links would be
 * lost, or read by others in the mailbox
 */
export const outbox = (send?: (em: EntityManager, mailId: string) => Promise<void>): Post => ({
  leaves: send !== undefined,
  reaches: (address) => send !== undefined || isReservedAddress(address),
  async queue(em, back, { accountId, to, replyTo, kind, dedupeKey, subject, text, html }) {
    const leaves = send && !isReservedAddress(to);
    if (!leaves && !isReservedAddress(to)) return;
    await asOutbox(em, back, async () => {
      const { rows } = await sql<{ id: string }>`
        insert into mail (account_id, to_address, reply_to, kind, dedupe_key, subject, text, html, status, sent_at)
        values (${accountId}::bigint, ${to}, ${replyTo ?? null}, ${kind}, ${dedupeKey}, ${subject}, ${text}, ${html},
          ${leaves ? 'QUEUED' : 'SENT'}, ${leaves ? null : sql`now()`})
        on conflict (dedupe_key) do nothing returning id::text`.execute(em.getKysely());
      if (leaves && rows[0]) await send(em, rows[0].id);
    });
  },
});
