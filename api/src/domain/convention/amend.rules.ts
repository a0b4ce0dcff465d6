import { type ConventionState, conventionStates } from '../codes.js';
import type { Day } from '../days.rules.js';
import type { Refusal } from '../errors.js';
import {
  AvenantOutsideTerm,
  ConventionInPreparation,
  ConventionNotSigned,
  ConventionStillBinds,
  ConventionSucceeded,
  GuichetAlreadySettled,
  NothingToAmend,
} from './convention.errors.js';
import { bindsUntil, type VersionTerm } from './term.rules.js';

/** A version of a convention as its successors see it. */
export interface RankedTerm extends VersionTerm {
  readonly rank: number;
}

const inPreparation = (state: ConventionState): boolean =>
  !conventionStates[state].binds && !conventionStates[state].final;

/** The last version that was signed, terminated or not: what an avenant or a renewal is cloned from. */
export function latestBinding<T extends RankedTerm>(versions: readonly T[]): T | null {
  const binding = versions.filter(({ state }) => conventionStates[state].binds);
  return binding.reduce<T | null>((last, one) => (last === null || one.rank > last.rank ? one : last), null);
}

/**
 * The version that an avenant starting that day changes: the last one signed, in force or to come, from its second day to its
 * last. One avenant is prepared at a time.
 */
export function amendedVersion<T extends RankedTerm>(
  versions: readonly T[],
  number: string,
  startsOn: Day,
  today: Day,
): Refusal | T {
  if (versions.some(({ state }) => inPreparation(state))) return new ConventionInPreparation(number);
  const former = latestBinding(versions);
  if (former?.state !== 'SIGNED' || former.endsOn === null || former.endsOn < today) return new NothingToAmend(number);
  const { startsOn: begun, endsOn } = former;
  return (begun !== null && startsOn <= begun) || startsOn > endsOn
    ? new AvenantOutsideTerm(begun ?? '', endsOn)
    : former;
}

/** A version's end, and what the guichet has after it. */
export interface EndedFacts extends VersionTerm {
  readonly guichetSettledOn: Day | null;
  /** Number of the convention that binds the guichet later. */
  readonly successor: string | null;
}

/** Is it time to say what becomes of the guichet? Its term is over, and nothing follows. */
export function settleRefusal(version: EndedFacts, today: Day): Refusal | null {
  const until = bindsUntil(version);
  if (!conventionStates[version.state].binds) return new ConventionNotSigned(version.state);
  if (until === null || today <= until) return new ConventionStillBinds(until ?? today);
  if (version.successor !== null) return new ConventionSucceeded(version.successor);
  return version.guichetSettledOn === null ? null : new GuichetAlreadySettled(version.guichetSettledOn);
}
