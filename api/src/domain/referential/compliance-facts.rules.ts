import type { Level, ReceptionMode } from '../../base/codes.js';
import type { Day } from '../../base/days.rules.js';
import { type AssignmentFacts, assignedOn } from '../agent/assignment.rules.js';
import type { AttendanceState, Confirmation, MeetingKind, MeetingState } from '../meeting/meeting.codes.js';
import { type Segment, segmentOf } from './commitment.rules.js';
import type { ComplianceStatus, ObligationKind } from './referential.codes.js';

export interface AttendanceFacts {
  readonly agentId: string;
  readonly state: AttendanceState;
  readonly contributed: boolean;
  /** Null: not a declaration. */
  readonly confirmation: Confirmation | null;
}

export interface MeetingFacts {
  readonly id: string;
  readonly title: string;
  readonly heldOn: Day;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  /** The levels that it is for. */
  readonly levels: readonly Level[];
  /** A training outside the network, declared by an agent. */
  readonly outside: boolean;
  /** Of this guichet's agents at least; others do no harm. */
  readonly attendances: readonly AttendanceFacts[];
}

/**
 * What every kind of obligation may look at of one guichet in one year; what a single kind looks at stands with it.
 * `meetings`: of the year, and those of before that a kind asks for. `openedOn`/`closedOn`: half-open [from, to).
 */
export interface CommonFacts {
  readonly guichetId: string;
  readonly year: number;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly segments: readonly Segment[];
  readonly meetings: readonly MeetingFacts[];
  readonly assignments: readonly AssignmentFacts[];
}

export interface Evidence {
  /** Meetings that count. */
  readonly meetingIds: readonly string[];
  /** Meetings to come that an agent answered "coming". */
  readonly comingMeetingIds: readonly string[];
  /** Agents thanks to whom the value is what it is. */
  readonly agentIds: readonly string[];
  readonly missingAgentIds: readonly string[];
  readonly missingModes: readonly ReceptionMode[];
}

/** Where one obligation stands. `value` null: never entered. `planned`: what the service plans to offer, where it does. */
export interface Judgement {
  readonly obligationId: string;
  readonly kind: ObligationKind;
  readonly level: Level;
  readonly status: ComplianceStatus;
  readonly value: number | null;
  readonly target: number;
  readonly planned: number | null;
  readonly evidence: Evidence;
  /** `nextMeetingId`: the next meeting open to the level that would bring the value up. */
  readonly fix: { readonly nextMeetingId: string | null };
}

/** The facts with what every obligation needs of them, worked out once. */
export interface Case<F extends object = object> {
  readonly facts: CommonFacts & F;
  readonly today: Day;
  /** Commitments clipped to the opening, in order. */
  readonly segments: readonly Segment[];
  /** Day at which staff, modes and pieces are looked at. */
  readonly judgedOn: Day;
  readonly lastCommitted: Day;
}

export const NO_EVIDENCE: Evidence = {
  meetingIds: [],
  comingMeetingIds: [],
  agentIds: [],
  missingAgentIds: [],
  missingModes: [],
};

export const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
export const byDay = (a: MeetingFacts, b: MeetingFacts): number =>
  a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0;

/** Is the year's commitment behind us? The last day itself still counts. */
export const isOver = ({ today, lastCommitted }: Case): boolean => today > lastCommitted;

/** Does the meeting count for the guichet's level of that day? (not cancelled, for that level, on a committed day) */
export function isOpenTo({ segments }: Case, { heldOn, levels, state }: MeetingFacts): boolean {
  const level = segmentOf(segments, heldOn)?.level;
  return level !== undefined && state !== 'CANCELLED' && levels.includes(level);
}

/** Attendances of people assigned to the guichet on the meeting's day: one presence of an agent of two guichets serves both. */
export function ownAttendances({ facts }: Case, meeting: MeetingFacts): AttendanceFacts[] {
  const present = new Set(assignedOn(facts.assignments, meeting.heldOn).map(({ agentId }) => agentId));
  return meeting.attendances.filter(({ agentId }) => present.has(agentId));
}

/** Meetings from today on that can still bring something. */
export function stillPlanned(subject: Case): MeetingFacts[] {
  return subject.facts.meetings
    .filter(({ heldOn, state }) => heldOn >= subject.today && (state === 'PLANNED' || state === 'OPEN'))
    .filter((meeting) => isOpenTo(subject, meeting))
    .sort(byDay);
}

/**
 * The status of a value against its target. `coming`: value if all who answered "coming" come; `possible`: value if
 * everything still planned succeeds. UNKNOWN is decided before. (issue "The compliance engine")
 */
export function statusOf(of: {
  value: number;
  target: number;
  coming: number;
  possible: number;
  over: boolean;
}): ComplianceStatus {
  if (of.value >= of.target) return 'MET';
  if (of.over || of.possible < of.target) return 'NOT_MET';
  return of.coming >= of.target ? 'ON_TRACK' : 'AT_RISK';
}
