import type { Level, ReceptionMode } from '../../base/codes.js';
import {
  addDays,
  type Day,
  daysIn,
  earliest,
  firstDay,
  holds,
  type Inclusive,
  inclusiveOf,
  lastDay,
  latest,
  shareADay,
} from '../../base/days.rules.js';
import { bindsUntil, type VersionTerm } from '../convention/term.rules.js';
import type { ObligationKind } from './referential.codes.js';

/**
 * One obligation of a level, as the référentiel holds it: figures marked "(ours)" in its documents live there.
 * `target`: number a year (MEETINGS, CONTRIBUTION), of dedicated agents, of modes among `modes` (all when null), or ETP
 * (what the convention promises when null).
 * `planned`: number that the service plans to offer. `windowMonths`: how long a training stays recent.
 */
export interface ObligationFacts {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly target: number | null;
  readonly planned: number | null;
  readonly modes: readonly ReceptionMode[] | null;
  readonly windowMonths: number | null;
}

/** A stretch of days, both included, on which the guichet is committed to one level under one référentiel. */
export interface Segment {
  readonly from: Day;
  readonly to: Day;
  readonly level: Level;
  /** Null: no convention is in force, the level is the one agreed with the commune. */
  readonly conventionVersionId: string | null;
  /** The ETP that this convention promises; null: it promises none. */
  readonly etp: number | null;
  /** Obligations of this level only; null: no référentiel covers these days. */
  readonly obligations: readonly ObligationFacts[] | null;
}

export interface BindingVersion extends VersionTerm {
  readonly id: string;
  readonly level: Level;
  readonly referentialId: string;
  readonly etp: number | null;
}

/** `validFrom`/`validTo`: half-open [from, to). */
export interface ReferentialFacts {
  readonly id: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly obligations: readonly (ObligationFacts & { readonly level: Level })[];
}

/** What decides of a guichet's commitment in a year. `openedOn`/`closedOn`: half-open [from, to). */
export interface CommitmentFacts {
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly levelAgreed: Level | null;
  readonly versions: readonly BindingVersion[];
  readonly referentials: readonly ReferentialFacts[];
}

const obligationsOf = (referential: ReferentialFacts | undefined, level: Level): ObligationFacts[] | null =>
  referential?.obligations.filter((obligation) => obligation.level === level) ?? null;

/** Days of the year on which anything may change: bounds of versions, of référentiels, of the guichet's opening. */
function cuts(facts: CommitmentFacts, year: Inclusive, open: Inclusive): Day[] {
  const after = (day: Day | null): Day | null => (day === null ? null : addDays(day, 1));
  const days = [
    year.startsOn,
    open.startsOn,
    after(open.endsOn),
    ...facts.versions.flatMap((version) => [version.startsOn, after(bindsUntil(version))]),
    ...facts.referentials.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
  ];
  return [...new Set(days.filter((day): day is Day => day !== null && holds(year, day)))].sort();
}

function segmentOn(facts: CommitmentFacts, from: Day, to: Day): Segment | null {
  const version = facts.versions.find(
    (one) =>
      (one.state === 'SIGNED' || one.state === 'TERMINATED') &&
      holds({ startsOn: one.startsOn, endsOn: bindsUntil(one) }, from),
  );
  const level = version?.level ?? facts.levelAgreed;
  if (level === null) return null;
  const referential = version
    ? facts.referentials.find(({ id }) => id === version.referentialId)
    : facts.referentials.find(({ validFrom, validTo }) => holds(inclusiveOf(validFrom, validTo), from));
  return {
    from,
    to,
    level,
    conventionVersionId: version?.id ?? null,
    etp: version?.etp ?? null,
    obligations: obligationsOf(referential, level),
  };
}

/**
 * The guichet's commitments over a year, in order and without overlap, clipped to the days it is open: the version in
 * force under its own référentiel (a convention keeps the one it was signed under), else the agreed level under the
 * référentiel valid that day. Days without either are in no segment.
 */
export function commitmentSegments(facts: CommitmentFacts, year: number): Segment[] {
  const whole = { startsOn: firstDay(year), endsOn: lastDay(year) };
  const open = inclusiveOf(facts.openedOn, facts.closedOn);
  const starts = cuts(facts, whole, open);
  return starts.flatMap((from, index) => {
    const next = starts[index + 1];
    const segment = holds(open, from) ? segmentOn(facts, from, next ? addDays(next, -1) : whole.endsOn) : null;
    return segment ? [segment] : [];
  });
}

/** The segment that holds the day. */
export function segmentOf(segments: readonly Segment[], day: Day): Segment | undefined {
  return segments.find(({ from, to }) => from <= day && day <= to);
}

/** The part of the segments on which the guichet is open; what is left is in order of days. */
export function clipped(segments: readonly Segment[], period: Inclusive): Segment[] {
  return segments
    .filter((segment) => shareADay({ startsOn: segment.from, endsOn: segment.to }, period))
    .map((segment) => ({
      ...segment,
      from: latest(segment.from, period.startsOn) ?? segment.from,
      to: earliest(segment.to, period.endsOn) ?? segment.to,
    }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * A yearly figure over a year of several levels: for each, the figure × its days ÷ the days of the year; summed, then
 * rounded up *(ours)*. A level without the obligation brings nothing. Null: no level has the figure.
 * A whole year at one level gives its figure, in a leap year too.
 */
export function proRata(
  segments: readonly Segment[],
  year: number,
  kind: ObligationKind,
  figure: 'target' | 'planned',
): number | null {
  const parts = segments.flatMap(({ from, to, obligations }) =>
    (obligations ?? [])
      .filter((obligation) => obligation.kind === kind)
      .flatMap((obligation) => {
        const value = obligation[figure];
        return value === null ? [] : [value * daysIn(from, to)];
      }),
  );
  if (parts.length === 0) return null;
  const total = parts.reduce((sum, part) => sum + part, 0) / daysIn(firstDay(year), lastDay(year));
  // Decimal figures are not exact in binary: a billionth above a whole number is that number.
  return Math.ceil(total - 1e-9);
}
