import { Concept, Day, type Many, ManyOf, One, type Ref, Text } from '../../concept/decorators.js';
import { agentsReadWhere, callerAgent, people, staffManage } from '../../identity/access/policies.js';
import { email, personName } from '../../identity/account/account.shapes.js';
import { Attendance } from '../meeting/attendance.entity.js';
import { Organisation } from '../organisation/organisation.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { Assignment } from './assignment.entity.js';

/** A person who receives the public. Colleagues see the name and the function; the rest is for EPCI staff. */
@Concept({
  plural: 'agents',
  crud: { create: true, update: true, delete: true },
  title: ['lastName', 'firstName'],
  search: ['lastName', 'firstName', 'organisation.name'],
  access: {
    ...staffManage,
    ...agentsReadWhere(`id = ${callerAgent} or exists (select 1 from assignment a where a.agent_id = agent.id)`),
  },
})
export class Agent extends EpciConcept {
  @Text({ max: 80, personal: true, readers: people, shape: personName }) lastName!: string;
  @Text({ max: 80, personal: true, readers: people, shape: personName }) firstName!: string;
  @One(() => Organisation) organisation!: Ref<Organisation>;
  @Text({ max: 120, nullable: true }) jobTitle?: string | null;
  @Text({ max: 200, nullable: true, personal: true, readers: ['EPCI_STAFF'], shape: email }) email?: string | null;
  @Text({ max: 30, nullable: true, personal: true, readers: ['EPCI_STAFF'] }) telephone?: string | null;
  @Day({ nullable: true }) endedOn?: string | null;
  @ManyOf(() => Assignment, 'agent') assignments?: Many<Assignment>;
  @ManyOf(() => Attendance, 'agent') attendances?: Many<Attendance>;
}
