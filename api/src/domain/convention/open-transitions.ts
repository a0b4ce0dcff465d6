import { sql } from 'kysely';
import { enumOf } from '../../concept/enums.js';
import type { Row, Sql } from '../../concept/meta.js';
import { objectType } from '../../concept/type-graphql.js';
import { ConventionNeed, ConventionState, ConventionTransition, ConventionWarning, type Role } from '../codes.js';
import { availableTransitions, conventionWarnings, type VersionFacts } from './convention.rules.js';

// Registered when the module is read: Type-GraphQL looks for enums before it asks for the types of fields.
const transitionEnum = enumOf({ name: 'ConventionTransition', values: ConventionTransition });
const stateEnum = enumOf({ name: 'ConventionState', values: ConventionState });
const needEnum = enumOf({ name: 'ConventionNeed', values: ConventionNeed });
export const warningEnum = enumOf({ name: 'ConventionWarning', values: ConventionWarning });

/** A transition that is open to the caller: what the screen asks for, and what the version lacks. */
export const AvailableTransitionType = objectType('AvailableTransition', {
  transition: { type: () => transitionEnum },
  to: { type: () => stateEnum },
  asks: { type: () => [needEnum] },
  missing: { type: () => [needEnum] },
});

/** The facts that open transitions depend on, of one version; the overlap is judged when signing, against what is there then. */
export const transitionFacts = (version: Row): Sql => sql`json_build_object(
  'state', ${version.col('state')}, 'startsOn', ${version.col('startsOn')}, 'endsOn', ${version.col('endsOn')},
  'terminatedOn', ${version.col('terminatedOn')}, 'level', ${version.col('level')}, 'hasReferential', true,
  'receptionModes', ${version.col('receptionModes')})`;

export const openTransitions = (facts: VersionFacts, role: Role | 'ANONYMOUS', today: string) =>
  role === 'ANONYMOUS' ? [] : availableTransitions(facts, role, today);

export const warningFacts = (version: Row): Sql => sql`json_build_object(
  'registers', ${version.col('registers')}, 'deliberationOn', ${version.col('deliberationOn')}, 'sneSignedOn', ${version.col('sneSignedOn')},
  'organisationKind', (select o.kind from guichet g join organisation o on o.id = g.organisation_id where g.id = ${version.col('guichet')}))`;

export const warningsOf = (facts: Parameters<typeof conventionWarnings>[0]) => conventionWarnings(facts);
