import { assignedOn } from '../agent/assignment.rules.js';
import type { Level } from '../codes.js';
import { addMonths, holds } from '../days.rules.js';
import { countsAsPresent } from '../meeting/meeting.rules.js';
import { type ObligationFacts, proRata } from './commitment.rules.js';
import {
  type AttendanceFacts,
  byDay,
  type Case,
  isOpenTo,
  isOver,
  type Judgement,
  type MeetingFacts,
  NO_EVIDENCE,
  ownAttendances,
  statusOf,
  stillPlanned,
  unique,
} from './compliance-facts.rules.js';

/**
 * Meetings attended (MEETINGS) or contributed to (CONTRIBUTION) in the year: each counts once, whoever came; a
 * declaration counts once confirmed. The target is pro rata of the days at each level. A past meeting whose sheet is
 * not closed may still count, so it keeps the obligation from being lost, and promises nothing.
 */
export function judgeMeetings(subject: Case, obligation: ObligationFacts, level: Level): Judgement | null {
  const { facts, today, segments } = subject;
  const target = proRata(segments, facts.year, obligation.kind, 'target');
  if (target === null || target <= 0) return null;
  const serves = (meeting: MeetingFacts) => (attendance: AttendanceFacts) =>
    countsAsPresent(attendance, meeting) && (obligation.kind === 'MEETINGS' || attendance.contributed);
  // A training outside the network is no meeting of the service.
  const open = facts.meetings.filter((meeting) => !meeting.outside && isOpenTo(subject, meeting)).sort(byDay);
  const attended = open.filter(
    (meeting) => meeting.heldOn <= today && ownAttendances(subject, meeting).some(serves(meeting)),
  );
  const undecided = open.filter(
    (meeting) => !attended.includes(meeting) && (meeting.state === 'PLANNED' || meeting.state === 'OPEN'),
  );
  const next = undecided.filter(({ heldOn }) => heldOn >= today);
  const coming = next.filter((meeting) => ownAttendances(subject, meeting).some(({ state }) => state === 'REGISTERED'));
  const value = attended.length;
  const status = statusOf({
    value,
    target,
    coming: value + coming.length,
    possible: value + undecided.length,
    over: isOver(subject),
  });
  return {
    obligationId: obligation.id,
    kind: obligation.kind,
    level,
    status,
    value,
    target,
    planned: proRata(segments, facts.year, obligation.kind, 'planned'),
    evidence: {
      ...NO_EVIDENCE,
      meetingIds: attended.map(({ id }) => id),
      comingMeetingIds: coming.map(({ id }) => id),
      agentIds: unique(
        attended.flatMap((meeting) =>
          ownAttendances(subject, meeting)
            .filter(serves(meeting))
            .map(({ agentId }) => agentId),
        ),
      ),
    },
    fix: { nextMeetingId: status === 'MET' ? null : (next[0]?.id ?? null) },
  };
}

/** Trainings of the last `windowMonths` before the day, that day included, that the agent attended: inside or outside the network, at any guichet. */
function trainingsOf({ facts, judgedOn }: Case, agentId: string, windowMonths: number | null): MeetingFacts[] {
  const since = windowMonths === null ? null : addMonths(judgedOn, -windowMonths);
  return facts.meetings.filter(
    (meeting) =>
      meeting.kind === 'TRAINING' &&
      meeting.state !== 'CANCELLED' &&
      holds({ startsOn: since, endsOn: judgedOn }, meeting.heldOn) &&
      meeting.attendances.some((attendance) => attendance.agentId === agentId && countsAsPresent(attendance, meeting)),
  );
}

/**
 * Each agent assigned on the day attended a training lately: the target is their number, 1 when all have left.
 * UNKNOWN when no agent was ever entered.
 */
export function judgeTraining(subject: Case, obligation: ObligationFacts, level: Level): Judgement {
  const { facts, judgedOn } = subject;
  const agents = unique(assignedOn(facts.assignments, judgedOn).map(({ agentId }) => agentId));
  const trainings = new Map(agents.map((id) => [id, trainingsOf(subject, id, obligation.windowMonths)]));
  const trained = agents.filter((id) => (trainings.get(id) ?? []).length > 0);
  const missing = agents.filter((id) => !trained.includes(id));
  const next = stillPlanned(subject).filter(({ kind }) => kind === 'TRAINING');
  const isComing = (meeting: MeetingFacts, id: string): boolean =>
    meeting.attendances.some(({ agentId, state }) => agentId === id && state === 'REGISTERED');
  const target = Math.max(agents.length, 1);
  const value = facts.assignments.length === 0 ? null : trained.length;
  const coming = missing.filter((id) => next.some((meeting) => isComing(meeting, id)));
  const status =
    value === null
      ? 'UNKNOWN'
      : statusOf({
          value,
          target,
          coming: value + coming.length,
          possible: next.length > 0 ? target : value,
          over: isOver(subject),
        });
  return {
    obligationId: obligation.id,
    kind: obligation.kind,
    level,
    status,
    value,
    target,
    planned: null,
    evidence: {
      ...NO_EVIDENCE,
      meetingIds: unique([...trainings.values()].flat().map(({ id }) => id)),
      comingMeetingIds: next.filter((meeting) => missing.some((id) => isComing(meeting, id))).map(({ id }) => id),
      agentIds: trained,
      missingAgentIds: missing,
    },
    fix: { nextMeetingId: status === 'MET' ? null : (next[0]?.id ?? null) },
  };
}
