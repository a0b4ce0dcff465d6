import type { Day } from '../../base/days.rules.js';
import { type OrganisationKind, registersByDeliberation } from '../organisation/organisation.codes.js';
import { type Strictness } from '../referential/referential.codes.js';
import { type ConventionNeed, type ConventionState, type ConventionWarning } from './convention.codes.js';
import { termRefusal, type VersionTerm } from './term.rules.js';

/** How strict the référentiel of a version is about each rule. */
export interface Rigour {
  readonly withoutDeliberation: Strictness;
  readonly withoutSneConvention: Strictness;
  readonly etpTooLow: Strictness;
  readonly termTooLong: Strictness;
}

/** What a version promises, and what it has to keep the promise. */
export interface Promises extends VersionTerm {
  readonly registers: boolean | null;
  /** Kind of the organisation that carries the guichet. */
  readonly organisationKind: OrganisationKind;
  readonly deliberationOn: Day | null;
  readonly sneSignedOn: Day | null;
  readonly etp: number | null;
  /** Full-time equivalents that the référentiel asks of the level; null: nothing said. */
  readonly etpTarget: number | null;
  /** First day of the convention's first version; null for a convention that has none signed. */
  readonly begunOn: Day | null;
  /** `Epci.planMaxYears`. */
  readonly planMaxYears: number;
  readonly rigour: Rigour;
}

interface PromiseRule {
  readonly warning: ConventionWarning;
  /** What is missing, for a rule that a signature waits for. */
  readonly need: ConventionNeed | null;
  readonly rigour: keyof Rigour;
  readonly broken: (version: Promises) => boolean;
}

/** The whole term of a convention, avenants included: an avenant does not begin the years of the plan anew. */
export function wholeTerm({ startsOn, endsOn, begunOn }: Pick<Promises, 'startsOn' | 'endsOn' | 'begunOn'>) {
  return { startsOn: begunOn !== null && startsOn !== null && begunOn < startsOn ? begunOn : startsOn, endsOn };
}

/** A commune registers after a deliberation, everybody with the State's convention (CCH R.441-2-1, R.441-2-5). */
const rules: readonly PromiseRule[] = [
  {
    warning: 'REGISTERS_WITHOUT_DELIBERATION',
    need: 'DELIBERATION',
    rigour: 'withoutDeliberation',
    broken: ({ registers, organisationKind, deliberationOn }) =>
      registers === true && registersByDeliberation[organisationKind] && deliberationOn === null,
  },
  {
    warning: 'REGISTERS_WITHOUT_SNE_CONVENTION',
    need: 'SNE_CONVENTION',
    rigour: 'withoutSneConvention',
    broken: ({ registers, sneSignedOn }) => registers === true && sneSignedOn === null,
  },
  {
    warning: 'TERM_TOO_LONG',
    need: null,
    rigour: 'termTooLong',
    broken: (version) => termRefusal(wholeTerm(version), version.planMaxYears)?.name === 'ConventionTermTooLong',
  },
  {
    warning: 'ETP_TOO_LOW',
    need: 'ETP',
    rigour: 'etpTooLow',
    broken: ({ etp, etpTarget }) => etpTarget !== null && (etp ?? 0) < etpTarget,
  },
];

/** Is the promise broken for lack of this, whatever the référentiel makes of it? */
export function isBroken(need: ConventionNeed, version: Promises): boolean {
  return rules.some((one) => one.need === need && one.broken(version));
}

/** Does the référentiel refuse the signature for lack of this? */
export function lacks(need: ConventionNeed, version: Promises): boolean {
  const rule = rules.find((one) => one.need === need);
  return rule !== undefined && version.rigour[rule.rigour] === 'REFUSE' && rule.broken(version);
}

const readyToSign: readonly ConventionState[] = ['TO_SIGN'];

/**
 * What to say of a version without stopping it. What its référentiel refuses is said too while there is time, and is named
 * as missing instead once only the signature is left.
 */
export function conventionWarnings(version: Promises): ConventionWarning[] {
  return rules
    .filter(
      ({ rigour, broken }) =>
        broken(version) && !(version.rigour[rigour] === 'REFUSE' && readyToSign.includes(version.state)),
    )
    .map(({ warning }) => warning);
}
