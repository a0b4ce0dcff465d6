import type { Level } from '../../base/codes.js';
import { type Day, earliest, firstDay, inclusiveOf, lastDay, shareADay } from '../../base/days.rules.js';
import type { Refusal } from '../../base/refusal.js';
import { assignedOn } from '../agent/assignment.rules.js';
import { clipped, type ObligationFacts, type Segment, segmentOf } from './commitment.rules.js';
import type { Case, Judgement } from './compliance-facts.rules.js';
import { type GuichetFacts, type KindFacts, obligationRules } from './obligations/index.js';
import type { ComplianceStatus, NoObligationReason, ObligationKind } from './referential.codes.js';
import { InvalidYear } from './referential.errors.js';

export type { Judgement, MeetingFacts } from './compliance-facts.rules.js';
export type { GuichetFacts } from './obligations/index.js';

/**
 * `reason` says why there is no judgement; null when there are some. `judgedOn`: the day at which present facts were read;
 * `level`: the guichet's on that day.
 */
export interface GuichetCompliance {
  readonly guichetId: string;
  readonly year: number;
  readonly judgedOn: Day | null;
  readonly level: Level | null;
  readonly reason: NoObligationReason | null;
  readonly judgements: readonly Judgement[];
}

const isCounted = ({ kind }: ObligationFacts): boolean => obligationRules[kind].counted;

/**
 * The obligations to judge: present facts under the level of `judgedOn`; counts over the year under the last level
 * that asks for them, so that a guichet that changed level still owes the months before.
 */
function obligationsToJudge({ segments, judgedOn }: Case): { obligation: ObligationFacts; level: Level }[] {
  const current = segmentOf(segments, judgedOn);
  const present = (current?.obligations ?? [])
    .filter((obligation) => !isCounted(obligation))
    .map((obligation) => ({ obligation, level: current?.level ?? 'COMMUNICATION' }));
  const counted = new Map<ObligationKind, { obligation: ObligationFacts; level: Level }>();
  for (const { obligations, level } of segments)
    for (const obligation of obligations ?? [])
      if (isCounted(obligation)) counted.set(obligation.kind, { obligation, level });
  return [...counted.values(), ...present];
}

/** Last committed day up to today and the year's end; the first committed day when all are to come. */
function dayOfJudgement(segments: readonly Segment[], year: number, today: Day): Day | null {
  const reference = earliest(today, lastDay(year)) ?? today;
  const begun = segments.filter(({ from }) => from <= reference).at(-1);
  return begun ? earliest(begun.to, reference) : (segments[0]?.from ?? null);
}

function reasonOf(facts: GuichetFacts, segments: readonly Segment[]): NoObligationReason {
  const year = { startsOn: firstDay(facts.year), endsOn: lastDay(facts.year) };
  if (!shareADay(inclusiveOf(facts.openedOn, facts.closedOn), year)) return 'NOT_OPEN';
  if (segments.length === 0) return 'NO_LEVEL';
  return segments.every(({ obligations }) => obligations === null) ? 'NO_REFERENTIAL' : 'NONE_REQUIRED';
}

/**
 * Judges every obligation of one guichet for one year, as seen on `today` (which may lie before, in or after the year).
 * No obligation: an empty list with its reason.
 */
export function judgeGuichet(facts: GuichetFacts, today: Day): GuichetCompliance {
  const segments = clipped(facts.segments, inclusiveOf(facts.openedOn, facts.closedOn));
  const judgedOn = dayOfJudgement(segments, facts.year, today);
  const lastCommitted = segments.at(-1)?.to ?? null;
  const subject: Case<KindFacts> | null =
    judgedOn && lastCommitted ? { facts, today, segments, judgedOn, lastCommitted } : null;
  const judgements = subject
    ? obligationsToJudge(subject).flatMap(({ obligation, level }) => {
        const judgement = obligationRules[obligation.kind].judge(subject, obligation, level);
        return judgement ? [judgement] : [];
      })
    : [];
  const reason = judgements.length === 0 ? reasonOf(facts, segments) : null;
  const level = judgedOn ? (segmentOf(segments, judgedOn)?.level ?? null) : null;
  return { guichetId: facts.guichetId, year: facts.year, judgedOn, level, reason, judgements };
}

/** What calls for attention first: what is lost, what may be, what nobody knows, then what needs nothing. */
const urgency: Readonly<Record<ComplianceStatus, number>> = { NOT_MET: 0, AT_RISK: 1, UNKNOWN: 2, ON_TRACK: 3, MET: 4 };

/** The status that sums up several: the most urgent. Null: there is none. */
export function mostUrgent(statuses: readonly ComplianceStatus[]): ComplianceStatus | null {
  return statuses.reduce<ComplianceStatus | null>(
    (first, status) => (first === null || urgency[status] < urgency[first] ? status : first),
    null,
  );
}

/** Did fewer people work at the guichet, today or on the last day of a year that is over, than the EPCI lets be counted for analysts? */
export function isBelowThreshold(
  assignments: readonly { agentId: unknown; startsOn: Day; endsOn: Day | null }[],
  threshold: number,
  year: number,
  today: Day,
): boolean {
  const present = assignedOn(assignments, earliest(today, lastDay(year)) ?? today);
  return new Set(present.map(({ agentId }) => agentId)).size < threshold;
}

/** Years that a plan or a memory of one may reach. */
const [firstYear, lastYear] = [2000, 2100];

/** May obligations and registrations of this year be asked for? Null: yes. */
export function yearRefusal(year: number, field = 'year'): Refusal | null {
  return year < firstYear || year > lastYear ? new InvalidYear(firstYear, lastYear, field) : null;
}
