import { assignedOn } from '../../agent/assignment.rules.js';
import { unique } from '../compliance-facts.rules.js';
import { presentFact } from './present-fact.js';

/** Agents of the guichet who do nothing else: one, unless the référentiel says more. */
export const dedicatedAgent = presentFact({
  asks: ['target'],
  required: [],
  unit: 'AGENT',
  isYesOrNo: (target) => target <= 1,
  remedy: 'ASSIGNMENT',
  ofPeople: true,
  facts: {},
  flaw: () => null,
  read: ({ facts }, { target }, day) => {
    const agents = assignedOn(facts.assignments, day);
    const dedicated = unique(agents.filter((one) => one.dedicated).map(({ agentId }) => agentId));
    return {
      value: facts.assignments.length === 0 ? null : dedicated.length,
      target: target ?? 1,
      evidence: { agentIds: dedicated },
    };
  },
});
