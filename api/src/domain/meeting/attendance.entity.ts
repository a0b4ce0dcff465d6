import { Bool, Code, Concept, Instant, One, type Ref } from '../../concept/decorators.js';
import { callerAgent, callerToday, ownEpci, staffManage } from '../../identity/access/policies.js';
import { Agent } from '../agent/agent.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { AttendanceMode, AttendanceState, Confirmation, SignedBy } from './meeting.codes.js';
import { Meeting } from './meeting.entity.js';

const own = `${ownEpci} and agent_id = ${callerAgent}`;
const meetingIs = (condition: string): string =>
  `exists (select 1 from meeting m where m.id = meeting_id and ${condition})`;
const plain = 'confirmation is null and not contributed';
/**
 * What agents may write of themselves, and nothing else: an answer while the meeting is planned, a presence on the day
 * while signing in is open, a later declaration that waits for staff. The sentences of meeting.rules.ts, kept here too.
 */
const answer = `state in ('REGISTERED', 'EXCUSED') and signed_by is null and signed_at is null and ${plain} and ${meetingIs(`m.state = 'PLANNED' and m.held_on >= ${callerToday}`)}`;
const signature = `state = 'PRESENT' and signed_by in ('SELF', 'QR') and ${plain} and ${meetingIs(`m.state = 'OPEN' and m.held_on = ${callerToday}`)}`;
const declaration = `state = 'PRESENT' and signed_by = 'DECLARATION' and confirmation = 'PENDING' and not contributed and ${meetingIs(`m.state <> 'CANCELLED' and m.held_on < ${callerToday}`)}`;
const written = `${own} and (${answer} or ${signature} or ${declaration})`;
/** A line that proves a presence, or that staff has decided on, is no longer the agent's to change. */
const undecided = `${own} and state <> 'PRESENT' and confirmation is null`;

/** One agent at one meeting. What an agent declares afterwards counts once staff have confirmed it. */
@Concept({
  plural: 'attendances',
  partOf: ['meeting'],
  title: ['agent.lastName', 'agent.firstName'],
  search: ['agent.lastName', 'agent.firstName', 'meeting.title'],
  order: ['meeting.heldOn', 'agent.lastName'],
  uniques: [['meeting', 'agent']],
  access: {
    ...staffManage,
    parvis_agent: { read: own, create: written, update: undecided, updated: written },
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
