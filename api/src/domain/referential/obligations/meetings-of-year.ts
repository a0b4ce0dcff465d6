import type { Level } from '../../../base/codes.js';
import { countsAsPresent } from '../../meeting/meeting.rules.js';
import { type ObligationFacts, proRata } from '../commitment.rules.js';
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
  unique,
} from '../compliance-facts.rules.js';

/**
 * Meetings of the year where an agent of the guichet was present in a way that serves: each counts once, whoever came; a
 * declaration counts once confirmed. The target is pro rata of the days at each level. A past meeting whose sheet is
 * not closed may still count, so it keeps the obligation from being lost, and promises nothing.
 */
export function judgeMeetings(
  subject: Case,
  obligation: ObligationFacts,
  level: Level,
  isServing: (attendance: AttendanceFacts) => boolean,
): Judgement | null {
  const { facts, today, segments } = subject;
  const target = proRata(segments, facts.year, obligation.kind, 'target');
  if (target === null || target <= 0) return null;
  const serves = (meeting: MeetingFacts) => (attendance: AttendanceFacts) =>
    countsAsPresent(attendance, meeting) && isServing(attendance);
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
