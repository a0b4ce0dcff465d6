import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { TextTooLong } from '../../base/shared.errors.js';
import type { Clock } from '../../clock.js';
import { conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { dataOf, tidyLine } from '../../write/input.js';
import { transactionOptions } from '../../write/rows.js';
import { Agent } from '../agent/index.js';
import { Epci } from '../territory/index.js';
import { Attendance } from './attendance.entity.js';
import type { AttendanceMode } from './meeting.codes.js';
import { Meeting } from './meeting.entity.js';
import { declarationDateRefusal, meetingTimesRefusal } from './meeting.rules.js';
import { agentOf, declared } from './participation.service.js';

export interface OutsideTraining {
  title: string;
  heldOn: string;
  startTime: string;
  endTime: string;
  place?: string | null;
  organiserName?: string | null;
  mode?: AttendanceMode | null;
}

/**
 * Declares a training outside the network: the meeting, closed, and the agent's presence, which waits for staff. The same
 * training declared twice by the agent is one: a second click is not refused.
 *
 * @returns the key of the agent's line
 * @throws DeclarationTooEarly, DeclarationTooLate, MeetingTimesReversed, and refusals of a value
 */
export const declareOutsideTraining = async (
  em: EntityManager,
  caller: Caller,
  clock: Clock,
  { organiserName, mode, ...training }: OutsideTraining,
): Promise<string> =>
  em.transactional(async (inner) => {
    const agentId = agentOf(caller);
    const epciId = caller.epciId ?? '';
    const { declarationDays } = await inner.findOneOrFail(Epci, { id: epciId });
    const refusal =
      declarationDateRefusal(training.heldOn, caller.today, declarationDays) ??
      meetingTimesRefusal(training.startTime.slice(0, 5), training.endTime.slice(0, 5));
    if (refusal) throw refusal;
    const data = await dataOf(
      inner,
      conceptOf(Meeting),
      { ...training, kind: 'TRAINING', levels: caller.levels },
      'create',
    );
    const organiser = tidyLine(organiserName ?? '');
    if (organiser.length > 200) throw new TextTooLong(organiser.length, 200, 'organiserName');
    await sql`select pg_advisory_xact_lock(hashtextextended(${`outside training ${agentId}`}, 0))`.execute(
      inner.getKysely(),
    );
    const known = await inner.findOne(Meeting, {
      declaredBy: agentId,
      outside: true,
      heldOn: training.heldOn,
      startTime: training.startTime,
      title: String(data.title),
    });
    const existing = known && (await inner.findOne(Attendance, { meeting: known.id, agent: agentId }));
    if (existing) return existing.id;
    const epci = inner.getReference(Epci, epciId);
    const agent = inner.getReference(Agent, agentId);
    const meeting = inner.create(Meeting, {
      ...data,
      epci,
      state: 'CLOSED',
      outside: true,
      declaredBy: agent,
      organiserName: organiser || null,
    } as never);
    const line = inner.create(Attendance, { epci, meeting, agent, ...declared(clock, mode ?? null) } as never);
    await inner.flush();
    return line.id;
  }, transactionOptions());
