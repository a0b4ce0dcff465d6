import { encodeId } from '../../concept/id.js';
import type { Caller } from '../../identity/access/caller.js';
import type { ComplianceFacts, Reading } from './compliance.facts.js';
import { factsOfGuichets } from './compliance.facts.js';
import {
  type GuichetCompliance,
  isBelowThreshold,
  type Judgement,
  judgeGuichet,
  mostUrgent,
} from './compliance.rules.js';
import { obligationRules } from './obligations/index.js';
import { complianceNeedsAction } from './referential.codes.js';

const isPresent = <T>(value: T | undefined): value is T => value !== undefined;

/**
 * Judges every guichet of the facts on the caller's day, and puts names beside the keys. Analysts get counts for evidence, and where
 * few agents are behind them neither those nor what is worth what they did: the state of the obligation alone. `reading`: its commitments
 * as they would be, instead of as they are.
 */
export function complianceReport(
  all: ComplianceFacts,
  year: number,
  caller: Pick<Caller, 'role' | 'today'>,
  reading?: Reading,
) {
  const meetings = new Map(all.meetings.map((one) => [String(one.id), one]));
  const texts = new Map(all.obligations.map(({ id, text }) => [String(id), text]));
  const meetingOf = (key: string) => {
    const found = meetings.get(key);
    return found && { id: encodeId('Meeting', key), title: found.title, heldOn: found.heldOn, kind: found.kind };
  };
  const named = caller.role !== 'ANALYST';
  const meetingsOf = (keys: readonly string[]) => (named ? keys.map(meetingOf).filter(isPresent) : null);

  return factsOfGuichets(all, year, reading).map(({ guichet, assignments, facts }) => {
    const agents = new Map(
      assignments.map(({ agentId, firstName, lastName }) => [
        String(agentId),
        { id: encodeId('Agent', agentId), firstName, lastName },
      ]),
    );
    const agentsOf = (keys: readonly string[]) => (named ? keys.map((key) => agents.get(key)).filter(isPresent) : null);
    const tooFew = !named && isBelowThreshold(assignments, guichet.statisticsThreshold, year, caller.today);
    const judgementOf = ({ evidence, fix, ...judgement }: Judgement) => {
      const rule = obligationRules[judgement.kind];
      const masked = tooFew && rule.ofPeople;
      const countOf = (keys: readonly string[]) => (masked ? null : keys.length);
      return {
        ...judgement,
        value: masked ? null : judgement.value,
        masked,
        yesOrNo: rule.isYesOrNo(judgement.target),
        obligationId: encodeId('Obligation', judgement.obligationId),
        text: texts.get(judgement.obligationId) ?? '',
        evidence: {
          meetings: meetingsOf(evidence.meetingIds),
          comingMeetings: meetingsOf(evidence.comingMeetingIds),
          agents: agentsOf(evidence.agentIds),
          missingAgents: agentsOf(evidence.missingAgentIds),
          missingModes: evidence.missingModes,
          meetingCount: countOf(evidence.meetingIds),
          comingMeetingCount: countOf(evidence.comingMeetingIds),
          agentCount: countOf(evidence.agentIds),
          missingAgentCount: countOf(evidence.missingAgentIds),
        },
        // Today's meeting is no longer the next one once an agent has signed in.
        nextMeeting: named && fix.nextMeetingId !== null ? meetingOf(fix.nextMeetingId) : null,
      };
    };
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
