import { Index } from '@mikro-orm/decorators/legacy';
import { Locale, Role } from '../../base/codes.js';
import {
  Base,
  Bool,
  Code,
  Concept,
  Instant,
  type Many,
  ManyOf,
  One,
  type Ref,
  Text,
} from '../../concept/decorators.js';
import { Agent } from '../../domain/agent/agent.entity.js';
import { Epci } from '../../domain/territory/epci.entity.js';
import { callerAccount, callerEpci } from '../access/policies.js';
import { email, personName } from './account.shapes.js';

const own = `id = ${callerAccount}`;
/** Agents and analysts see no account but theirs. */
const everyone: readonly Role[] = ['ADMIN', 'EPCI_STAFF', 'AGENT', 'ANALYST'];
/** Staff manage the accounts of their EPCI, and never make an administrator. */
const ofEpci = `epci_id = ${callerEpci} and role <> 'ADMIN' and not national`;

/**
 * What a person may be in an EPCI: secrets are in tables of their own that only sign-in reads. Known by its id: clerks of a town hall
 * share an address or have none, and who works for two EPCIs has an account in each, of which the other learns nothing. Else an
 * address is one person's within an EPCI.
 */
@Index({
  name: 'account_email_epci_id_agent_id_key',
  expression: `create unique index "account_email_epci_id_agent_id_key" on "account" (coalesce(email, ''), coalesce(epci_id, 0), coalesce(agent_id, 0))`,
})
@Concept({
  plural: 'accounts',
  crud: { update: true },
  title: ['displayName'],
  search: ['displayName', 'email'],
  indexes: [['email']],
  checks: {
    email_lower: 'email = lower(email)',
    email: "role = 'AGENT' or email is not null",
    epci: "role in ('ADMIN', 'ANALYST') or epci_id is not null",
    agent: "(role = 'AGENT') = (agent_id is not null)",
    national: "not national or role = 'ANALYST'",
  },
  access: {
    parvis_admin: { read: 'true', create: 'true', update: 'true' },
    parvis_staff: { read: ofEpci, create: ofEpci, update: ofEpci },
    parvis_agent: { read: own },
    parvis_analyst: { read: own },
    parvis_national: { read: own },
    parvis_sign_in: { read: 'true' },
  },
})
export class Account extends Base {
  @Text({ personal: true, readers: everyone, shape: email, write: 'none', nullable: true }) email?: string | null;
  @Text({ max: 120, personal: true, readers: everyone, shape: personName }) displayName!: string;
  @Code({ Role }, { write: 'none' }) role!: Role;
  @One(() => Epci, { nullable: true, write: 'none' }) epci?: Ref<Epci> | null;
  @Bool({ default: false, write: 'none' }) national!: boolean;
  @One(() => Agent, { nullable: true, write: 'none' }) agent?: Ref<Agent> | null;
  @Code({ Locale }, { default: 'fr' }) locale!: Locale;
  /** Receives a mail of what waits, a day at most. */
  @Bool({ default: true }) digest!: boolean;
  @Instant({ nullable: true, write: 'none' }) endedAt?: Date | null;
  @ManyOf(() => AnalystScope, 'account') scopes?: Many<AnalystScope>;
}

/** One of the EPCIs that an analyst of several may read. */
@Concept({
  plural: 'analystScopes',
  crud: { create: true, delete: true, rights: true },
  partOf: ['account'],
  title: ['account.displayName', 'epci.name'],
  uniques: [['account', 'epci']],
  acrossEpcis: true,
  access: {
    parvis_admin: { read: 'true', create: 'true', delete: 'true' },
    parvis_sign_in: { read: 'true' },
  },
})
export class AnalystScope extends Base {
  @One(() => Account, { write: 'create' }) account!: Ref<Account>;
  @One(() => Epci, { write: 'create' }) epci!: Ref<Epci>;
}
