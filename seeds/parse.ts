/** Reads the CSV files of a dataset into typed rows. A mistake in a file stops with its name, its line and what is wrong. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Competence, Level, ReceptionMode } from '../api/src/base/codes.js';
import { Qualification } from '../api/src/domain/agent/agent.codes.js';
import { ConventionState } from '../api/src/domain/convention/convention.codes.js';
import { AppointmentPractice, Proposal } from '../api/src/domain/guichet/guichet.codes.js';
import { OrganisationKind } from '../api/src/domain/organisation/organisation.codes.js';
import { ObligationKind, ReferentialItemKind } from '../api/src/domain/referential/referential.codes.js';
import { Body } from '../api/src/domain/territory/territory.codes.js';
import { ToolKind } from '../api/src/domain/tool/tool.entity.js';
import { projectRoot } from '../api/src/project.js';
import { missionsOf } from './levels.js';
import type { AgentRow, AssignmentRow, GuichetRow, ParsedSeeds, SurveyAnswers } from './rows.js';
import {
  bool,
  code,
  codes,
  day,
  decimal,
  maybe,
  openingHours,
  readTable,
  refers,
  SeedError,
  signatories,
  source,
  type Table,
  text,
  unique,
  whole,
} from './table.js';

const row = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...shape, source });
const communeKey = { communeInseeCode: text, communeValidFrom: maybe(day) };

const files = {
  'epci.csv': row({
    siren: text,
    name: text,
    timeZone: text,
    registrationThreshold: whole,
    planMaxYears: whole,
    conventionAlertMonths: whole,
  }),
  'plans.csv': row({ planKey: text, name: text, startsOn: day, endsOn: day, adoptedOn: maybe(day) }),
  'milestones.csv': row({ planKey: text, body: code(Body), startsOn: day, endsOn: maybe(day), label: text }),
  'communes.csv': row({
    inseeCode: text,
    name: text,
    validFrom: maybe(day),
    validTo: maybe(day),
    memberFrom: maybe(day),
    memberTo: maybe(day),
    successorCode: maybe(text),
    siren: maybe(text),
    population: maybe(whole),
    basin: maybe(text),
    urbanPole: bool,
    socialHomes: maybe(whole),
    latitude: maybe(decimal),
    longitude: maybe(decimal),
  }),
  'organisations.csv': row({
    organisationKey: text,
    name: text,
    kind: code(OrganisationKind),
    siren: maybe(text),
    communeInseeCode: maybe(text),
    communeValidFrom: maybe(day),
    archivedOn: maybe(day),
  }),
  'guichets.csv': row({
    guichetKey: text,
    organisationKey: text,
    ...communeKey,
    name: text,
    levelProposed: maybe(code(Level)),
    levelAgreed: maybe(code(Level)),
    proposal: maybe(code(Proposal)),
    registers: maybe(bool),
    dossierUnique: maybe(bool),
    receptionModes: maybe(codes(ReceptionMode)),
    openingHours: maybe(openingHours),
    address: maybe(text),
    telephone: maybe(text),
    latitude: maybe(decimal),
    longitude: maybe(decimal),
    openedOn: maybe(day),
    closedOn: maybe(day),
  }),
  'survey-answers.csv': row({
    guichetKey: text,
    surveyAnswered: maybe(bool),
    receivesPublic: maybe(bool),
    appointments: maybe(code(AppointmentPractice)),
    registersAfterAppointment: maybe(bool),
    usesEtoil: maybe(bool),
    sneConventionSigned: maybe(bool),
  }),
  'registrations-2015.csv': row({ guichetKey: text, year: whole, requests: whole }),
  'referentials.csv': row({ number: whole, name: text, validFrom: day, validTo: maybe(day) }),
  'obligations.csv': row({
    referentialNumber: whole,
    level: code(Level),
    kind: code(ObligationKind),
    target: maybe(decimal),
    planned: maybe(decimal),
    modes: maybe(codes(ReceptionMode)),
    windowMonths: maybe(whole),
    text,
  }),
  'tools.csv': row({ title: text, kind: code(ToolKind), version: maybe(text), date: maybe(day), link: text }),
  'referential-items.csv': row({
    referentialNumber: whole,
    kind: code(ReferentialItemKind),
    code: text,
    levels: codes(Level),
    label: text,
    text,
    position: whole,
  }),
  'agents-2016.csv': row({
    agentKey: text,
    organisationKey: text,
    firstName: text,
    lastName: text,
    email: maybe(text),
    telephone: maybe(text),
    jobTitle: maybe(text),
    endedOn: maybe(day),
  }),
  'assignments-2016.csv': row({
    agentKey: text,
    guichetKey: text,
    startsOn: day,
    endsOn: maybe(day),
    etp: maybe(decimal),
    dedicated: bool,
    qualification: maybe(code(Qualification)),
    competences: codes(Competence),
  }),
  'conventions-2016.csv': row({
    number: text,
    guichetKey: text,
    rank: whole,
    state: code(ConventionState),
    referentialNumber: whole,
    level: code(Level),
    registers: bool,
    dossierUnique: bool,
    receptionModes: codes(ReceptionMode),
    openingHours: maybe(openingHours),
    etp: maybe(decimal),
    competences: codes(Competence),
    meetingsPerYear: maybe(whole),
    levelConditions: maybe(text),
    sneSignedOn: maybe(day),
    sneToRevise: bool,
    startsOn: day,
    endsOn: day,
    deliberationAssembly: maybe(text),
    deliberationOn: maybe(day),
    deliberationNumber: maybe(text),
    signedOn: maybe(day),
    signatories: maybe(signatories),
    terminatedOn: maybe(day),
    terminationMotive: maybe(text),
    noticeOn: maybe(day),
  }),
  'published-figures.csv': row({
    figure: text,
    key: text,
    label: text,
    expected: maybe(decimal),
    lowest: decimal,
    highest: decimal,
    unit: code(['count', 'percent', 'ratio', 'etp', 'minutes']),
    note: maybe(text),
  }),
} as const;

export type SeedFile = keyof typeof files;
export const seedFiles = Object.keys(files) as SeedFile[];

const noSurvey: SurveyAnswers = {
  surveyAnswered: null,
  receivesPublic: null,
  appointments: null,
  registersAfterAppointment: null,
  usesEtoil: null,
  sneConventionSigned: null,
};

const keysOf = <T>(table: Table<T>, key: (row: T) => string): ReadonlySet<string> => {
  unique(table, key);
  return new Set(table.rows.map(key));
};

const communeOf = (it: { communeInseeCode: string | null; communeValidFrom: string | null }): string | null =>
  it.communeInseeCode === null ? null : `${it.communeInseeCode}/${it.communeValidFrom ?? ''}`;

/** An agent's assignment that outlives the agent's departure would make them work after leaving. */
function checkDepartures(assignments: Table<Omit<AssignmentRow, 'reviewer'>>, agents: readonly AgentRow[]): void {
  for (const it of assignments.rows) {
    const ended = agents.find((agent) => agent.agentKey === it.agentKey)?.endedOn;
    if (ended && (it.endsOn === null || it.endsOn > ended)) {
      throw new SeedError(
        assignments.file,
        assignments.lineOf(it),
        `"${it.agentKey}" left on ${ended}, before the assignment ends`,
      );
    }
  }
}

