import type { PolicyDef, Ref } from '@mikro-orm/core';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Account } from '../identity/account/account.entity.js';
import { MailStatus } from './mail.codes.js';

const outboxOnly: PolicyDef = {
  name: 'outbox_only',
  command: 'all',
  roles: ['parvis_outbox'],
  using: 'true',
  check: 'true',
};

/** Whoever manages an account sees what became of its mails; what these say is not granted to them (`database/roles.ts`). */
const ofManagedAccounts: PolicyDef = {
  name: 'of_managed_accounts',
  command: 'select',
  roles: ['parvis_admin', 'parvis_staff'],
  using: 'exists (select 1 from account a where a.id = account_id)',
};

/**
 * Columns whose text stays out of backups: mails that wait hold links that open accounts, and a copy sends none of them
 * (`withholdMails`).
 */
export const blankInBackups: Readonly<Record<string, readonly string[]>> = { mail: ['text', 'html'] };

/**
 * A mail to send, or that was sent: no concept, and one database role alone reads its text, since mails hold links
 * that open accounts. `dedupeKey` makes each mail unique, whatever runs twice.
 */
// The few that did not leave, among all that ever did.
@Index({
  name: 'mail_undelivered_index',
  properties: ['id'],
  where: "status = any (array['FAILED'::text, 'SENDING'::text])",
})
@Entity({ tableName: 'mail', policies: [outboxOnly, ofManagedAccounts] })
export class Mail {
  @PrimaryKey({ type: new BigIntType('string') }) id!: string;
  @ManyToOne(() => Account, { ref: true, nullable: true, index: true, deleteRule: 'cascade' })
  account?: Ref<Account> | null;
  @Property({ type: 'text' }) toAddress!: string;
  /** Who answers: the inviter, of an invitation. */
  @Property({ type: 'text', nullable: true }) replyTo?: string | null;
  @Property({ type: 'text' }) kind!: string;
  @Property({ type: 'text', unique: 'mail_dedupe_key_key' }) dedupeKey!: string;
  @Property({ type: 'text' }) subject!: string;
  @Property({ type: 'text' }) text!: string;
  @Property({ type: 'text' }) html!: string;
  @Property({ type: 'text', check: `"status" in ('${MailStatus.join("', '")}')`, default: 'QUEUED' })
  status!: MailStatus;
  @Property({ type: 'integer', default: 0 }) attempts!: number;
  @Property({ type: 'text', nullable: true }) problem?: string | null;
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' }) createdAt!: Date;
  @Property({ type: 'datetime', length: 3, nullable: true }) sentAt?: Date | null;
}
