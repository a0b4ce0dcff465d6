import type { Level } from '../../base/codes.js';
import { type Day, earliest, firstDay, holds, inclusiveOf, lastDay, latest } from '../../base/days.rules.js';
import { type CommitmentFacts, commitmentSegments, type Segment, segmentOf } from './commitment.rules.js';
import { type GuichetCompliance, mostUrgent } from './compliance.rules.js';
import type { ComplianceStatus, ObligationKind } from './referential.codes.js';

/** The commitments of a year as if everything followed one référentiel, conventions and agreed levels alike. */
export function segmentsUnder(facts: CommitmentFacts, year: number, referentialId: string): Segment[] {
  const chosen = facts.referentials.filter(({ id }) => id === referentialId);
  return commitmentSegments(
    {
      ...facts,
      versions: facts.versions.map((version) => ({ ...version, referentialId })),
      referentials: chosen.map((one) => ({ ...one, validFrom: firstDay(year), validTo: null })),
    },
    year,
  );
}

/**
 * The commitment of a year as if the guichet had been of one level on all its days, under the référentiel valid today; the ETP is
 * what its present convention promises.
 */
export function segmentsAtLevel(facts: CommitmentFacts, year: number, level: Level, today: Day): Segment[] {
  const open = inclusiveOf(facts.openedOn, facts.closedOn);
  const from = latest(firstDay(year), open.startsOn) ?? firstDay(year);
  const to = earliest(lastDay(year), open.endsOn) ?? lastDay(year);
  if (from > to) return [];
  const valid = facts.referentials.find((one) => holds(inclusiveOf(one.validFrom, one.validTo), today));
  const obligations = valid?.obligations.filter((obligation) => obligation.level === level) ?? null;
  const promised = segmentOf(commitmentSegments(facts, Number(today.slice(0, 4))), today)?.etp ?? null;
  return [{ from, to, level, conventionVersionId: null, etp: promised, obligations }];
}

/** `before`, `after`: null where that référentiel does not ask for it. */
export interface ObligationStatusChange {
  readonly kind: ObligationKind;
  readonly level: Level;
  readonly before: ComplianceStatus | null;
  readonly after: ComplianceStatus | null;
  readonly obligationIds: readonly [string | null, string | null];
}
export interface GuichetStatusChange {
  readonly guichetId: string;
  readonly level: Level | null;
  readonly before: ComplianceStatus | null;
  readonly after: ComplianceStatus | null;
  readonly reasons: readonly ObligationStatusChange[];
}

const standingOf = ({ judgements }: GuichetCompliance) => mostUrgent(judgements.map(({ status }) => status));

/** What changes for a guichet between two judgements of the same facts. Null: its standing is the same. */
export function statusChange(before: GuichetCompliance, after: GuichetCompliance): GuichetStatusChange | null {
  const [one, other] = [standingOf(before), standingOf(after)];
  if (one === other) return null;
  const kinds = [...new Set([...before.judgements, ...after.judgements].map(({ kind }) => kind))];
  const reasons = kinds.flatMap((kind): ObligationStatusChange[] => {
    const was = before.judgements.find((judgement) => judgement.kind === kind);
    const is = after.judgements.find((judgement) => judgement.kind === kind);
    const level = is?.level ?? was?.level;
    if (!level || was?.status === is?.status) return [];
    return [
      {
        kind,
        level,
        before: was?.status ?? null,
        after: is?.status ?? null,
        obligationIds: [was?.obligationId ?? null, is?.obligationId ?? null],
      },
    ];
  });
  return { guichetId: after.guichetId, level: after.level ?? before.level, before: one, after: other, reasons };
}
