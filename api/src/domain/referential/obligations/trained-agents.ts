import { addMonths, holds } from '../../../base/days.rules.js';
import { assignedOn } from '../../agent/assignment.rules.js';
import { countsAsPresent } from '../../meeting/meeting.rules.js';
import {
  type Case,
  isOver,
  type MeetingFacts,
  NO_EVIDENCE,
  statusOf,
  stillPlanned,
  unique,
} from '../compliance-facts.rules.js';
import type { ObligationRule } from './obligation.js';

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
export const trainedAgents: ObligationRule = {
  asks: ['windowMonths'],
  required: [],
  unit: 'AGENT',
  isYesOrNo: () => false,
  counted: false,
  remedy: 'MEETING',
  ofPeople: true,
  facts: {},
  // As far back as the longest window of the year's obligations; without a window, all there were.
  meetings: [
    {
      kind: 'TRAINING',
      from: `(select case when bool_or(o.window_months is null) then date '-infinity'
        else (b.first - make_interval(months => max(o.window_months)))::date end from obligations o where o.kind = 'TRAINED_AGENTS')`,
    },
  ],
  flaw: () => null,
  judge: (subject, obligation, level) => {
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
  },
};
