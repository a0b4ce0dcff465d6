import type { Caller } from '../../access/caller.js';
import { encodeId } from '../../concept/id.js';
import { complianceNeedsAction } from '../codes.js';
import type { ComplianceFacts, Reading } from './compliance.facts.js';
import { factsOfGuichets } from './compliance.facts.js';
import { type GuichetCompliance, type Judgement, judgeGuichet, mostUrgent } from './compliance.rules.js';

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

/**
 * Judges every guichet of the facts on the caller's day, and puts names beside the keys: none of agents for analysts. `reading`: its
 * commitments as they would be, instead of as they are.
 */
export function complianceReport(
  all: ComplianceFacts,
  year: number,
  caller: Pick<Caller, 'role' | 'today'>,
  reading?: Reading,
) {
  const meetings = new Map(all.meetings.map((one) => [String(one.id), one]));
  const texts = new Map(
    all.referentials.flatMap(({ obligations }) => obligations.map(({ id, text }) => [String(id), text])),
  );
  const meetingOf = (key: string) => {
    const found = meetings.get(key);
    return found && { id: encodeId('Meeting', key), title: found.title, heldOn: found.heldOn, kind: found.kind };
  };
  const meetingsOf = (keys: readonly string[]) => keys.map(meetingOf).filter(isPresent);

  return factsOfGuichets(all, year, reading).map(({ guichet, facts }) => {
    const agents = new Map(
      guichet.assignments.map(({ agentId, firstName, lastName }) => [
        String(agentId),
        { id: encodeId('Agent', agentId), firstName, lastName },
      ]),
    );
    const agentsOf = (keys: readonly string[]) =>
      caller.role === 'ANALYST' ? null : keys.map((key) => agents.get(key)).filter(isPresent);
    const judgementOf = ({ evidence, fix, ...judgement }: Judgement) => ({
      ...judgement,
      obligationId: encodeId('Obligation', judgement.obligationId),
      text: texts.get(judgement.obligationId) ?? '',
      evidence: {
        meetings: meetingsOf(evidence.meetingIds),
        comingMeetings: meetingsOf(evidence.comingMeetingIds),
        agents: agentsOf(evidence.agentIds),
        missingAgents: agentsOf(evidence.missingAgentIds),
        missingModes: evidence.missingModes,
      },
      nextMeeting: fix.nextMeetingId === null ? null : meetingOf(fix.nextMeetingId),
    });
    const compliance: GuichetCompliance = judgeGuichet(facts, caller.today);
    return {
      guichetId: encodeId('Guichet', guichet.id),
      guichetName: guichet.name,
      communeName: guichet.communeName,
      year,
      judgedOn: compliance.judgedOn,
      level: compliance.level,
      status: mostUrgent(compliance.judgements.map(({ status }) => status)),
      needsAction: compliance.judgements.some(({ status }) => complianceNeedsAction[status]),
      reason: compliance.reason,
      judgements: compliance.judgements.map(judgementOf),
    };
  });
}
