import { type Day, earliest, shareADay } from '../../base/days.rules.js';
import { isRefusal, type Refusal } from '../../base/refusal.js';
import { ValueMissing } from '../../base/shared.errors.js';
import { GuichetClosed } from '../guichet/guichet.errors.js';
import { type Strictness } from '../referential/referential.codes.js';
import { type ConventionState, conventionStates } from './convention.codes.js';
import {
  AvenantOutsideTerm,
  ConventionBeyondClosing,
  ConventionInPreparation,
  ConventionNotSigned,
  ConventionOverlaps,
  ConventionStillBinds,
  ConventionSucceeded,
  GuichetAlreadySettled,
  NothingToAmend,
  NothingToRenew,
} from './convention.errors.js';
import { contentTermRefusal } from './convention.rules.js';
import { type BoundTerm, bindsUntil, inPreparation, type VersionTerm, type WholeTerm } from './term.rules.js';

/** A version of a convention as its successors see it. */
export interface RankedTerm extends VersionTerm {
  readonly rank: number;
}

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

/** A version of the convention, with what its successors take over from it. */
export interface LifeVersion extends RankedTerm {
  readonly id: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly guichetSettledOn: Day | null;
  /** How strict its référentiel is about the length of a term. */
  readonly termTooLong: Strictness;
}

/** A version of any convention of the guichet. `endsOn` already cut at a termination. */
export interface GuichetTerm extends BoundTerm {
  readonly state: ConventionState;
}

/** What decides of the life of a convention after its signature: its versions, and all else that the guichet is bound by. */
export interface LifeFacts {
  readonly number: string;
  readonly versions: readonly LifeVersion[];
  /** Of all conventions of the guichet, this one's too; what was cancelled is left out. */
  readonly terms: readonly GuichetTerm[];
  readonly guichet: { readonly name: string; readonly closedOn: Day | null };
  /** Number of a convention that renews this one and was not cancelled. */
  readonly renewedBy: string | null;
  readonly plans: readonly WholeTerm[];
  /** `Epci.planMaxYears`. */
  readonly planMaxYears: number;
  /** `Epci.conventionAlertMonths`. */
  readonly alertMonths: number;
  /** The référentiel that a convention begun today follows. */
  readonly referential: { readonly termTooLong: Strictness } | null;
}

/** A closed guichet commits to nothing more. */
export function closedRefusal(
  { name, closedOn }: LifeFacts['guichet'],
  { startsOn, endsOn }: WholeTerm,
): Refusal | null {
  if (closedOn === null) return null;
  if (startsOn >= closedOn) return new GuichetClosed(name, closedOn);
  return endsOn >= closedOn ? new ConventionBeyondClosing(name, closedOn) : null;
}

/** Two people, or two clicks, would otherwise prepare the same convention twice. */
export function preparedRefusal(terms: readonly GuichetTerm[], term: WholeTerm): Refusal | null {
  const other = terms.find((one) => inPreparation(one.state) && shareADay(one, term));
  return other ? new ConventionInPreparation(other.number) : null;
}

/** The version that an avenant begun on that day changes, or why none can be begun. */
export function amendment(facts: LifeFacts, startsOn: Day, today: Day): Refusal | LifeVersion {
  const former = amendedVersion(facts.versions, facts.number, startsOn, today);
  if (isRefusal(former)) return former;
  const { endsOn, termTooLong } = former;
  const begunOn = earliest(
    ...facts.versions.filter(({ state }) => conventionStates[state].binds).map((version) => version.startsOn),
  );
  return (
    contentTermRefusal({ startsOn, endsOn, begunOn, planMaxYears: facts.planMaxYears, rigour: { termTooLong } }) ??
    closedRefusal(facts.guichet, { startsOn, endsOn }) ??
    preparedRefusal(facts.terms, { startsOn, endsOn }) ??
    former
  );
}

/** The version that the next convention takes over from for that term, or why none can be begun. */
export function renewal(facts: LifeFacts, term: WholeTerm): Refusal | LifeVersion {
  const last = latestBinding(facts.versions);
  if (!last) return new NothingToRenew(facts.number);
  const until = bindsUntil(last);
  if (until !== null && term.startsOn <= until) return new ConventionOverlaps(facts.number, last.startsOn, until);
  if (!facts.referential) return new ValueMissing('referentialId');
  const { planMaxYears, referential: rigour } = facts;
  return (
    contentTermRefusal({ ...term, begunOn: null, planMaxYears, rigour }) ??
    closedRefusal(facts.guichet, term) ??
    preparedRefusal(facts.terms, term) ??
    last
  );
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

/** Is it time to say what becomes of the guichet after this version of the convention? */
export function settlementRefusal(facts: LifeFacts, version: LifeVersion, today: Day): Refusal | null {
  const next = facts.terms.find(
    ({ state, startsOn }) => conventionStates[state].binds && startsOn !== null && startsOn > version.startsOn,
  );
  return settleRefusal({ ...version, successor: next?.number ?? null }, today);
}
