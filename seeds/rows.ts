/**
 * The rows of the dataset, as plain objects: property names of the concepts, natural keys in place of relations
 * (`guichetKey`, `agentKey`, `communeInseeCode` with `communeValidFrom` …), days as 'YYYY-MM-DD', `null` where nothing is known.
 */

import type { Competence, Level, ReceptionMode, Side, Source } from '../api/src/base/codes.js';
import type { Qualification } from '../api/src/domain/agent/agent.codes.js';
import type { CommentState, ConventionState } from '../api/src/domain/convention/convention.codes.js';
import type { Signatory } from '../api/src/domain/convention/convention-version.entity.js';
import type { AppointmentPractice, Proposal } from '../api/src/domain/guichet/guichet.codes.js';
import type { OpeningHours } from '../api/src/domain/guichet/opening-hours.rules.js';
import type {
  AttendanceMode,
  AttendanceState,
  Confirmation,
  MeetingKind,
  MeetingState,
  SignedBy,
} from '../api/src/domain/meeting/meeting.codes.js';
import type { OrganisationKind } from '../api/src/domain/organisation/organisation.codes.js';
import type { ObligationKind, ReferentialItemKind } from '../api/src/domain/referential/referential.codes.js';
import type { Channel } from '../api/src/domain/request/request.codes.js';
import type { Body } from '../api/src/domain/territory/territory.codes.js';
import type { ToolKind } from '../api/src/domain/tool/tool.entity.js';

interface Sourced {
  source: Source;
}

/** A commune is known by its code and the day from which the code names it. */
export interface CommuneKey {
  communeInseeCode: string;
  communeValidFrom: string | null;
}

export interface EpciRow extends Sourced {
  siren: string;
  name: string;
  timeZone: string;
  registrationThreshold: number;
  planMaxYears: number;
  conventionAlertMonths: number;
}

export interface PlanRow extends Sourced {
  planKey: string;
  name: string;
  startsOn: string;
  endsOn: string;
  adoptedOn: string | null;
}

export interface MilestoneRow extends Sourced {
  planKey: string;
  body: Body;
  startsOn: string;
  endsOn: string | null;
  label: string;
}

export interface CommuneRow extends Sourced {
  inseeCode: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
  memberFrom: string | null;
  memberTo: string | null;
  successorCode: string | null;
  siren: string | null;
  population: number | null;
  basin: string | null;
  urbanPole: boolean;
  socialHomes: number | null;
  latitude: number | null;
  longitude: number | null;
}

export interface OrganisationRow extends Sourced {
  organisationKey: string;
  name: string;
  kind: OrganisationKind;
  siren: string | null;
  communeInseeCode: string | null;
  communeValidFrom: string | null;
  archivedOn: string | null;
}

/** Answers of the reception survey; every one is null where the guichet was not asked or did not answer. */
export interface SurveyAnswers {
  surveyAnswered: boolean | null;
  receivesPublic: boolean | null;
  appointments: AppointmentPractice | null;
  registersAfterAppointment: boolean | null;
  usesEtoil: boolean | null;
  sneConventionSigned: boolean | null;
}

export interface GuichetRow extends CommuneKey, SurveyAnswers, Sourced {
  guichetKey: string;
  organisationKey: string;
  name: string;
  levelProposed: Level | null;
  levelAgreed: Level | null;
  proposal: Proposal | null;
  registers: boolean | null;
  dossierUnique: boolean | null;
  receptionModes: ReceptionMode[] | null;
  openingHours: OpeningHours | null;
  address: string | null;
  telephone: string | null;
  latitude: number | null;
  longitude: number | null;
  openedOn: string | null;
  closedOn: string | null;
}

/** What a guichet registered in a year, before requests carried a number in this dataset. */
export interface RegistrationRow extends Sourced {
  guichetKey: string;
  year: number;
  requests: number;
}

export interface ReferentialRow extends Sourced {
  number: number;
  name: string;
  validFrom: string;
  validTo: string | null;
}

export interface ToolRow extends Sourced {
  title: string;
  kind: ToolKind;
  version: string | null;
  date: string | null;
  link: string;
}

export interface ReferentialItemRow extends Sourced {
  referentialNumber: number;
  kind: ReferentialItemKind;
  code: string;
  levels: Level[];
  label: string;
  text: string;
  position: number;
}

export interface ObligationRow extends Sourced {
  referentialNumber: number;
  level: Level;
  kind: ObligationKind;
  target: number | null;
  planned: number | null;
  modes: ReceptionMode[] | null;
  windowMonths: number | null;
  text: string;
}

export interface AgentRow extends Sourced {
  agentKey: string;
  organisationKey: string;
  firstName: string;
  lastName: string;
  email: string | null;
  telephone: string | null;
  jobTitle: string | null;
  endedOn: string | null;
}

