import {
  type ConventionNeed,
  type ConventionState,
  ConventionTransition,
  type ConventionWarning,
  conventionStates,
  type Level,
  levelReceives,
  type OrganisationKind,
  type ReceptionMode,
  type Role,
  registersByDeliberation,
} from '../codes.js';
import type { Day } from '../days.rules.js';
import type { Refusal } from '../errors.js';
import {
  ConventionExpired,
  ConventionIncomplete,
  ConventionOverlaps,
  ConventionTransitionForbidden,
  ConventionTransitionNotAllowed,
  NoticeAfterTermination,
  SignatureInFuture,
  TerminationAfterEnd,
  TerminationBeforeStart,
} from './convention.errors.js';
import { type BoundTerm, conventionStatus, overlappingTerm, termRefusal, type VersionTerm } from './term.rules.js';

export * from './term.rules.js';

/** What the transitions must know of a version. `planMaxYears` is the EPCI's setting; `otherTerms` all other binding versions of the guichet. */
export interface VersionFacts extends VersionTerm {
  readonly level: Level | null;
  /** Is a référentiel named? */
  readonly hasReferential: boolean;
  readonly receptionModes: readonly ReceptionMode[] | null;
  readonly registers: boolean | null;
  /** Kind of the organisation that carries the guichet. */
  readonly organisationKind: OrganisationKind;
  readonly deliberationOn: Day | null;
  readonly sneSignedOn: Day | null;
  readonly planMaxYears: number;
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
  readonly signedOn?: Day | null;
  readonly signatories?: readonly Signatory[] | null;
  readonly terminatedOn?: Day | null;
  readonly terminationMotive?: string | null;
  readonly noticeOn?: Day | null;
  readonly cancellationMotive?: string | null;
}

/** `needs`: what the version must hold. `asks`: what the caller must give. */
export interface TransitionRule {
  readonly from: readonly ConventionState[];
  readonly to: ConventionState;
  readonly roles: readonly Role[];
  readonly needs: readonly ConventionNeed[];
  readonly asks: readonly ConventionNeed[];
}

/** Without these a convention commits to nothing (CCH R.441-2-10: what each place of reception does at the least). */
const COMMITMENT = ['REFERENTIAL', 'LEVEL', 'TERM', 'RECEPTION_MODES'] as const;

/**
 * Life of a version: `DRAFT → IN_REVIEW ⇄ CORRECTION → TO_SIGN → SIGNED → TERMINATED`, `CANCELLED` before signature.
 * The one table used by the rule, the API's list of open transitions, the screens and the tests.
 */
export const conventionTransitions: Readonly<Record<ConventionTransition, TransitionRule>> = {
  SUBMIT: { from: ['DRAFT'], to: 'IN_REVIEW', roles: ['EPCI_STAFF'], needs: COMMITMENT, asks: [] },
  REQUEST_CORRECTION: { from: ['IN_REVIEW'], to: 'CORRECTION', roles: ['EPCI_STAFF'], needs: [], asks: [] },
  RESUBMIT: { from: ['CORRECTION'], to: 'IN_REVIEW', roles: ['EPCI_STAFF'], needs: COMMITMENT, asks: [] },
  SEND_TO_SIGN: {
    from: ['IN_REVIEW', 'CORRECTION'],
    to: 'TO_SIGN',
    roles: ['EPCI_STAFF'],
    needs: COMMITMENT,
    asks: [],
  },
  SIGN: {
    from: ['TO_SIGN'],
    to: 'SIGNED',
    roles: ['EPCI_STAFF'],
    needs: COMMITMENT,
    asks: ['SIGNED_ON', 'SIGNATORIES'],
  },
  TERMINATE: {
    from: ['SIGNED'],
    to: 'TERMINATED',
    roles: ['EPCI_STAFF'],
    needs: [],
    asks: ['TERMINATED_ON', 'TERMINATION_MOTIVE'],
  },
  CANCEL: {
    from: ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN'],
    to: 'CANCELLED',
    roles: ['EPCI_STAFF'],
    needs: [],
    asks: ['CANCELLATION_MOTIVE'],
  },
};

/** The GraphQL field or argument that answers each need, for the screen to lead there. */
export const needField: Readonly<Record<ConventionNeed, string>> = {
  REFERENTIAL: 'referentialId',
  LEVEL: 'level',
  TERM: 'endsOn',
  RECEPTION_MODES: 'receptionModes',
  SIGNED_ON: 'signedOn',
  SIGNATORIES: 'signatories',
  TERMINATED_ON: 'terminatedOn',
  TERMINATION_MOTIVE: 'motive',
  CANCELLATION_MOTIVE: 'motive',
  DELIBERATION: 'deliberationOn',
  SNE_CONVENTION: 'sneSignedOn',
  ETP: 'etp',
  OPEN_COMMENT: 'comments',
  COMMENTS_RESOLVED: 'comments',
  GUICHET_AFTER: 'guichet',
};

const written = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

/** A convention binds two parties: one named signatory of each at least. */
function signedByBothParties(signatories: readonly Signatory[] | null | undefined): boolean {
  const parties = (signatories ?? []).filter(({ name, party }) => written(name) && written(party));
  return new Set(parties.map(({ party }) => party.trim())).size >= 2;
}

