import { type Level, levelReceives, type ReceptionMode, type Role } from '../../base/codes.js';
import { addDays, type Day } from '../../base/days.rules.js';
import type { Refusal } from '../../base/refusal.js';
import {
  type ConventionNeed,
  type ConventionState,
  ConventionTransition,
  type ConventionWarning,
  conventionStates,
} from './convention.codes.js';
import {
  AvenantTakesOver,
  ConventionExpired,
  ConventionIncomplete,
  ConventionNotStarted,
  ConventionOverlaps,
  ConventionStarted,
  ConventionTransitionForbidden,
  ConventionTransitionNotAllowed,
  DeliberationAfterSignature,
  GuichetAfterTooEarly,
  NothingToAmend,
  NoticeAfterTermination,
  SignatureInFuture,
  TerminationAfterEnd,
  TerminationBeforeStart,
  WithdrawalBeforeSignature,
  WithdrawalInFuture,
} from './convention.errors.js';
import { type BoundTerm, conventionStatus, overlappingTerm, reversedTermRefusal, termRefusal } from './term.rules.js';
import { conventionTransitions, needField, rolesFrom } from './transitions.rules.js';
import { conventionWarnings, lacks, type Promises, type Rigour, wholeTerm } from './warnings.rules.js';

export * from './term.rules.js';
export * from './transitions.rules.js';
export { conventionWarnings } from './warnings.rules.js';

/** What the transitions must know of a version. */
export interface VersionFacts extends Promises {
  readonly level: Level | null;
  /** Is a published référentiel named? */
  readonly hasReferential: boolean;
  readonly receptionModes: readonly ReceptionMode[] | null;
  /** Fields with an open comment. */
  readonly openComments: readonly string[];
  readonly signedOn: Day | null;
  /** First day of a signed avenant that takes over from this version later. */
  readonly avenantOn: Day | null;
}

/** What binds the guichet beside the version: judged when signing, against what is there then. */
export interface Neighbours {
  /** The version of the same convention that this one, an avenant, takes over from on its first day. */
  readonly former?: BoundTerm | null;
  /** Number of the convention that this version, an avenant, amends; null for a first version. */
  readonly amends?: string | null;
  /** The version whose term this one, a signed avenant, cut, with the end that it was signed with. */
  readonly shortened?: BoundTerm | null;
  /** All other binding versions of the guichet. */
  readonly otherTerms: readonly BoundTerm[];
}

export interface Signatory {
  readonly party: string;
  readonly name: string;
  readonly quality?: string | null;
  readonly signedOn?: Day | null;
}

/** What the caller gives with a transition; each one asks for its own part (`asks`). */
export interface TransitionInput {
  readonly signedOn?: Day | null | undefined;
  readonly signatories?: readonly Signatory[] | null | undefined;
  readonly terminatedOn?: Day | null | undefined;
  readonly terminationMotive?: string | null | undefined;
  readonly noticeOn?: Day | null | undefined;
  readonly withdrawnOn?: Day | null | undefined;
  readonly cancellationMotive?: string | null | undefined;
  readonly guichet?: GuichetAfter | null | undefined;
}

/** What becomes of the guichet once no convention binds it. */
export interface GuichetAfter {
  /** The level that it keeps without a convention; null: none. */
  readonly level?: Level | null;
  readonly registers: boolean;
  /** First day on which it is closed; left as it is when not given. */
  readonly closedOn?: Day | null;
}

const written = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

/** A convention binds two parties: one named signatory of each at least. */
function signedByBothParties(signatories: readonly Signatory[] | null | undefined): boolean {
  const parties = (signatories ?? []).filter(({ name, party }) => written(name) && written(party));
  return new Set(parties.map(({ party }) => party.trim())).size >= 2;
}

