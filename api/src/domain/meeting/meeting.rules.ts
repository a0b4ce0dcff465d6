import { type Role } from '../../base/codes.js';
import { addDays, type Day } from '../../base/days.rules.js';
import type { Refusal } from '../../base/refusal.js';
import { MotiveMissing, NotAllowed } from '../../base/shared.errors.js';
import {
  type AttendanceState,
  attendanceIsFinal,
  type Confirmation,
  type MeetingState,
  MeetingTransition,
} from './meeting.codes.js';
import {
  AlreadyPresent,
  AnswerTooLate,
  DeclarationAlreadyDecided,
  DeclarationPending,
  DeclarationTooEarly,
  DeclarationTooLate,
  MeetingCancelled,
  MeetingClosed,
  MeetingNotOpen,
  MeetingTimesReversed,
  MeetingTransitionNotAllowed,
  NotExpectedDate,
  SheetNotReady,
  SheetStillOpen,
} from './meeting.errors.js';

export interface MeetingMoment {
  readonly state: MeetingState;
  readonly heldOn: Day;
}

/** One agent's line on the sheet; `confirmation` null: not a declaration. */
export interface SheetLine {
  readonly state: AttendanceState;
  readonly confirmation: Confirmation | null;
}

/**
 * Does the line prove a presence? A declaration does once confirmed; an outside training is always one, so it does
 * nothing before.
 */
export function countsAsPresent(line: SheetLine, meeting: { readonly outside: boolean }): boolean {
  if (line.state !== 'PRESENT') return false;
  return line.confirmation === 'CONFIRMED' || (line.confirmation === null && !meeting.outside);
}

/** Life of a meeting: the same kind of table as a convention's. */
export const meetingTransitions: Readonly<
  Record<MeetingTransition, { from: readonly MeetingState[]; to: MeetingState; roles: readonly Role[] }>
> = {
  OPEN: { from: ['PLANNED'], to: 'OPEN', roles: ['EPCI_STAFF'] },
  // A meeting signed on paper is closed without having been open.
  CLOSE: { from: ['PLANNED', 'OPEN'], to: 'CLOSED', roles: ['EPCI_STAFF'] },
  CANCEL: { from: ['PLANNED', 'OPEN'], to: 'CANCELLED', roles: ['EPCI_STAFF'] },
};

/** The moves that state, role and day open: signing in opens on the day, the sheet closes from the day on. */
export function availableMeetingTransitions(meeting: MeetingMoment, role: Role, today: Day): MeetingTransition[] {
  return MeetingTransition.filter((name) => {
    const { from, roles } = meetingTransitions[name];
    return from.includes(meeting.state) && roles.includes(role) && momentRefusal(name, meeting, today) === null;
  });
}

function momentRefusal(name: MeetingTransition, { heldOn }: MeetingMoment, today: Day): Refusal | null {
  if (name === 'OPEN' && today !== heldOn) return new NotExpectedDate(heldOn);
  return name === 'CLOSE' && today < heldOn ? new SheetNotReady(heldOn) : null;
}

/** Moves a meeting: the new state, or the refusal. A cancellation asks for a motive. */
export function meetingTransition(
  meeting: MeetingMoment,
  name: MeetingTransition,
  role: Role,
  input: { readonly motive?: string | null | undefined },
  today: Day,
): Refusal | MeetingState {
  const { from, to, roles } = meetingTransitions[name];
  if (!from.includes(meeting.state)) return new MeetingTransitionNotAllowed(name, meeting.state);
  if (!roles.includes(role)) return new NotAllowed();
  if (name === 'CANCEL' && !input.motive?.trim()) return new MotiveMissing('cancellationMotive');
  return momentRefusal(name, meeting, today) ?? to;
}

/** What a closed sheet holds for a line: who was expected and not seen was absent; the other states are final. */
export function closedState(state: AttendanceState): AttendanceState {
  return attendanceIsFinal[state] ? state : 'ABSENT';
}

/**
 * Closes the sheet: the new state, and the lines that become ABSENT because nobody said otherwise.
 * A cancelled or closed meeting has no sheet to close, nor has one to come (`SheetNotReady`).
 */
export function closeSheet<T extends Pick<SheetLine, 'state'>>(
  meeting: MeetingMoment,
  lines: readonly T[],
  today: Day,
): Refusal | { readonly state: 'CLOSED'; readonly absent: readonly T[] } {
  const refusal = sheetRefusal(meeting) ?? momentRefusal('CLOSE', meeting, today);
  return refusal ?? { state: 'CLOSED', absent: lines.filter(({ state }) => closedState(state) !== state) };
}