/**
 * Typed rows of the files given as text, with every reference between them checked.
 * @throws SeedError naming the file and the line.
 */
export function parseSeedFiles(contents: Readonly<Record<SeedFile, string>>): ParsedSeeds {
  const read = <F extends SeedFile>(file: F): Table<z.output<(typeof files)[F]>> =>
    readTable(file, contents[file], files[file] as unknown as z.ZodType<z.output<(typeof files)[F]>>);

  const epcis = read('epci.csv');
  const epci = epcis.rows[0];
  if (!epci || epcis.rows.length !== 1) throw new SeedError('epci.csv', 2, 'exactly one EPCI is expected');

  const plans = read('plans.csv');
  const milestones = read('milestones.csv');
  refers(
    milestones,
    (it) => it.planKey,
    'plans.csv',
    keysOf(plans, (it) => it.planKey),
  );

  const communes = read('communes.csv');
  const communeKeys = keysOf(communes, (it) => `${it.inseeCode}/${it.validFrom ?? ''}`);
  const organisations = read('organisations.csv');
  const organisationKeys = keysOf(organisations, (it) => it.organisationKey);
  refers(organisations, communeOf, 'communes.csv (code/valid_from)', communeKeys);

  const guichets = read('guichets.csv');
  const guichetKeys = keysOf(guichets, (it) => it.guichetKey);
  refers(guichets, (it) => it.organisationKey, 'organisations.csv', organisationKeys);
  refers(guichets, communeOf, 'communes.csv (code/valid_from)', communeKeys);

  const survey = read('survey-answers.csv');
  unique(survey, (it) => it.guichetKey);
  const registrations = read('registrations-2015.csv');
  unique(registrations, (it) => `${it.guichetKey} ${it.year}`);

  const referentials = read('referentials.csv');
  const referentialKeys = keysOf(referentials, (it) => String(it.number));
  const obligations = read('obligations.csv');
  unique(obligations, (it) => `${it.referentialNumber} ${it.level} ${it.kind}`);
  refers(obligations, (it) => String(it.referentialNumber), 'referentials.csv', referentialKeys);

  const items = read('referential-items.csv');
  unique(items, (it) => `${it.referentialNumber} ${it.kind} ${it.code}`);
  refers(items, (it) => String(it.referentialNumber), 'referentials.csv', referentialKeys);

  const agents = read('agents-2016.csv');
  const agentKeys = keysOf(agents, (it) => it.agentKey);
  refers(agents, (it) => it.organisationKey, 'organisations.csv', organisationKeys);
  const assignments = read('assignments-2016.csv');
  refers(assignments, (it) => it.agentKey, 'agents-2016.csv', agentKeys);
  checkDepartures(assignments, agents.rows);

  const conventions = read('conventions-2016.csv');
  unique(conventions, (it) => `${it.number} ${it.rank}`);
  refers(conventions, (it) => String(it.referentialNumber), 'referentials.csv', referentialKeys);

  for (const table of [survey, registrations, assignments, conventions] as Table<{ guichetKey: string }>[]) {
    refers(table, (it) => it.guichetKey, 'guichets.csv', guichetKeys);
  }

  const figures = read('published-figures.csv');
  unique(figures, (it) => it.key);

  const answers = new Map<string, SurveyAnswers>(
    survey.rows.map(({ guichetKey, source: _, ...answer }) => [guichetKey, answer]),
  );
  return {
    epci,
    plans: plans.rows,
    milestones: milestones.rows,
    communes: communes.rows,
    organisations: organisations.rows,
    guichets: guichets.rows.map((it): GuichetRow => ({ ...it, ...(answers.get(it.guichetKey) ?? noSurvey) })),
    registrations: registrations.rows,
    referentials: referentials.rows,
    tools: read('tools.csv').rows,
    referentialItems: items.rows,
    obligations: obligations.rows,
    agents: agents.rows,
    // Nobody was named for the reviews of 2016.
    assignments: assignments.rows.map((it) => ({ ...it, reviewer: false })),
    conventions: conventions.rows
      .filter((it) => it.rank === 1)
      .map(({ number, guichetKey, source: origin }) => ({ number, guichetKey, renews: null, source: origin })),
    conventionVersions: conventions.rows.map(({ number, ...it }) => ({
      ...it,
      conventionNumber: number,
      // The files do not repeat the missions: a convention of 2016 commits to all those of its level.
      missions: missionsOf(it.level),
      cancellationMotive: null,
      reviewedAt: null,
      reviewedByName: null,
      signedEndsOn: null,
      // What became of each guichet is long known: its next convention, or the merger of its commune.
      guichetSettledOn: it.terminatedOn ?? it.endsOn,
    })),
    figures: figures.rows,
  };
}

/** The files of the Pays Voironnais, among the sources: the build does not copy them. */
export const dataset = path.join(projectRoot, 'seeds', 'pays-voironnais');

/** Reads the dataset of a folder, that of the Pays Voironnais unless another is given. */
export function parseSeeds(folder = dataset): ParsedSeeds {
  const contents = Object.fromEntries(seedFiles.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  return parseSeedFiles(contents as Record<SeedFile, string>);
}
