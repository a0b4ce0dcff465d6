import { type Role } from '../../base/codes.js';
import { enumOf } from '../../concept/enums.js';
import { DateScalar, JsonScalar } from '../../concept/scalars.js';
import { objectType } from '../../concept/type-graphql.js';
import { type ActFacts, availableActs, termAlert } from './acts.rules.js';
import {
  ConventionAct,
  ConventionNeed,
  ConventionState,
  ConventionTermAlert,
  ConventionTransition,
  ConventionWarning,
  ReadingAct,
} from './convention.codes.js';
import { availableTransitions, conventionWarnings, type VersionFacts } from './convention.rules.js';
import { changedFields, type ReadingFacts, readingActs, unlockedFields } from './review.rules.js';
import { contentNames } from './version-facts.js';

// Registered when the module is read: Type-GraphQL looks for enums before it asks for the types of fields.
const transitionEnum = enumOf({ name: 'ConventionTransition', values: ConventionTransition });
const stateEnum = enumOf({ name: 'ConventionState', values: ConventionState });
const needEnum = enumOf({ name: 'ConventionNeed', values: ConventionNeed });
export const readingActEnum = enumOf({ name: 'ReadingAct', values: ReadingAct });
const actEnum = enumOf({ name: 'ConventionAct', values: ConventionAct });
export const termAlertEnum = enumOf({ name: 'ConventionTermAlert', values: ConventionTermAlert });
export const warningEnum = enumOf({ name: 'ConventionWarning', values: ConventionWarning });

/** A transition that is open to the caller: what the screen asks for, and what the version lacks. */
export const AvailableTransitionType = objectType('AvailableTransition', {
  transition: { type: () => transitionEnum },
  to: { type: () => stateEnum },
  asks: { type: () => [needEnum] },
  missing: { type: () => [needEnum] },
});

/** The days that an act proposes, and those between which it may begin. */
const ActProposalType = objectType('ActProposal', {
  startsOn: { type: () => DateScalar },
  endsOn: { type: () => DateScalar, nullable: true },
  earliestOn: { type: () => DateScalar },
  latestOn: { type: () => DateScalar, nullable: true },
});

/** What the caller may do beside the transitions. */
export const AvailableActType = objectType('AvailableAct', {
  act: { type: () => actEnum },
  recommended: { type: () => Boolean },
  proposal: { type: () => ActProposalType, nullable: true },
});

/** A field that an avenant changed: its name, and its values before and after, a relation by its name. */
export const FieldChangeType = objectType('FieldChange', {
  field: { type: () => String },
  before: { type: () => JsonScalar, nullable: true },
  after: { type: () => JsonScalar, nullable: true },
});

export const openTransitions = (facts: VersionFacts, role: Role | 'ANONYMOUS', today: string) =>
  role === 'ANONYMOUS' ? [] : availableTransitions(facts, role, today);

export const openActs = (facts: ActFacts, role: Role | 'ANONYMOUS', today: string) => availableActs(facts, role, today);

export const termAlertOf = (facts: ActFacts, _role: Role | 'ANONYMOUS', today: string) => termAlert(facts, today);

export const warningsOf = (facts: VersionFacts) => conventionWarnings(facts);

export const unlockedOf = (facts: VersionFacts, role: Role | 'ANONYMOUS') =>
  unlockedFields(facts, role, contentNames());

export const readingActsOf = (facts: ReadingFacts, role: Role | 'ANONYMOUS') => readingActs(facts, role);

type Content = Readonly<Record<string, unknown>>;
export const changesOf = (facts: { before: Content; after: Content } | null) =>
  facts ? changedFields(facts.before, facts.after) : [];
