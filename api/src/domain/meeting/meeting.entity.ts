import { Level } from '../../base/codes.js';
import {
  Bool,
  Code,
  Codes,
  Concept,
  Day,
  Derived,
  LongText,
  type Many,
  ManyOf,
  One,
  type Ref,
  Text,
  WallTime,
} from '../../concept/decorators.js';
import {
  analystsReadWhere,
  callerAgent,
  callerLevels,
  callerMeetings,
  callerToday,
  ownEpci,
  people,
  staffManage,
} from '../../identity/access/policies.js';
import { Agent } from '../agent/agent.entity.js';
import { Organisation } from '../organisation/organisation.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { Attendance } from './attendance.entity.js';
import { MeetingKind, MeetingState } from './meeting.codes.js';
import { answerOpen, dayType, declarableBy, momentFacts, ownFacts, signInOpen } from './own-meeting.js';

/** A meeting of the service. Its day and hours are local wall times: the night of the clock change cannot move them. */
@Concept({
  plural: 'meetings',
  crud: { create: true, update: true, delete: true },
  title: ['title'],
  search: ['title', 'place', 'organiser.name'],
  order: ['heldOn', 'startTime'],
  checks: { hours: 'start_time < end_time' },
  access: {
    ...staffManage,
    // A training elsewhere is what one agent declared.
    ...analystsReadWhere('not outside'),
    parvis_agent: {
      read: `${ownEpci} and (levels && ${callerLevels} and not outside or declared_by_id = ${callerAgent} or id = any(${callerMeetings}))`,
      create: `${ownEpci} and outside and kind = 'TRAINING' and state = 'CLOSED' and held_on < ${callerToday} and declared_by_id = ${callerAgent}`,
    },
  },
})
export class Meeting extends EpciConcept {
  @Code({ MeetingKind }) kind!: MeetingKind;
  @Text() title!: string;
  @Day() heldOn!: string;
  @WallTime() startTime!: string;
  @WallTime() endTime!: string;
  @Text({ nullable: true }) place?: string | null;
  @Text({ max: 500, nullable: true, readers: people }) videoLink?: string | null;
  @One(() => Organisation, { nullable: true }) organiser?: Ref<Organisation> | null;
  /** Who organises a training outside the network: no organisation of the EPCI. */
  @Text({ nullable: true, write: 'none' }) organiserName?: string | null;
  @Codes({ Level }) levels!: Level[];
  @LongText({ nullable: true }) agenda?: string | null;
  @Code({ MeetingState }, { write: 'none', default: 'PLANNED' }) state!: MeetingState;
  @Bool({ write: 'none', default: false }) outside!: boolean;
  /** The agent who declared a training outside the network. */
  @One(() => Agent, { nullable: true, write: 'none', readers: people }) declaredBy?: Ref<Agent> | null;
  @LongText({ nullable: true, write: 'none' }) cancellationMotive?: string | null;
  /** Do agents sign in now? */
  @Derived(() => Boolean, momentFacts, signInOpen) signInOpen?: undefined;
  /** Can agents still say whether they come? */
  @Derived(() => Boolean, momentFacts, answerOpen) answerOpen?: undefined;
  /** Last day on which the agent who asks can declare that they were there. */
  @Derived(dayType, ownFacts, declarableBy, { nullable: true, readers: ['AGENT'] }) declarableUntil?: undefined;
  @ManyOf(() => Attendance, 'meeting') attendances?: Many<Attendance>;
}