type Answered = (version: VersionFacts, input: TransitionInput, today: Day) => boolean;
const answered: Readonly<Record<ConventionNeed, Answered>> = {
  REFERENTIAL: ({ hasReferential }) => hasReferential,
  LEVEL: ({ level }) => level !== null,
  TERM: ({ startsOn, endsOn }) => startsOn !== null && endsOn !== null,
  // A level that receives nobody (COMMUNICATION) has no reception mode to give.
  RECEPTION_MODES: ({ level, receptionModes }) =>
    level === null || !levelReceives[level] || (receptionModes ?? []).length > 0,
  SIGNED_ON: (_, { signedOn }) => written(signedOn),
  SIGNATORIES: (_, { signatories }) => signedByBothParties(signatories),
  TERMINATED_ON: (_, { terminatedOn }) => written(terminatedOn),
  TERMINATION_MOTIVE: (_, { terminationMotive }) => written(terminationMotive),
  WITHDRAWN_ON: (_, { withdrawnOn }) => written(withdrawnOn),
  WITHDRAWAL_MOTIVE: (_, { cancellationMotive }) => written(cancellationMotive),
  CANCELLATION_MOTIVE: (_, { cancellationMotive }) => written(cancellationMotive),
  DELIBERATION: (version) => !lacks('DELIBERATION', version),
  SNE_CONVENTION: (version) => !lacks('SNE_CONVENTION', version),
  ETP: (version) => !lacks('ETP', version),
  OPEN_COMMENT: ({ openComments }) => openComments.length > 0,
  COMMENTS_RESOLVED: ({ openComments }) => openComments.length === 0,
  // For a day to come nothing changes yet of the guichet: what becomes of it is asked once that day is over (`settleRefusal`).
  GUICHET_AFTER: (_, { guichet, terminatedOn }, today) => guichet != null || (terminatedOn ?? '') > today,
};

/** May the content still be changed? */
export function conventionEditable(state: ConventionState): boolean {
  return conventionStates[state].editable;
}

export interface AvailableTransition {
  readonly transition: ConventionTransition;
  readonly to: ConventionState;
  /** What the screen must ask for. */
  readonly asks: readonly ConventionNeed[];
  /** What the version lacks: the transition is shown, and says so. */
  readonly missing: readonly ConventionNeed[];
}

/**
 * Does it still depend on this version whether it is ended, and how: terminated once in force, withdrawn before? A signed avenant
 * that takes over later would bring the convention back: it goes first.
 */
function opens(name: ConventionTransition, version: VersionFacts, role: Role, today: Day): boolean {
  if (!rolesFrom(name, version.state).includes(role)) return false;
  if (name !== 'TERMINATE' && name !== 'WITHDRAW') return true;
  const status = name === 'TERMINATE' ? 'IN_FORCE' : 'UPCOMING';
  return conventionStatus(version, today) === status && version.avenantOn === null;
}

/** The transitions that state, day and role open, in the table's order, with what each asks for and lacks. */
export function availableTransitions(version: VersionFacts, role: Role, today: Day): AvailableTransition[] {
  return ConventionTransition.filter((name) => opens(name, version, role, today)).map((name) => {
    const { to, asks, needs } = conventionTransitions[name];
    return { transition: name, to, asks, missing: needs.filter((need) => !answered[need](version, {}, today)) };
  });
}

/** What a transition writes: the new state and the fields that go with it. */
export interface NewState {
  readonly state: ConventionState;
  readonly changes: Omit<TransitionInput, 'guichet'>;
  /** Last day that is left to the former version, which an avenant takes over from. */
  readonly formerEndsOn: Day | null;
  readonly warnings: readonly ConventionWarning[];
}

/** The deliberation authorises the signature, and so comes first; two conventions never bind a guichet on one day. */
function signatureRefusal(
  version: VersionFacts & Neighbours,
  { signedOn }: TransitionInput,
  today: Day,
): Refusal | null {
  if (signedOn && signedOn > today) return new SignatureInFuture(signedOn);
  if (signedOn && version.deliberationOn !== null && signedOn < version.deliberationOn)
    return new DeliberationAfterSignature(version.deliberationOn);
  const other = overlappingTerm(version, version.otherTerms);
  if (other) return new ConventionOverlaps(other.number, other.startsOn ?? '', other.endsOn ?? '');
  // What it was to change has ended meanwhile.
  return version.amends && !version.former ? new NothingToAmend(version.amends) : null;
}

/** A termination lies within the term, and the notice before it; its day may be to come. */
function terminationRefusal(version: VersionFacts & Neighbours, input: TransitionInput, today: Day): Refusal | null {
  const on = input.terminatedOn;
  if (version.endsOn !== null && today > version.endsOn) return new ConventionExpired(version.endsOn);
  if (version.avenantOn) return new AvenantTakesOver(version.avenantOn);
  if (version.startsOn !== null && today < version.startsOn) return new ConventionNotStarted(version.startsOn);
  if (!on) return null;
  if (version.startsOn !== null && on < version.startsOn) return new TerminationBeforeStart(version.startsOn);
  if (version.endsOn !== null && on > version.endsOn) return new TerminationAfterEnd(version.endsOn);
  if (input.noticeOn && input.noticeOn > on) return new NoticeAfterTermination(on);
  return input.guichet && on > today ? new GuichetAfterTooEarly(on) : null;
}

