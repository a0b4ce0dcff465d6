import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { InvalidValue, TextTooLong, UnknownId } from '../../base/shared.errors.js';
import type { Clock } from '../../clock.js';
import { conceptOf } from '../../concept/meta.js';
import { withMotive } from '../../history/index.js';
import type { Caller } from '../../identity/access/caller.js';
import { keyOf, tidyText } from '../../write/input.js';
import { transactionOptions } from '../../write/rows.js';
import { Agent } from '../agent/index.js';
import type { AttendanceMode, AttendanceState } from './meeting.codes.js';
import type { Meeting } from './meeting.entity.js';
import { closedState, correctionRefusal, sheetLineRefusal } from './meeting.rules.js';
import { heldMeeting } from './meeting.service.js';

export interface SheetLineGiven {
  agentId: string;
  state: AttendanceState;
  mode?: AttendanceMode | null;
  contributed: boolean;
}

/**
 * Saves the lines of a sheet, those of unexpected people too, in one statement: a second click changes nothing. Lines
 * that are not given stay as they are, and "expected" never takes back a presence that the agent signed meanwhile.
 *
 * @returns the meeting's database key
 * @throws MeetingClosed, MeetingCancelled, SheetNotReady, UnknownId
 */
export const saveSheet = async (
  em: EntityManager,
  caller: Caller,
  clock: Clock,
  meetingId: string,
  lines: readonly SheetLineGiven[],
): Promise<string> =>
  em.transactional(async (inner) => {
    // Held: two people who save at once come one after the other, and nobody closes the sheet in between.
    const meeting = await heldMeeting(inner, meetingId, 'meetingId');
    for (const state of new Set(lines.map((line) => line.state))) {
      const refusal = sheetLineRefusal(meeting, state, caller.today);
      if (refusal) throw refusal;
    }
    await writeGiven(inner, meeting, lines, clock.now());
    return meeting.id;
  }, transactionOptions());

const motiveMax = 2000;

/**
 * Corrects a closed sheet: the same lines in the same one statement, with the motive that history keeps beside each of them.
 * A closed sheet expects nobody any more: who is not seen was absent.
 *
 * @returns the meeting's database key
 * @throws SheetStillOpen, MeetingCancelled, MeetingClosed for what an agent declared, MotiveMissing, TextTooLong, UnknownId
 */
export const correctSheet = async (
  em: EntityManager,
  clock: Clock,
  meetingId: string,
  motive: string,
  lines: readonly SheetLineGiven[],
): Promise<string> =>
  em.transactional(async (inner) => {
    const meeting = await heldMeeting(inner, meetingId, 'meetingId');
    const refusal = correctionRefusal(meeting, motive);
    if (refusal) throw refusal;
    const said = tidyText(motive);
    if (said.length > motiveMax) throw new TextTooLong(said.length, motiveMax, 'motive');
    await withMotive(inner, said);
    const closed = lines.map((line) => ({ ...line, state: closedState(line.state) }));
    await writeGiven(inner, meeting, closed, clock.now());
    return meeting.id;
  }, transactionOptions());

/** @throws InvalidValue for an agent given twice, UnknownId for one whom the caller does not see */
const writeGiven = async (
  em: EntityManager,
  meeting: Meeting,
  lines: readonly SheetLineGiven[],
  now: Date,
): Promise<void> => {
  const rows = lines.map(({ agentId, state, mode, contributed }) => ({
    agent_id: keyOf(conceptOf(Agent), agentId, 'agentId'),
    state,
    mode: state === 'PRESENT' ? (mode ?? null) : null,
    contributed: state === 'PRESENT' && contributed,
  }));
  const keys = [...new Set(rows.map((row) => row.agent_id))];
  if (keys.length < rows.length) throw new InvalidValue('agentId');
  // Row policies hide other rows silently: compare counts.
  if ((await em.count(Agent, { id: { $in: keys } })) < keys.length) throw new UnknownId('Agent', 'agentId');
  await writeLines(em, meeting, rows, now);
};

const writeLines = async (
  em: EntityManager,
  meeting: { id: string; epci: { id: string } },
  rows: readonly object[],
  now: Date,
): Promise<void> => {
  await sql`
    insert into attendance as t (epci_id, meeting_id, agent_id, state, mode, contributed, signed_at, signed_by)
    select ${meeting.epci.id}::bigint, ${meeting.id}::bigint, n.agent_id, n.state, n.mode, n.contributed,
      case when n.state = 'PRESENT' then ${now.toISOString()}::timestamptz end, case when n.state = 'PRESENT' then 'SHEET' end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(agent_id bigint, state text, mode text, contributed boolean)
    on conflict (meeting_id, agent_id) do update set
      state = excluded.state, mode = excluded.mode, contributed = excluded.contributed,
      signed_at = case when t.state = excluded.state then t.signed_at else excluded.signed_at end,
      signed_by = case when t.state = excluded.state then t.signed_by else excluded.signed_by end,
      -- Staff says what a pending declaration said was not so: that decides it.
      confirmation = case
        when t.state = excluded.state then t.confirmation
        when excluded.state <> 'PRESENT' and t.confirmation is not null then 'REFUSED' end,
      revision = t.revision + 1, updated_at = now()
    where (t.state, t.mode, t.contributed) is distinct from (excluded.state, excluded.mode, excluded.contributed)
      and not (coalesce(t.signed_by in ('SELF', 'QR'), false) and excluded.state in ('INVITED', 'REGISTERED'))`.execute(
    em.getKysely(),
  );
};