export interface AssignmentRow extends Sourced {
  agentKey: string;
  guichetKey: string;
  startsOn: string;
  endsOn: string | null;
  etp: number | null;
  dedicated: boolean;
  /** Named by the guichet to read the drafts of its convention. */
  reviewer: boolean;
  qualification: Qualification | null;
  competences: Competence[];
}

export interface ConventionRow extends Sourced {
  number: string;
  guichetKey: string;
  /** Number of the convention that it follows on. */
  renews: string | null;
}

export interface ConventionVersionRow extends Sourced {
  conventionNumber: string;
  guichetKey: string;
  rank: number;
  state: ConventionState;
  referentialNumber: number;
  level: Level;
  registers: boolean;
  dossierUnique: boolean;
  missions: string[] | null;
  receptionModes: ReceptionMode[];
  openingHours: OpeningHours | null;
  etp: number | null;
  competences: Competence[];
  meetingsPerYear: number | null;
  levelConditions: string | null;
  sneSignedOn: string | null;
  sneToRevise: boolean;
  startsOn: string;
  endsOn: string;
  deliberationAssembly: string | null;
  deliberationOn: string | null;
  deliberationNumber: string | null;
  signedOn: string | null;
  signatories: Signatory[] | null;
  terminatedOn: string | null;
  terminationMotive: string | null;
  noticeOn: string | null;
  cancellationMotive: string | null;
  /** When the guichet said that there is nothing to change, and who. */
  reviewedAt: string | null;
  reviewedByName: string | null;
  /** The end that was signed, where an avenant brought it forward. */
  signedEndsOn: string | null;
  guichetSettledOn: string | null;
}

/** A remark on a field of a version that is being reviewed. */
export interface ConventionCommentRow {
  conventionNumber: string;
  rank: number;
  guichetKey: string;
  field: string;
  text: string;
  side: Side;
  authorName: string;
  state: CommentState;
  answer: string | null;
  resolvedByName: string | null;
  /** Instants in UTC. */
  resolvedAt: string | null;
  createdAt: string;
}

export interface MeetingRow {
  meetingKey: string;
  kind: MeetingKind;
  title: string;
  heldOn: string;
  startTime: string;
  endTime: string;
  place: string | null;
  videoLink: string | null;
  organiserKey: string | null;
  levels: Level[];
  agenda: string | null;
  state: MeetingState;
  outside: boolean;
  /** The agent who declared a training outside the network. */
  declaredByKey: string | null;
  cancellationMotive: string | null;
}

export interface AttendanceRow {
  meetingKey: string;
  agentKey: string;
  state: AttendanceState;
  mode: AttendanceMode | null;
  /** An instant in UTC, '2026-03-12T13:00:00.000Z'. */
  signedAt: string | null;
  signedBy: SignedBy | null;
  contributed: boolean;
  confirmation: Confirmation | null;
}

export interface RequestRow extends Sourced {
  guichetKey: string | null;
  number: string | null;
  registeredOn: string;
  seniorityOn: string;
  expiresOn: string | null;
  channel: Channel;
  communeInseeCode: string | null;
  communeValidFrom: string | null;
  householdSize: number | null;
}

/** A figure that the study prints, with what a recomputation may give. */
export interface PublishedFigureRow extends Sourced {
  /** Row number of the study's table of figures ('levels' for the counts by level). */
  figure: string;
  key: string;
  label: string;
  expected: number | null;
  lowest: number;
  highest: number;
  unit: 'count' | 'percent' | 'ratio' | 'etp' | 'minutes';
  note: string | null;
}

/** Everything read from the CSV files: the territory, and the plan of 2016–2022. */
export interface ParsedSeeds {
  epci: EpciRow;
  plans: PlanRow[];
  milestones: MilestoneRow[];
  communes: CommuneRow[];
  organisations: OrganisationRow[];
  guichets: GuichetRow[];
  registrations: RegistrationRow[];
  referentials: ReferentialRow[];
  tools: ToolRow[];
  referentialItems: ReferentialItemRow[];
  obligations: ObligationRow[];
  agents: AgentRow[];
  assignments: AssignmentRow[];
  conventions: ConventionRow[];
  conventionVersions: ConventionVersionRow[];
  figures: PublishedFigureRow[];
}

/** The plan of today: rows to add to `ParsedSeeds`, whose guichets, organisations and remaining agents it uses. */
export interface CurrentPlan {
  plan: PlanRow;
  /** The one that follows, not voted yet. */
  nextPlan: PlanRow;
  milestones: MilestoneRow[];
  agents: AgentRow[];
  assignments: AssignmentRow[];
  conventions: ConventionRow[];
  conventionVersions: ConventionVersionRow[];
  comments: ConventionCommentRow[];
  meetings: MeetingRow[];
  attendances: AttendanceRow[];
  requests: RequestRow[];
}
