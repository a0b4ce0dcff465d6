import {
  addDays,
  type Day,
  earliest,
  holds,
  type Inclusive,
  lastDayOfTerm,
  latest,
  shareADay,
} from '../../base/days.rules.js';
import type { Refusal } from '../../base/refusal.js';
import { type ConventionState, type ConventionStatus, conventionStates } from './convention.codes.js';
import { ConventionTermReversed, ConventionTermTooLong } from './convention.errors.js';

/** What the dates of a version say: its state, its term (both days included) and when it was cut short. */
export interface VersionTerm extends Inclusive {
  readonly state: ConventionState;
  readonly terminatedOn: Day | null;
  /** When both parties took it back, signed, before its first day. */
  readonly withdrawnOn?: Day | null;
}

/** A term that binds the same guichet: another signed version. `endsOn` already cut at a termination. */
export interface BoundTerm extends Inclusive {
  readonly number: string;
}

/** Last day on which the version binds: the end of its term, or the day it was terminated if earlier. */
export function bindsUntil({ endsOn, terminatedOn }: Pick<VersionTerm, 'endsOn' | 'terminatedOn'>): Day | null {
  return earliest(endsOn, terminatedOn);
}

/** Under way: neither signed nor given up. */
export function inPreparation(state: ConventionState): boolean {
  return !conventionStates[state].binds && !conventionStates[state].final;
}

/** In force: signed, and the day is in the term, up to and with the day of a termination. */
export function inForce(version: VersionTerm, day: Day): boolean {
  return conventionStatus(version, day) === 'IN_FORCE';
}

/** What people read on a day: the state, except that a signed version is upcoming, in force, expired or terminated by date. */
export function conventionStatus(version: VersionTerm, today: Day): ConventionStatus {
  if (version.withdrawnOn) return 'WITHDRAWN';
  if (version.state !== 'SIGNED' && version.state !== 'TERMINATED') return version.state;
  if (version.startsOn !== null && today < version.startsOn) return 'UPCOMING';
  if (version.state === 'TERMINATED' && version.terminatedOn !== null && today > version.terminatedOn)
    return 'TERMINATED';
  return version.endsOn !== null && today > version.endsOn ? 'EXPIRED' : 'IN_FORCE';
}

/** Do two terms, both days included, share a day? */
export function termsOverlap(a: Inclusive, b: Inclusive): boolean {
  return shareADay(a, b);
}

/** The first of `others` that binds the guichet on a day of `term`, or none. */
export function overlappingTerm(term: Inclusive, others: readonly BoundTerm[]): BoundTerm | null {
  return others.find((other) => termsOverlap(term, other)) ?? null;
}

/** A term runs forwards, if only for a day. */
export function reversedTermRefusal({ startsOn, endsOn }: Inclusive): Refusal | null {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return null;
  return new ConventionTermReversed(startsOn, endsOn);
}

/** A term runs forwards and lasts the plan's years at most (`Epci.planMaxYears`; six in CCH L.441-2-8). */
export function termRefusal(term: Inclusive, planMaxYears: number): Refusal | null {
  const reversed = reversedTermRefusal(term);
  if (reversed || term.startsOn === null || term.endsOn === null) return reversed;
  const last = lastDayOfTerm(term.startsOn, planMaxYears);
  return term.endsOn > last ? new ConventionTermTooLong(planMaxYears, last) : null;
}

/** A term whose two days are known. */
export interface WholeTerm extends Inclusive {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/**
 * The term proposed to what begins on a day: to the end of the plan that covers that day, as far as a convention may go; without a
 * plan, as long as the EPCI allows. `plan`: the one that covers it.
 */
export function termFrom<P extends WholeTerm>(
  startsOn: Day,
  plans: readonly P[],
  planMaxYears: number,
): WholeTerm & { readonly plan: P | null } {
  const plan = plans.find((one) => holds(one, startsOn)) ?? null;
  const longest = lastDayOfTerm(startsOn, planMaxYears);
  return { startsOn, endsOn: plan && plan.endsOn < longest ? plan.endsOn : longest, plan };
}

/** The first day proposed to a new convention: the one after what binds the guichet already, and no day that is past. */
export function firstFreeDay(binding: readonly Inclusive[], today: Day): Day {
  const last = latest(...binding.map(({ endsOn }) => endsOn));
  return last !== null && last >= today ? addDays(last, 1) : today;
}