/** May staff change the sheet's lines? Null: yes. */
export function sheetRefusal({ state }: Pick<MeetingMoment, 'state'>): Refusal | null {
  if (state === 'CLOSED') return new MeetingClosed();
  return state === 'CANCELLED' ? new MeetingCancelled() : null;
}

/** May staff write this state on the sheet today? PRESENT and ABSENT wait for the day. */
export function sheetLineRefusal(meeting: MeetingMoment, state: AttendanceState, today: Day): Refusal | null {
  const seen = state === 'PRESENT' || state === 'ABSENT';
  return sheetRefusal(meeting) ?? (seen && today < meeting.heldOn ? new SheetNotReady(meeting.heldOn) : null);
}

/** May staff correct the closed sheet? What an agent declared elsewhere is confirmed or refused instead. Null: yes. */
export function correctionRefusal(
  { state, outside }: Pick<MeetingMoment, 'state'> & { readonly outside: boolean },
  motive: string,
): Refusal | null {
  if (state === 'CANCELLED') return new MeetingCancelled();
  if (state !== 'CLOSED') return new SheetStillOpen();
  if (outside) return new MeetingClosed();
  return motive.trim() ? null : new MotiveMissing('motive');
}

/** May the agent sign in? While signing in is open, on the meeting's day, once. Null: yes. */
export function signInRefusal(meeting: MeetingMoment, line: SheetLine | null, today: Day): Refusal | null {
  const refusal = sheetRefusal(meeting);
  if (refusal) return refusal;
  if (today !== meeting.heldOn) return new NotExpectedDate(meeting.heldOn);
  if (meeting.state !== 'OPEN') return new MeetingNotOpen();
  return line?.state === 'PRESENT' ? new AlreadyPresent() : null;
}

/** May the agent answer "coming" or "cannot come"? While the meeting is planned, up to its day. Null: yes. */
export function answerRefusal(meeting: MeetingMoment, today: Day): Refusal | null {
  const refusal = sheetRefusal(meeting);
  if (refusal) return refusal;
  return meeting.state === 'PLANNED' && today <= meeting.heldOn ? null : new AnswerTooLate(meeting.heldOn);
}

/** Last day on which a presence at a meeting can be declared. */
const lastDeclarationDay = (heldOn: Day, declarationDays: number): Day => addDays(heldOn, declarationDays);

/** The days of meetings and trainings that can be declared today. */
export function declarableDays(declarationDays: number, today: Day): { readonly from: Day; readonly to: Day } {
  return { from: addDays(today, -declarationDays), to: addDays(today, -1) };
}

/** A declaration comes after the day and within `declarationDays` of it (a setting of the EPCI). Serves an outside training too. */
export function declarationDateRefusal(heldOn: Day, today: Day, declarationDays: number): Refusal | null {
  if (heldOn >= today) return new DeclarationTooEarly(heldOn);
  const lastDay = lastDeclarationDay(heldOn, declarationDays);
  return today > lastDay ? new DeclarationTooLate(lastDay) : null;
}

/**
 * May the agent declare a forgotten sign-in? A past meeting, cancelled excepted and closed included (a closed sheet is
 * just what reveals the omission: the line waits for staff), without a presence nor an earlier declaration. Null: yes.
 */
export function declarationRefusal(
  meeting: MeetingMoment,
  line: SheetLine | null,
  today: Day,
  declarationDays: number,
): Refusal | null {
  if (meeting.state === 'CANCELLED') return new MeetingCancelled();
  if (line?.confirmation === 'PENDING') return new DeclarationPending();
  if (line?.confirmation === 'REFUSED') return new DeclarationAlreadyDecided();
  if (line?.state === 'PRESENT') return new AlreadyPresent();
  return declarationDateRefusal(meeting.heldOn, today, declarationDays);
}

/** A meeting as an agent acts on it: `line` their own. */
export interface OwnMeeting extends MeetingMoment {
  readonly outside: boolean;
  readonly line: SheetLine | null;
  readonly declarationDays: number;
}

/** Last day on which the agent can declare a forgotten sign-in; null: there is none to declare, or it is too late or too early. */
export function declarableUntil(meeting: OwnMeeting, today: Day): Day | null {
  const { heldOn, outside, line, declarationDays } = meeting;
  if (outside || declarationRefusal(meeting, line, today, declarationDays)) return null;
  return lastDeclarationDay(heldOn, declarationDays);
}

/** May staff confirm or refuse? Only what waits for it. Null: yes. */
export function decisionRefusal(line: Pick<SheetLine, 'confirmation'>): Refusal | null {
  return line.confirmation === 'PENDING' ? null : new DeclarationAlreadyDecided();
}

/** Times of one day, "14:00": the end comes after the start. */
export function meetingTimesRefusal(startTime: string, endTime: string): Refusal | null {
  return endTime > startTime ? null : new MeetingTimesReversed(startTime, endTime);
}
