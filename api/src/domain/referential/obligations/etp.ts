import { assignedOn } from '../../agent/assignment.rules.js';
import { segmentOf } from '../commitment.rules.js';
import { unique } from '../compliance-facts.rules.js';
import { presentFact } from './present-fact.js';

/**
 * Sum of the ETP entered for the agents assigned on the day; unknown while one is not entered and the rest is not enough.
 * The référentiel's figure, or else what the convention in force on the day of judgement promises.
 */
export const etp = presentFact({
  asks: ['target'],
  required: [],
  unit: 'ETP',
  isYesOrNo: () => false,
  remedy: 'ASSIGNMENT',
  ofPeople: true,
  facts: {},
  flaw: () => null,
  read: ({ facts, segments, judgedOn }, obligation, day) => {
    const agents = assignedOn(facts.assignments, day);
    const missing = agents.filter((one) => one.etp === null);
    const sum = Math.round(agents.reduce((total, one) => total + (one.etp ?? 0), 0) * 1000) / 1000;
    const promised = segmentOf(segments, judgedOn)?.etp;
    const target = obligation.target ?? promised ?? 0;
    const unknown = facts.assignments.length === 0 || (missing.length > 0 && sum < target);
    return {
      value: unknown ? null : sum,
      target,
      evidence: {
        agentIds: unique(agents.filter((one) => one.etp !== null).map(({ agentId }) => agentId)),
        missingAgentIds: unique(missing.map(({ agentId }) => agentId)),
      },
    };
  },
});
