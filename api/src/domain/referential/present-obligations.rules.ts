import { assignedOn } from '../agent/assignment.rules.js';
import type { Level } from '../codes.js';
import type { Day } from '../days.rules.js';
import { type ObligationFacts, segmentOf } from './commitment.rules.js';
import {
  type Case,
  type Evidence,
  isOver,
  type Judgement,
  NO_EVIDENCE,
  statusOf,
  unique,
} from './compliance-facts.rules.js';

/** What a present fact is worth on a day. `value` null: never entered. */
interface Reading {
  readonly value: number | null;
  readonly target: number;
  readonly evidence: Partial<Evidence>;
}

export function readDedicated({ facts }: Case, { target }: ObligationFacts, day: Day): Reading {
  const agents = assignedOn(facts.assignments, day);
  const dedicated = unique(agents.filter((one) => one.dedicated).map(({ agentId }) => agentId));
  return {
    value: facts.assignments.length === 0 ? null : dedicated.length,
    target: target ?? 1,
    evidence: { agentIds: dedicated },
  };
}

/**
 * Sum of the ETP entered for the agents assigned on the day; unknown while one is not entered and the rest is not enough.
 * The référentiel's figure, or else what the convention in force on the day of judgement promises.
 */
export function readEtp({ facts, segments, judgedOn }: Case, obligation: ObligationFacts, day: Day): Reading {
  const agents = assignedOn(facts.assignments, day);
  const missing = agents.filter(({ etp }) => etp === null);
  const sum = Math.round(agents.reduce((total, { etp }) => total + (etp ?? 0), 0) * 1000) / 1000;
  const promised = segmentOf(segments, judgedOn)?.etp;
  const target = obligation.target ?? promised ?? 0;
  const unknown = facts.assignments.length === 0 || (missing.length > 0 && sum < target);
  return {
    value: unknown ? null : sum,
    target,
    evidence: {
      agentIds: unique(agents.filter(({ etp }) => etp !== null).map(({ agentId }) => agentId)),
      missingAgentIds: unique(missing.map(({ agentId }) => agentId)),
    },
  };
}

/** Required modes that the guichet offers: all of them, or `target` among them where the référentiel leaves a choice. */
export function readModes({ facts }: Case, { modes, target }: ObligationFacts): Reading {
  const required = modes ?? [];
  const missing = required.filter((mode) => !facts.receptionModes?.includes(mode));
  return {
    value: facts.receptionModes === null ? null : required.length - missing.length,
    target: target ?? required.length,
    evidence: { missingModes: facts.receptionModes === null ? [] : missing },
  };
}

export function readDossierUnique({ facts }: Case): Reading {
  return { value: facts.dossierUnique === null ? null : Number(facts.dossierUnique), target: 1, evidence: {} };
}

/**
 * A present fact (staff, modes, pieces): no meeting brings it, so what lacks on the day is NOT_MET; ON_TRACK when what
 * is already entered meets it by the end of the commitment (an agent who arrives in September), AT_RISK while the
 * commitment has not begun.
 */
export function judgePresent(
  subject: Case,
  obligation: ObligationFacts,
  level: Level,
  read: (subject: Case, obligation: ObligationFacts, day: Day) => Reading,
): Judgement | null {
  const { value, target, evidence } = read(subject, obligation, subject.judgedOn);
  // An obligation without a figure asks for nothing that could be judged.
  if (target <= 0) return null;
  const later = read(subject, obligation, subject.lastCommitted).value ?? 0;
  const begun = subject.judgedOn <= subject.today;
  const status =
    value === null
      ? 'UNKNOWN'
      : statusOf({
          value,
          target,
          coming: later,
          possible: begun ? later : Math.max(later, target),
          over: isOver(subject),
        });
  return {
    obligationId: obligation.id,
    kind: obligation.kind,
    level,
    status,
    value,
    target,
    planned: obligation.planned,
    evidence: { ...NO_EVIDENCE, ...evidence },
    fix: { nextMeetingId: null },
  };
}
