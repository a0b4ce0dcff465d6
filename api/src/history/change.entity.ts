import { BigIntType, type PolicyDef } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { DbRole } from '../base/roles.js';
import { allConcepts, type ConceptMeta } from '../concept/meta.js';
import { ownEpci } from '../identity/access/policies.js';
import { ChangeAction } from './history.codes.js';

/** The concept that is open to administrators alone, and those open to them at all: a test compares these with the declarations. */
const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const recorded = () => allConcepts().filter(({ unrecorded }) => !unrecorded);
const readBy = (role: DbRole) => (concept: ConceptMeta) => concept.access[role]?.read !== undefined;

/**
 * Who reads what was changed: the EPCI's staff and administrators, of the concepts that they read, and agents what their
 * declaration says. Made when every concept is declared. Nobody writes: no role has a policy, or a right, for it.
 */
const policies: PolicyDef[] = [
  {
    name: 'change_staff_select',
    command: 'select',
    roles: ['parvis_staff'],
    // By those that are closed to them, so that a new concept asks for no other policy.
    using: () => {
      const closed = recorded().filter((concept) => !readBy('parvis_staff')(concept));
      return [ownEpci, ...closed.map(({ name }) => `concept <> '${name}'`)].join(' and ');
    },
  },
  {
    name: 'change_admin_select',
    command: 'select',
    roles: ['parvis_admin'],
    using: () => {
      const open = recorded().filter(readBy('parvis_admin'));
      return `concept in (${listed(open.map(({ name }) => name))})`;
    },
  },
  {
    name: 'change_agent_select',
    command: 'select',
    roles: ['parvis_agent'],
    using: () =>
      recorded()
        .flatMap(({ name, historyForAgents }) =>
          historyForAgents ? [`concept = '${name}' and ${historyForAgents}`] : [],
        )
        .join(' or '),
  },
];

/**
 * One change of one row, written by the database's own trigger in the transaction that made it: no concept, and never changed
 * itself. It points to nothing by foreign keys, since it outlives what it tells of.
 */
@Entity({ tableName: 'change', policies })
@Index({ properties: ['concept', 'rowId', 'id'], name: 'change_row_index' })
@Index({ properties: ['epciId', 'concept', 'rowId', 'id'], name: 'change_epci_index' })
@Check({ name: 'change_action_check', expression: `action in (${listed(ChangeAction)})` })
export class Change {
  @PrimaryKey({ type: new BigIntType('string') }) id!: string;
  @Property({ type: 'datetime', length: 3, defaultRaw: 'clock_timestamp()' }) recordedAt!: Date;
  @Property({ type: 'text' }) concept!: string;
  @Property({ type: new BigIntType('string') }) rowId!: string;
  @Property({ type: new BigIntType('string'), nullable: true }) epciId?: string | null;
  @Property({ type: new BigIntType('string'), nullable: true }) guichetId?: string | null;
  @Property({ type: 'text' }) action!: ChangeAction;
  /** The whole row, by column, as it was and as it became. */
  @Property({ type: 'json', nullable: true }) before?: Record<string, unknown> | null;
  @Property({ type: 'json', nullable: true }) after?: Record<string, unknown> | null;
  /** Columns that changed, and whose values were erased since. */
  @Property({ type: 'array', columnType: 'text[]', nullable: true }) erased?: string[] | null;
  @Property({ type: new BigIntType('string'), nullable: true }) accountId?: string | null;
  /** Empty for what Parvis did by itself. */
  @Property({ type: 'text', nullable: true }) actorName?: string | null;
  /** Database role under which it was made. */
  @Property({ type: 'text' }) actorRole!: string;
  @Property({ type: 'text', nullable: true }) motive?: string | null;
  /** The change that this one takes back. */
  @Property({ type: new BigIntType('string'), nullable: true }) undoesId?: string | null;
}
