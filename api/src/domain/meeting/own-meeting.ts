import { sql } from 'kysely';
import type { Role } from '../../base/codes.js';
import type { Row, Sql } from '../../concept/meta.js';
import { DateScalar } from '../../concept/scalars.js';
import { callerAgent } from '../../identity/access/policies.js';
import { answerRefusal, declarableUntil, type MeetingMoment, type OwnMeeting, signInRefusal } from './meeting.rules.js';

/** `MeetingMoment`, as one JSON. */
export const momentFacts = (meeting: Row): Sql =>
  sql`json_build_object('state', ${meeting.col('state')}, 'heldOn', ${meeting.col('heldOn')})`;

/** `OwnMeeting` of the agent who asks. */
export const ownFacts = (meeting: Row): Sql => sql`json_build_object(
  'state', ${meeting.col('state')}, 'heldOn', ${meeting.col('heldOn')}, 'outside', ${meeting.col('outside')},
  'declarationDays', (select e.declaration_days from ${meeting.table('epci')} e where e.id = ${meeting.col('epci')}),
  'line', (select json_build_object('state', t.state, 'confirmation', t.confirmation) from ${meeting.table('attendance')} t
    where t.meeting_id = ${meeting.col('id')} and t.agent_id = ${sql.raw(callerAgent)}))`;

type Asker = Role | 'ANONYMOUS';
export const signInOpen = (meeting: MeetingMoment, _role: Asker, today: string) =>
  signInRefusal(meeting, null, today) === null;
export const answerOpen = (meeting: MeetingMoment, _role: Asker, today: string) =>
  answerRefusal(meeting, today) === null;
export const declarableBy = (meeting: OwnMeeting, _role: Asker, today: string) => declarableUntil(meeting, today);
export const dayType = () => DateScalar;
