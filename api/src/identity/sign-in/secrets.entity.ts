import type { PolicyDef, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Account } from '../account/account.entity.js';
import { TokenPurpose } from './token.codes.js';

// Passwords, sessions and links: tables without a GraphQL type, which one database role alone may touch.
const signInOnly: PolicyDef = {
  name: 'sign_in_only',
  command: 'all',
  roles: ['parvis_sign_in'],
  using: 'true',
  check: 'true',
};

/**
 * Tables whose rows stay out of backups: a copy, wherever it is restored, opens no session and answers to no link that was made
 * before, and counts no wrong tries of another time. Passwords and known browsers, which open nothing, are kept.
 */
export const notInBackups: readonly string[] = ['session', 'token', 'attempt'];

/** A password, as an Argon2id string. It opens the accounts that name it, which all have the same address. */
@Entity({ tableName: 'credential', policies: [signInOnly] })
export class Credential {
  @PrimaryKey({ type: 'bigint', autoincrement: true }) id!: string;
  @Property({ type: 'text' }) passwordHash!: string;
  @Property({ type: 'datetime', length: 3 }) changedAt!: Date;
}

/**
 * Which password opens an account: one for all accounts of somebody who works for two EPCIs, or of the agents who share one.
 * An account that nobody has opened yet has none.
 */
@Entity({ tableName: 'credential_account', policies: [signInOnly] })
export class CredentialAccount {
  @ManyToOne(() => Account, { primary: true, ref: true, deleteRule: 'cascade' }) account!: Ref<Account>;
  @ManyToOne(() => Credential, { ref: true, index: true }) credential!: Ref<Credential>;
  /** When it was last entered: who signs in begins where they were. */
  @Property({ type: 'datetime', length: 3 }) usedAt!: Date;
}

/** One signed-in browser, and the account it works with now; the cookie's secret is kept as its SHA-256. */
@Entity({ tableName: 'session', policies: [signInOnly] })
export class Session {
  @PrimaryKey({ type: 'text' }) tokenHash!: string;
  @ManyToOne(() => Account, { ref: true, index: true, deleteRule: 'cascade' }) account!: Ref<Account>;
  /** Such as "Firefox, Windows". */
  @Property({ type: 'text', nullable: true }) device?: string | null;
  @Property({ type: 'datetime', length: 3 }) createdAt!: Date;
  @Property({ type: 'datetime', length: 3 }) seenAt!: Date;
  @Property({ type: 'datetime', length: 3, index: true }) expiresAt!: Date;
}

/**
 * A browser from which an account was opened before: tries from there are counted apart. Its cookie opens nothing; its secret is
 * kept as its SHA-256. Several accounts may share a browser.
 */
@Entity({ tableName: 'known_device', policies: [signInOnly] })
export class KnownDevice {
  @PrimaryKey({ type: 'text' }) tokenHash!: string;
  @ManyToOne(() => Account, { primary: true, ref: true, index: true, deleteRule: 'cascade' }) account!: Ref<Account>;
  @Property({ type: 'datetime', length: 3 }) seenAt!: Date;
}

/** What rate-limiter-flexible counts, in the order of columns that it writes. Keys hold no address: their hash. */
@Entity({ tableName: 'attempt', policies: [signInOnly] })
export class Attempt {
  @PrimaryKey({ type: 'varchar', length: 255 }) key!: string;
  @Property({ type: 'integer', default: 0 }) points!: number;
  /** Milliseconds since 1970. */
  @Property({ type: 'bigint', nullable: true, index: true }) expire?: string | null;
}

/** A single-use link (invitation or reset), kept as the SHA-256 of its secret. */
@Entity({ tableName: 'token', policies: [signInOnly] })
export class Token {
  @PrimaryKey({ type: 'text' }) tokenHash!: string;
  @ManyToOne(() => Account, { ref: true, index: true, deleteRule: 'cascade' }) account!: Ref<Account>;
  @Property({ type: 'text', check: `"purpose" in ('${TokenPurpose.join("', '")}')` }) purpose!: TokenPurpose;
  @Property({ type: 'datetime', length: 3 }) createdAt!: Date;
  @Property({ type: 'datetime', length: 3 }) expiresAt!: Date;
  @Property({ type: 'datetime', length: 3, nullable: true }) usedAt?: Date | null;
  /** The address that it was mailed to, which its use proves; null for one handed over by whoever made it. */
  @Property({ type: 'text', nullable: true }) mailedTo?: string | null;
}