const answered: Readonly<Record<ConventionNeed, (version: VersionFacts, input: TransitionInput) => boolean>> = {
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
  CANCELLATION_MOTIVE: (_, { cancellationMotive }) => written(cancellationMotive),
  DELIBERATION: ({ deliberationOn }) => deliberationOn !== null,
  SNE_CONVENTION: ({ sneSignedOn }) => sneSignedOn !== null,
  ETP: () => true,
  OPEN_COMMENT: () => true,
  COMMENTS_RESOLVED: () => true,
  GUICHET_AFTER: () => true,
};

/** Two versions of a convention never bind on one day. */
function overlapRefusal(version: VersionFacts): Refusal | null {
  const other = overlappingTerm(version, version.otherTerms);
  return other && new ConventionOverlaps(other.number, other.startsOn ?? '', other.endsOn ?? '');
}

/** What to say, without stopping, of a convention that promises registration: a commune needs its deliberation, all need the State's convention. */
export function conventionWarnings(
  version: Pick<VersionFacts, 'registers' | 'organisationKind' | 'deliberationOn' | 'sneSignedOn'>,
): ConventionWarning[] {
  if (!version.registers) return [];
  const warnings: ConventionWarning[] = [];
  if (registersByDeliberation[version.organisationKind] && version.deliberationOn === null)
    warnings.push('REGISTERS_WITHOUT_DELIBERATION');
  if (version.sneSignedOn === null) warnings.push('REGISTERS_WITHOUT_SNE_CONVENTION');
  return warnings;
}

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

function opens(name: ConventionTransition, version: VersionTerm, today: Day): boolean {
  if (!conventionTransitions[name].from.includes(version.state)) return false;
  return name !== 'TERMINATE' || conventionStatus(version, today) !== 'EXPIRED';
}

/** The transitions that state, day and role open, in the table's order, with what each asks for and lacks. */
export function availableTransitions(version: VersionFacts, role: Role, today: Day): AvailableTransition[] {
  return ConventionTransition.filter(
    (name) => opens(name, version, today) && conventionTransitions[name].roles.includes(role),
  ).map((name) => {
    const { to, asks, needs } = conventionTransitions[name];
    return { transition: name, to, asks, missing: needs.filter((need) => !answered[need](version, {})) };
  });
}

/** What a transition writes: the new state and the fields that go with it. */
export interface NewState {
  readonly state: ConventionState;
  readonly changes: TransitionInput;
  readonly warnings: readonly ConventionWarning[];
}

function signatureRefusal(version: VersionFacts, input: TransitionInput, today: Day): Refusal | null {
  if (input.signedOn && input.signedOn > today) return new SignatureInFuture(input.signedOn);
  return overlapRefusal(version);
}

/** A termination lies within the term, and the notice before it; its day may be to come. */
function terminationRefusal(version: VersionFacts, input: TransitionInput, today: Day): Refusal | null {
  const on = input.terminatedOn;
  if (version.endsOn !== null && today > version.endsOn) return new ConventionExpired(version.endsOn);
  if (!on) return null;
  if (version.startsOn !== null && on < version.startsOn) return new TerminationBeforeStart(version.startsOn);
  if (version.endsOn !== null && on > version.endsOn) return new TerminationAfterEnd(version.endsOn);
  return input.noticeOn && input.noticeOn > on ? new NoticeAfterTermination(on) : null;
}

function datesRefusal(
  name: ConventionTransition,
  version: VersionFacts,
  input: TransitionInput,
  today: Day,
): Refusal | null {
  if (name === 'TERMINATE') return terminationRefusal(version, input, today);
  if (!conventionTransitions[name].needs.includes('TERM')) return null;
  const refusal = termRefusal(version, version.planMaxYears);
  return refusal ?? (name === 'SIGN' ? signatureRefusal(version, input, today) : null);
}

/** Only what the transition asks for is kept of the input, texts trimmed; a notice goes with a termination. */
function changesOf(name: ConventionTransition, input: TransitionInput): TransitionInput {
  if (name === 'SIGN') return { signedOn: input.signedOn, signatories: input.signatories };
  if (name === 'CANCEL') return { cancellationMotive: input.cancellationMotive?.trim() };
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
  version: VersionFacts,
  name: ConventionTransition,
  role: Role,
  input: TransitionInput,
  today: Day,
): Refusal | NewState {
  const rule = conventionTransitions[name];
  if (!rule.from.includes(version.state)) return new ConventionTransitionNotAllowed(name, version.state);
  if (!rule.roles.includes(role)) return new ConventionTransitionForbidden(name);
  const missing = [...rule.needs, ...rule.asks].filter((need) => !answered[need](version, input));
  const [first] = missing;
  if (first !== undefined) return new ConventionIncomplete(name, missing, needField[first]);
  return (
    datesRefusal(name, version, input, today) ?? {
      state: rule.to,
      changes: changesOf(name, input),
      warnings: conventionWarnings(version),
    }
  );
}
