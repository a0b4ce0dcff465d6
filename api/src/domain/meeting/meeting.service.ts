import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Role } from '../../base/codes.js';
import { accepted } from '../../base/refusal.js';
import { HasHistory, NotAllowed, UnknownId } from '../../base/shared.errors.js';
import { conceptOf } from '../../concept/meta.js';
import { withMotive } from '../../history/index.js';
import type { Caller } from '../../identity/access/caller.js';
import { keyOf, tidyText } from '../../write/input.js';
import { rowAt, transactionOptions } from '../../write/rows.js';
import { beforeDelete, beforeSave } from '../../write/rules.js';
import { Attendance } from './attendance.entity.js';
import type { MeetingTransition } from './meeting.codes.js';
import { Meeting } from './meeting.entity.js';
import { meetingTimesRefusal, meetingTransition, meetingTransitions, sheetRefusal } from './meeting.rules.js';
import { expectedAt } from './sheet.sql.js';

const concept = conceptOf(Meeting);

/** The role of a caller whom an operation has let through. */
export const roleOf = ({ role }: Caller): Role => {
  if (role === 'ANONYMOUS') throw new NotAllowed();
  return role;
};

/** A meeting that nobody else changes, nor its sheet, until the transaction ends. For staff: agents do not hold meetings. */
export const heldMeeting = async (em: EntityManager, id: string, field: string): Promise<Meeting> => {
  const key = keyOf(concept, id, field);
  const meeting = await em.findOne(Meeting, { id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!meeting) throw new UnknownId(concept.name, field);
  return meeting;
};

interface Move {
  id: string;
  revision: number;
  motive?: string;
}

/**
 * Opens, closes or cancels a meeting. A second click finds it done, and is not refused.
 *
 * @returns its database key
 * @throws UnknownId, StaleRevision, and the refusals of `meetingTransition`
 */
export const moveMeeting = async (
  em: EntityManager,
  caller: Caller,
  name: MeetingTransition,
  { id, revision, motive }: Move,
): Promise<string> =>
  em.transactional(async (inner) => {
    const held = await heldMeeting(inner, id, 'id');
    const cancellationMotive = motive === undefined ? null : tidyText(motive);
    const done = held.state === meetingTransitions[name].to;
    if (done && (name !== 'CANCEL' || held.cancellationMotive === cancellationMotive)) return held.id;
    const meeting = await rowAt<Meeting>(inner, concept, id, revision);
    if (cancellationMotive) await withMotive(inner, cancellationMotive);
    const state = accepted(meetingTransition(meeting, name, roleOf(caller), { motive }, caller.today));
    inner.assign(meeting, { state, updatedAt: new Date(), ...(name === 'CANCEL' ? { cancellationMotive } : {}) });
    if (name === 'CLOSE') await markAbsent(inner, meeting);
    await inner.flush();
    return meeting.id;
  }, transactionOptions());

/** Who was expected and not seen was absent: a closed sheet has a line for everyone. */
const markAbsent = async (em: EntityManager, meeting: Meeting): Promise<void> => {
  await sql`
    insert into attendance (epci_id, meeting_id, agent_id, state)
    select ${meeting.epci.id}::bigint, ${meeting.id}::bigint, e.agent_id, 'ABSENT'
    from (${expectedAt(meeting.id)}) e where e.agent_id is not null group by e.agent_id
    on conflict (meeting_id, agent_id) do update
      set state = 'ABSENT', mode = null, contributed = false, revision = attendance.revision + 1, updated_at = now()
      where attendance.state in ('INVITED', 'REGISTERED')`.execute(em.getKysely());
  // Guests of the organiser, on the sheet without being expected.
  await sql`
    update attendance set state = 'ABSENT', mode = null, contributed = false, revision = revision + 1, updated_at = now()
    where meeting_id = ${meeting.id}::bigint and state in ('INVITED', 'REGISTERED')`.execute(em.getKysely());
};

const clock = (time: string): string => time.slice(0, 5);

/** Rules of a meeting's own fields: a meeting closed or cancelled is not edited; it ends after it starts. */
beforeSave(Meeting, ({ row, before }) => {
  if (before) {
    const refusal = sheetRefusal(before);
    if (refusal) throw refusal;
  }
  const refusal = meetingTimesRefusal(clock(row.startTime), clock(row.endTime));
  if (refusal) throw refusal;
  // Signing in was open for a day that is no longer the meeting's.
  if (before && before.state === 'OPEN' && before.heldOn !== row.heldOn) row.state = 'PLANNED';
});

/** A meeting without a line on its sheet is a mistake without consequences. */
beforeDelete(Meeting, async ({ em, row }) => {
  if ((await em.count(Attendance, { meeting: row.id })) > 0) throw new HasHistory(concept.name);
});
