import type { PolicyDef, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { callerAccount } from '../identity/access/policies.js';
import { Account } from '../identity/account/account.entity.js';

const own = `account_id = ${callerAccount}`;
const ownOnly: PolicyDef = {
  name: 'own_only',
  command: 'all',
  roles: ['parvis_admin', 'parvis_staff', 'parvis_agent'],
  using: own,
  check: own,
};
/** The work of the hours clears those of yesterday, and sees of them no more than when. */
const cleared: PolicyDef = { name: 'cleared', command: 'all', roles: ['parvis_sign_in'], using: 'true' };

/** What a request of an account has added, by the key that its sender gave it: a table without a GraphQL type. */
@Entity({ tableName: 'request_key', policies: [ownOnly, cleared] })
export class RequestKey {
  @ManyToOne(() => Account, { primary: true, ref: true, deleteRule: 'cascade' }) account!: Ref<Account>;
  @Property({ type: 'uuid', primary: true }) key!: string;
  /** Name of the mutation. */
  @Property({ type: 'text' }) operation!: string;
  /** SHA-256 of its arguments: whoever asks again asks for the same. */
  @Property({ type: 'text' }) inputHash!: string;
  /** Database key of the row that was added; null within the transaction that adds it, and never after it. */
  @Property({ type: 'bigint', nullable: true }) rowKey?: string | null;
  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' }) at!: Date;
}
