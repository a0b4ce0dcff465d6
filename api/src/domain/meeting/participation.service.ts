import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Refusal } from '../../base/refusal.js';
import { NotAllowed, UnknownId } from '../../base/shared.errors.js';
import type { Clock } from '../../clock.js';
import { conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { keyOf } from '../../write/input.js';
import { rowAt, transactionOptions, withRetriedTransaction } from '../../write/rows.js';
import { Epci } from '../territory/index.js';
import { Attendance } from './attendance.entity.js';
import type { AttendanceMode, AttendanceState, Confirmation, SignedBy } from './meeting.codes.js';
import { Meeting } from './meeting.entity.js';
import { answerRefusal, decisionRefusal, declarationRefusal, type SheetLine, signInRefusal } from './meeting.rules.js';

/** What an agent writes of their own line. */
interface OwnLine {
  state: AttendanceState;
  mode?: AttendanceMode | null;
  signedAt?: Date;
  signedBy?: SignedBy;
  confirmation?: Confirmation;
}

const throwing = (refusal: Refusal | null): void => {
  if (refusal) throw refusal;
};

const lineOf = (line: Attendance | null): SheetLine | null =>
  line && { state: line.state, confirmation: line.confirmation ?? null };

/** The agent behind a caller. */
export const agentOf = ({ agentId }: Caller): string => {
  if (!agentId) throw new NotAllowed();
  return agentId;
};

const openTo = async (
  em: EntityManager,
  agentId: string,
  meetingId: string,
): Promise<{ meeting: Meeting; line: Attendance | null }> => {
  const key = keyOf(conceptOf(Meeting), meetingId, 'meetingId');
  const meeting = await em.findOne(Meeting, { id: key });
  if (!meeting) throw new UnknownId('Meeting', 'meetingId');
  return { meeting, line: await em.findOne(Attendance, { meeting: key, agent: agentId }) };
};

/** One statement, so that a second click, or a click on two devices at once, finds it done. @returns the line's key */
const writeOwn = async (em: EntityManager, meeting: Meeting, agentId: string, line: OwnLine): Promise<string> => {
  const { state, mode = null, signedAt, signedBy = null, confirmation = null } = line;
  await sql`
    insert into attendance as t (epci_id, meeting_id, agent_id, state, mode, signed_at, signed_by, confirmation)
    values (${meeting.epci.id}::bigint, ${meeting.id}::bigint, ${agentId}::bigint, ${state}::text, ${mode}::text,
      ${signedAt?.toISOString() ?? null}::timestamptz, ${signedBy}::text, ${confirmation}::text)
    on conflict (meeting_id, agent_id) do update set
      state = excluded.state, mode = excluded.mode, contributed = false, signed_at = excluded.signed_at,
      signed_by = excluded.signed_by, confirmation = excluded.confirmation, revision = t.revision + 1, updated_at = now()
    where t.state <> 'PRESENT' and t.state is distinct from excluded.state`.execute(em.getKysely());
  const written = await em.findOneOrFail(Attendance, { meeting: meeting.id, agent: agentId }, { refresh: true });
  return written.id;
};

/** "Coming" or "cannot come": may change until the meeting. @returns the key of the caller's line */
export const answerMeeting = async (
  em: EntityManager,
  caller: Caller,
  meetingId: string,
  coming: boolean,
): Promise<string> =>
  em.transactional(async (inner) => {
    const agentId = agentOf(caller);
    const { meeting } = await openTo(inner, agentId, meetingId);
    throwing(answerRefusal(meeting, caller.today));
    return writeOwn(inner, meeting, agentId, { state: coming ? 'REGISTERED' : 'EXCUSED' });
  }, transactionOptions());

/** Signs the caller in at a meeting that is open. A second click is not refused. @returns the key of the caller's line */
export const signIn = async (
  em: EntityManager,
  caller: Caller,
  clock: Clock,
  meetingId: string,
  mode: AttendanceMode,
): Promise<string> =>
  em.transactional(async (inner) => {
    const agentId = agentOf(caller);
    const { meeting, line } = await openTo(inner, agentId, meetingId);
    if (line?.state === 'PRESENT' && line.signedBy !== 'DECLARATION') return line.id;
    throwing(signInRefusal(meeting, lineOf(line), caller.today));
    return writeOwn(inner, meeting, agentId, { state: 'PRESENT', mode, signedAt: clock.now(), signedBy: 'SELF' });
  }, transactionOptions());

/** Declares a forgotten sign-in, which waits for staff. A second click is not refused. @returns the key of the caller's line */
export const declareAttendance = async (
  em: EntityManager,
  caller: Caller,
  clock: Clock,
  meetingId: string,
  mode: AttendanceMode | null,
): Promise<string> =>
  em.transactional(async (inner) => {
    const agentId = agentOf(caller);
    const { meeting, line } = await openTo(inner, agentId, meetingId);
    if (line?.confirmation === 'PENDING') return line.id;
    const { declarationDays } = await inner.findOneOrFail(Epci, { id: meeting.epci.id });
    throwing(declarationRefusal(meeting, lineOf(line), caller.today, declarationDays));
    return writeOwn(inner, meeting, agentId, declared(clock, mode));
  }, transactionOptions());

/** A presence that the agent declares afterwards: it counts once staff has confirmed it. */
export const declared = (clock: Clock, mode: AttendanceMode | null): OwnLine => ({
  state: 'PRESENT',
  mode,
  signedAt: clock.now(),
  signedBy: 'DECLARATION',
  confirmation: 'PENDING',
});

/**
 * What staff makes of a declaration. A second click finds it done.
 *
 * @returns the line's key
 * @throws UnknownId, StaleRevision, DeclarationAlreadyDecided
 */
export const decideDeclaration = async (
  em: EntityManager,
  { id, revision }: { id: string; revision: number },
  confirmation: 'CONFIRMED' | 'REFUSED',
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const concept = conceptOf(Attendance);
    const line = await inner.findOne(Attendance, { id: keyOf(concept, id, 'id') });
    if (!line) throw new UnknownId(concept.name, 'id');
    if (line.confirmation === confirmation) return line.id;
    throwing(decisionRefusal({ confirmation: line.confirmation ?? null }));
    const row = await rowAt<Attendance>(inner, concept, id, revision);
    inner.assign(row, {
      confirmation,
      updatedAt: new Date(),
      ...(confirmation === 'REFUSED' ? { state: 'ABSENT' as const } : {}),
    });
    await inner.flush();
    return row.id;
  });
