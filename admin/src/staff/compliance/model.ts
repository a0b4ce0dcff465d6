import { valuesOf } from '../../crud/metadata';
import type { GuichetReportFragment } from '../../generated/graphql';
import type { ObligationState } from '../../theme/tokens';

export type Report = GuichetReportFragment;
export type Judgement = Report['judgements'][number];
export type Kind = Judgement['kind'];

/** From what asks for action to what is done. */
export const stateOrder: ObligationState[] = ['NOT_MET', 'AT_RISK', 'UNKNOWN', 'ON_TRACK', 'MET'];

/** Every kind, in the order of the API. */
export const allKinds = valuesOf('ObligationKind') as Kind[];

/** Kinds that some guichet owes, in that order: the columns of the matrix. */
export function kindsOf(reports: readonly Report[]): Kind[] {
  const present = new Set(reports.flatMap(({ judgements }) => judgements.map(({ kind }) => kind)));
  return allKinds.filter((kind) => present.has(kind));
}

export const judgementOf = (report: Report, kind: Kind): Judgement | undefined =>
  report.judgements.find((judgement) => judgement.kind === kind);

export const allJudgements = (reports: readonly Report[]): Judgement[] =>
  reports.flatMap(({ judgements }) => judgements);

export function countByState(reports: readonly Report[], kind?: Kind): Record<ObligationState, number> {
  const counts: Record<ObligationState, number> = { MET: 0, ON_TRACK: 0, AT_RISK: 0, NOT_MET: 0, UNKNOWN: 0 };
  for (const judgement of allJudgements(reports)) if (!kind || judgement.kind === kind) counts[judgement.status] += 1;
  return counts;
}

/** Whether a guichet owes the kind chosen and has an obligation in one of the states chosen; no choice keeps all. */
export const isKept = ({ judgements }: Report, states: readonly ObligationState[], kind?: Kind): boolean =>
  judgements.some(
    (judgement) => (!kind || judgement.kind === kind) && (states.length === 0 || states.includes(judgement.status)),
  );

/** "2 of 3": the value of an obligation beside its target, where it is known and says more than yes or no. */
export const amountOf = ({ value, target, yesOrNo }: Judgement): { value: number; target: number } | undefined =>
  typeof value === 'number' && !yesOrNo ? { value, target } : undefined;
