import type { Competence, Level, ReceptionMode } from '../../base/codes.js';
import type { Day } from '../../base/days.rules.js';
import type { Qualification } from '../agent/agent.codes.js';
import type { Signatory } from '../convention/convention-version.entity.js';
import type { OpeningHours } from '../guichet/opening-hours.rules.js';
import type { OrganisationKind } from '../organisation/organisation.codes.js';
import type { FieldChange } from './changes.rules.js';

/** An element of the référentiel that the version follows. */
export interface SourceItem {
  code: string;
  levels: Level[];
  label: string;
  text: string | null;
}

/** What the read road gives of a version: `document.data.ts` has the query of the same shape. */
export interface DocumentSource {
  rank: number;
  level: Level;
  registers: boolean;
  dossierUnique: boolean;
  missions: string[] | null;
  receptionModes: ReceptionMode[] | null;
  openingHours: OpeningHours | null;
  etp: number | null;
  competences: Competence[] | null;
  meetingsPerYear: number | null;
  levelConditions: string | null;
  sneSignedOn: Day | null;
  sneToRevise: boolean;
  startsOn: Day;
  endsOn: Day;
  /** The end as it was signed, when an avenant has since ended it earlier: documents say what was signed. */
  signedEndsOn: Day | null;
  deliberationAssembly: string | null;
  deliberationOn: Day | null;
  deliberationNumber: string | null;
  signedOn: Day | null;
  /** Absent for those who do not see who signed. */
  signatories?: Signatory[] | null;
  terminatedOn: Day | null;
  terminationMotive: string | null;
  noticeOn: Day | null;
  changes: FieldChange[];
  epci: { name: string; siren: string };
  convention: {
    number: string;
    renews: { number: string } | null;
    first: { nodes: { startsOn: Day; signedOn: Day | null }[] };
  };
  guichet: {
    name: string;
    address: string | null;
    telephone: string | null;
    commune: { name: string; inseeCode: string };
    organisation: { name: string; kind: OrganisationKind; siren: string | null };
    /** Absent for those who do not see agents. */
    assignments?: {
      nodes: {
        startsOn: Day;
        endsOn: Day | null;
        etp: number | null;
        dedicated: boolean;
        qualification: Qualification | null;
        competences: Competence[] | null;
        agent: { firstName: string; lastName: string; jobTitle: string | null };
      }[];
    };
  };
  referential: {
    name: string;
    validFrom: Day;
    levels: { nodes: SourceItem[] };
    missions: { nodes: SourceItem[] };
    receptionModes: { nodes: SourceItem[] };
    means: { nodes: SourceItem[] };
    competences: { nodes: SourceItem[] };
    obligations: { nodes: { level: Level; text: string }[] };
  };
}
