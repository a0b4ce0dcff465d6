import type { Level } from '../../../base/codes.js';
import type { Day } from '../../../base/days.rules.js';
import type { ObligationFacts } from '../commitment.rules.js';
import { type Case, type Evidence, isOver, type Judgement, NO_EVIDENCE, statusOf } from '../compliance-facts.rules.js';
import type { ObligationRule } from './obligation.js';

/** What a present fact is worth on a day. `value` null: never entered. */
export interface Reading {
  readonly value: number | null;
  readonly target: number;
  readonly evidence: Partial<Evidence>;
}

/**
 * A present fact (staff, modes, pieces, hours): no meeting brings it, so what lacks on the day is NOT_MET; ON_TRACK when what
 * is already entered meets it by the end of the commitment (an agent who arrives in September), AT_RISK while the
 * commitment has not begun.
 */
function judgePresent<F extends object>(
  subject: Case<F>,
  obligation: ObligationFacts,
  level: Level,
  read: (subject: Case<F>, obligation: ObligationFacts, day: Day) => Reading,
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

/** An obligation that is judged by what a fact is worth on a day. */
export const presentFact = <F extends object = object>({
  read,
  ...traits
}: Omit<ObligationRule<F>, 'counted' | 'meetings' | 'judge'> & {
  read(subject: Case<F>, obligation: ObligationFacts, day: Day): Reading;
}): ObligationRule<F> => ({
  ...traits,
  counted: false,
  meetings: [],
  judge: (subject, obligation, level) => judgePresent(subject, obligation, level, read),
});
