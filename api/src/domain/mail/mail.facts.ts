import { sql } from 'kysely';
import type { Sql } from '../../concept/meta.js';
import type { MailKind } from '../../mail/mail.codes.js';
import { opaqueId } from '../../read/opaque-id.js';
import type { MailFacts } from './mail.rules.js';

/** A mail without what it says. */
export interface MailRow extends MailFacts {
  readonly id: string;
  /** Opaque. */
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly kind: MailKind;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

/** More than anybody works through. */
const shown = 200;

/** Links bring the same whatever they are called; a day's digest says what the day before's did. */
const latestOfItsSort = sql`not exists (
  select from mail n where n.account_id = m.account_id and n.id > m.id and (n.kind = 'DIGEST') = (m.kind = 'DIGEST'))`;

/** Of mails `m`: handed over so long ago that whoever did it is no more. */
export const isOld = sql`m.created_at < now() - interval '10 minutes'`;

const mails = (condition: Sql): Sql => sql`(
  select coalesce(json_agg(f order by f.number desc), '[]'::json) from (
    select m.id as number, m.id::text, ${opaqueId('Account', sql.ref('a.id'))} as "accountId", a.display_name as name, a.email, m.kind,
      m.status, m.problem, ${isOld} as old, m.created_at as "createdAt", m.sent_at as "sentAt"
    from mail m join account a on a.id = m.account_id
    where ${latestOfItsSort} and ${condition} order by m.id desc limit ${shown}) f)`;

/**
 * Those that failed or broke off, of accounts that are open, until another is on its way or their owner has entered by a link.
 * Policies say whose.
 */
export const undelivered: Sql = mails(sql`m.status in ('FAILED', 'SENDING') and a.ended_at is null
  and (m.kind = 'DIGEST' or not link_used_since(a.id, m.created_at))`);

/** The last one of each sort that an account was sent. @param key of the account */
export const lastOf = (key: string): Sql => mails(sql`m.account_id = ${key}::bigint`);
