import { callerAgent, ownEpci, staffManage } from '../../access/policies.js';
import { Bool, Code, Concept, Instant, One, type Ref } from '../../concept/decorators.js';
import { Agent } from '../agent/agent.entity.js';
import { AttendanceMode, AttendanceState, Confirmation, SignedBy } from '../codes.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { Meeting } from './meeting.entity.js';

const own = `${ownEpci} and agent_id = ${callerAgent}`;
/** An agent answers, signs in while the sheet is open, or declares; confirming is for staff. */
const unconfirmed = "state in ('INVITED', 'REGISTERED', 'EXCUSED', 'PRESENT') and (confirmation is null or confirmation = 'PENDING')";

/** One agent at one meeting. What an agent declares afterwards counts once staff have confirmed it. */
@Concept({
  plural: 'attendances',
  title: ['agent.lastName', 'agent.firstName'],
  search: ['agent.lastName', 'agent.firstName', 'meeting.title'],
  order: ['meeting.heldOn', 'agent.lastName'],
  uniques: [['meeting', 'agent']],
  access: {
    ...staffManage,
    parvis_agent: { read: own, create: `${own} and ${unconfirmed}`, update: `${own} and ${unconfirmed}` },
  },
})
export class Attendance extends EpciConcept {
  @One(() => Meeting, { write: 'create' }) meeting!: Ref<Meeting>;
  @One(() => Agent, { write: 'create' }) agent!: Ref<Agent>;
  @Code({ AttendanceState }, { default: 'INVITED' }) state!: AttendanceState;
  @Code({ AttendanceMode }, { nullable: true }) mode?: AttendanceMode | null;
  @Instant({ nullable: true, write: 'none' }) signedAt?: Date | null;
  @Code({ SignedBy }, { nullable: true, write: 'none' }) signedBy?: SignedBy | null;
  @Bool({ default: false }) contributed!: boolean;
  @Code({ Confirmation }, { nullable: true, write: 'none' }) confirmation?: Confirmation | null;
}
