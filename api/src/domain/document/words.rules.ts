import type { Level } from '../../base/codes.js';
import type { Qualification } from '../agent/agent.codes.js';
import type { OrganisationKind } from '../organisation/organisation.codes.js';

/** The vocabulary's words for codes and fields, in French: for what a référentiel does not word itself. */
export interface DocumentWords {
  /** In the order of the published table. */
  levels: ReadonlyMap<Level, string>;
  organisationKinds: ReadonlyMap<OrganisationKind, string>;
  qualifications: ReadonlyMap<Qualification, string>;
  receptionMode(code: string): string;
  competence(code: string): string;
  /** Label of a field of a version. */
  field(name: string): string;
}