/** Both parties take back what they signed before it has any effect; what it cut short goes on as it was signed. */
function withdrawalRefusal(
  version: VersionFacts & Neighbours,
  { withdrawnOn: on }: TransitionInput,
  today: Day,
): Refusal | null {
  if (version.avenantOn) return new AvenantTakesOver(version.avenantOn);
  if (version.startsOn !== null && version.startsOn <= today) return new ConventionStarted(version.startsOn);
  if (on && on > today) return new WithdrawalInFuture(on);
  if (on && version.signedOn !== null && on < version.signedOn) return new WithdrawalBeforeSignature(version.signedOn);
  const other = version.shortened && overlappingTerm(version.shortened, version.otherTerms);
  return other ? new ConventionOverlaps(other.number, other.startsOn ?? '', other.endsOn ?? '') : null;
}

/** The term runs forwards, and is no longer than the plan where the référentiel refuses it. */
export function contentTermRefusal(
  version: Pick<Promises, 'startsOn' | 'endsOn' | 'begunOn' | 'planMaxYears'> & {
    readonly rigour: Pick<Rigour, 'termTooLong'>;
  },
): Refusal | null {
  const refusal = reversedTermRefusal(version);
  if (refusal || version.rigour.termTooLong === 'WARN') return refusal;
  return termRefusal(wholeTerm(version), version.planMaxYears);
}

function datesRefusal(
  name: ConventionTransition,
  version: VersionFacts & Neighbours,
  input: TransitionInput,
  today: Day,
): Refusal | null {
  if (name === 'TERMINATE') return terminationRefusal(version, input, today);
  if (name === 'WITHDRAW') return withdrawalRefusal(version, input, today);
  if (!conventionTransitions[name].needs.includes('TERM')) return null;
  const refusal = contentTermRefusal(version);
  return refusal ?? (name === 'SIGN' ? signatureRefusal(version, input, today) : null);
}

/** Only what the transition asks for is kept of the input, texts trimmed; a notice goes with a termination. */
function changesOf(name: ConventionTransition, input: TransitionInput): NewState['changes'] {
  if (name === 'SIGN') return { signedOn: input.signedOn, signatories: input.signatories };
  const cancellationMotive = input.cancellationMotive?.trim();
  if (name === 'CANCEL') return { cancellationMotive };
  if (name === 'WITHDRAW') return { withdrawnOn: input.withdrawnOn, cancellationMotive };
  if (name !== 'TERMINATE') return {};
  return {
    terminatedOn: input.terminatedOn,
    terminationMotive: input.terminationMotive?.trim(),
    noticeOn: input.noticeOn ?? null,
  };
}

/**
 * Moves a version along the table: gives what to write, or the refusal. In this order: the state opens it, the role may,
 * everything needed and asked is there (all that is missing is named at once), the dates hold together.
 * Pure: the caller saves `state` and `changes` in one transaction.
 */
export function transition(
  version: VersionFacts & Neighbours,
  name: ConventionTransition,
  role: Role,
  input: TransitionInput,
  today: Day,
): Refusal | NewState {
  const { to, needs, asks } = conventionTransitions[name];
  const roles = rolesFrom(name, version.state);
  if (roles.length === 0) return new ConventionTransitionNotAllowed(name, version.state);
  if (!roles.includes(role)) return new ConventionTransitionForbidden(name);
  const missing = [...needs, ...asks].filter((need) => !answered[need](version, input, today));
  const [first] = missing;
  if (first !== undefined) return new ConventionIncomplete(name, missing, needField[first]);
  const refusal = datesRefusal(name, version, input, today);
  if (refusal) return refusal;
  const takesOverOn = name === 'SIGN' && version.former ? version.startsOn : null;
  return {
    state: to,
    changes: changesOf(name, input),
    formerEndsOn: takesOverOn && addDays(takesOverOn, -1),
    warnings: conventionWarnings(version),
  };
}
