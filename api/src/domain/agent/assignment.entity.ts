import { Competence } from '../../base/codes.js';
import { Bool, Code, Codes, Concept, Day, Decimal, One, type Ref } from '../../concept/decorators.js';
import { inclusive } from '../../concept/periods.js';
import { agentsReadWhere, callerGuichets, staffManage } from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { Qualification } from './agent.codes.js';
import { Agent } from './agent.entity.js';

/** An agent at a guichet for a period. An agent of two guichets, or one who left in mid-year, is ordinary. */
@Concept({
  plural: 'assignments',
  crud: { create: true, update: true, delete: true },
  partOf: ['agent', 'guichet'],
  title: ['agent.lastName', 'agent.firstName'],
  search: ['agent.lastName', 'agent.firstName', 'guichet.name'],
  order: ['agent.lastName', 'startsOn'],
  validOn: inclusive('startsOn', 'endsOn'),
  checks: {
    period: 'starts_on <= ends_on',
    etp: 'etp >= 0 and etp <= 1',
    one_at_a_time: `EXCLUDE USING gist (int8range(agent_id, agent_id, '[]'::text) WITH &&, int8range(guichet_id, guichet_id, '[]'::text) WITH &&, daterange(starts_on, ends_on, '[]'::text) WITH &&)`,
  },
  access: { ...staffManage, ...agentsReadWhere(`guichet_id = any(${callerGuichets})`) },
})
export class Assignment extends EpciConcept {
  @One(() => Agent, { write: 'create' }) agent!: Ref<Agent>;
  @One(() => Guichet, { write: 'create' }) guichet!: Ref<Guichet>;
  @Day() startsOn!: string;
  @Day({ nullable: true }) endsOn?: string | null;
  @Decimal({ min: 0, max: 1, nullable: true }) etp?: number | null;
  @Bool({ default: false }) dedicated!: boolean;
  /** Reads the drafts of the guichet's convention, comments and corrects them in its name. */
  @Bool({ default: false }) reviewer!: boolean;
  @Code({ Qualification }, { nullable: true }) qualification?: Qualification | null;
  @Codes({ Competence }, { nullable: true }) competences?: Competence[] | null;
}
