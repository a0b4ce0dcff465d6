// Recomputes what the study of 2016 prints, from answers of the API alone: filters, counts and nested lists, as staff may ask.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoApi, startDemoApi } from '../api/test/demo.js';
import { parseSeeds } from './parse.js';
import type { PublishedFigureRow } from './rows.js';
import { lowestPoleShare } from './search-registrations.js';

const ONLINE_SHARE = 0.25;
/** Legal working time of a year, in hours, for one full-time equivalent. */
const HOURS_PER_ETP = 1607;
/** Share of the staff's time that goes to registering (row 12). */
const REGISTERING_TIME = 0.15;

/** The guichets of the design, and the year and days on which the study counts. */
const source = /* GraphQL */ `
  fragment Guichet on Guichet {
    name levelProposed receivesPublic usesEtoil sneConventionSigned
    organisation { name kind }
    commune { inseeCode name basin urbanPole latitude }
    requests(filter: { registeredOn: { gte: "2015-01-01", lte: "2015-12-31" } }) { totalCount }
  }
  {
    epci(siren: "243800984") { registrationThreshold }
    communes: communes(on: "2015-12-31") { totalCount }
    communal: guichets(first: 100, filter: { levelProposed: { isNull: false }, organisation: { kind: { eq: COMMUNE } } }) { totalCount nodes { ...Guichet } }
    bailleurs: guichets(filter: { levelProposed: { isNull: false }, organisation: { kind: { eq: BAILLEUR } } }) { nodes { ...Guichet } }
    all: requests(filter: { registeredOn: { gte: "2015-01-01", lte: "2015-12-31" } }) { totalCount }
    byCommunes: requests(filter: { registeredOn: { gte: "2015-01-01", lte: "2015-12-31" }, guichet: { organisation: { kind: { eq: COMMUNE } } } }) { totalCount }
    byBailleurs: requests(filter: { registeredOn: { gte: "2015-01-01", lte: "2015-12-31" }, guichet: { organisation: { kind: { eq: BAILLEUR } } } }) { totalCount }
    inVoiron: requests(filter: { registeredOn: { gte: "2015-01-01", lte: "2015-12-31" }, guichet: { commune: { name: { eq: "Voiron" } } } }) { totalCount }
    inPoles: requests(filter: { registeredOn: { gte: "2015-01-01", lte: "2015-12-31" }, guichet: { commune: { urbanPole: { eq: true } } } }) { totalCount }
    answered: guichets(filter: { surveyAnswered: { eq: true }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    receiving: guichets(filter: { receivesPublic: { eq: true }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    receivingBailleurs: guichets(filter: { receivesPublic: { eq: true }, organisation: { kind: { eq: BAILLEUR } } }) { totalCount }
    alwaysAppointment: guichets(filter: { receivesPublic: { eq: true }, appointments: { eq: ALWAYS }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    afterAppointment: guichets(filter: { registersAfterAppointment: { eq: true }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    communalStaff: assignments(first: 100, on: "2016-09-15", filter: { guichet: { organisation: { kind: { eq: COMMUNE } } } }) { nodes { agent { id } guichet { commune { id } } } }
    bailleurStaff: assignments(first: 100, on: "2016-09-15", filter: { guichet: { organisation: { kind: { eq: BAILLEUR } } } }) { nodes { etp agent { id } } }
    poleStaff: assignments(first: 100, on: "2016-09-15", filter: { guichet: { organisation: { kind: { eq: COMMUNE } }, commune: { urbanPole: { eq: true } } } }) { nodes { etp } }
    staff: assignments(first: 100, on: "2016-09-15") { nodes { etp } }
    dedicatedElsewhere: assignments(on: "2016-09-15", filter: { dedicated: { eq: true }, guichet: { organisation: { kind: { eq: COMMUNE } }, commune: { urbanPole: { eq: false } } } }) { totalCount }
    agents(first: 100) { totalCount nodes { assignments { totalCount } } }
    valdaine: communes(on: "2015-12-31", filter: { basin: { eq: "Valdaine" } }) { nodes { name socialHomes } }
    suiviInValdaine: guichets(filter: { levelProposed: { eq: SUIVI }, commune: { basin: { eq: "Valdaine" } } }) { totalCount }
    milestones(filter: { startsOn: { gte: "2016-01-01", lte: "2016-12-31" } }) { totalCount }
    proposed: guichets(filter: { levelProposed: { isNull: false } }) { totalCount }
    communication: guichets(filter: { levelProposed: { eq: COMMUNICATION }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    info: guichets(filter: { levelProposed: { eq: INFO }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    suivi: guichets(filter: { levelProposed: { eq: SUIVI }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    conseil: guichets(filter: { levelProposed: { eq: CONSEIL }, organisation: { kind: { eq: COMMUNE } } }) { totalCount }
    conseilOfBailleurs: guichets(filter: { levelProposed: { eq: CONSEIL }, organisation: { kind: { eq: BAILLEUR } } }) { totalCount }
  }
`;

interface Counted {
  totalCount: number;
}
interface Nodes<T> {
  nodes: T[];
}
interface GuichetAnswer {
  levelProposed: string;
  receivesPublic: boolean | null;
  usesEtoil: boolean | null;
  sneConventionSigned: boolean | null;
  organisation: { name: string };
  commune: { name: string; basin: string; urbanPole: boolean; latitude: number | null };
  requests: Counted;
}
type CountedName =
  | 'communes'
  | 'all'
  | 'byCommunes'
  | 'byBailleurs'
  | 'inVoiron'
  | 'inPoles'
  | 'answered'
  | 'receiving'
  | 'receivingBailleurs'
  | 'alwaysAppointment'
  | 'afterAppointment'
  | 'dedicatedElsewhere'
  | 'suiviInValdaine'
  | 'milestones'
  | 'proposed'
  | 'communication'
  | 'info'
  | 'suivi'
  | 'conseil'
  | 'conseilOfBailleurs';
interface Answer extends Record<CountedName, Counted> {
  epci: { registrationThreshold: number };
  communal: Nodes<GuichetAnswer> & Counted;
  bailleurs: Nodes<GuichetAnswer>;
  communalStaff: Nodes<{ agent: { id: string }; guichet: { commune: { id: string } } }>;
  bailleurStaff: Nodes<{ etp: number; agent: { id: string } }>;
  poleStaff: Nodes<{ etp: number }>;
  staff: Nodes<{ etp: number }>;
  agents: Nodes<{ assignments: Counted }> & Counted;
  valdaine: Nodes<{ name: string; socialHomes: number }>;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const percent = (part: number, whole: number): number => (100 * part) / whole;
const distinct = (values: readonly string[]): number => new Set(values).size;
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** `key` of published-figures.csv → value. Percentages are between 0 and 100, not rounded. */
function figuresOf(answer: Answer): Record<string, number> {
  const count = (name: CountedName): number => answer[name].totalCount;
  const communal = answer.communal.nodes;
  const guichets = [...communal, ...answer.bailleurs.nodes];
  const registered = (guichet: GuichetAnswer): number => guichet.requests.totalCount;
  const communalIn = (lowest: number, highest: number): number =>
    communal.filter((it) => registered(it) >= lowest && registered(it) <= highest).length;
  const kept = guichets.filter((it) => registered(it) >= answer.epci.registrationThreshold);
  const moved = sum(guichets.filter((it) => !kept.includes(it)).map(registered)) / kept.length;
  const pluralis = guichets.find((it) => it.organisation.name === 'Pluralis')!;
  const basins = new Set(guichets.map((it) => it.commune.basin));
  const receivesInPerson = (it: GuichetAnswer): boolean =>
    it.levelProposed !== 'COMMUNICATION' && it.receivesPublic === true;
  const homes = sum(answer.valdaine.nodes.map((it) => it.socialHomes));
  const saintGeoire = communal.find((it) => it.commune.name === 'Saint-Geoire-en-Valdaine')!;
  const middle = median(communal.map((it) => it.commune.latitude).filter((it) => it !== null));
  const isSouthernPole = ({ urbanPole, latitude }: GuichetAnswer['commune']): boolean =>
    urbanPole && latitude !== null && latitude < middle;
  const etp = (staff: Nodes<{ etp: number }>): number => sum(staff.nodes.map((it) => it.etp));

  return {
    communes: count('communes'),
    communes_registering_nothing: communalIn(0, 0),
    communes_registering_under_20: communalIn(1, 19),
    communes_registering_80_to_200: communalIn(80, 200),
    communes_registering_1_to_10: communalIn(1, 10),
    communes_registering_1_to_5: communalIn(1, 5),
    communes_registering_6_to_10: communalIn(6, 10),
    communes_registering_11_to_20: communalIn(11, 20),
    communes_registering_21_to_50: communalIn(21, 50),
    communes_registering_51_to_100: communalIn(51, 100),
    communes_registering_101_to_200: communalIn(101, 200),
    communes_share: percent(count('byCommunes'), count('all')),
    bailleurs_share: percent(count('byBailleurs'), count('all')),
    voiron_share: percent(count('inVoiron'), count('all')),
    urban_poles_share: percent(count('inPoles'), count('all')),
    pluralis_to_second_ratio:
      registered(pluralis) / Math.max(...guichets.filter((it) => it !== pluralis).map(registered)),
    guichets_reaching_threshold: kept.length,
    moved_to_each_guichet: moved,
    guichets_busier_with_25_percent_online: kept.filter(
      (it) => (registered(it) + moved) * (1 - ONLINE_SHARE) > registered(it),
    ).length,
    survey_answers: count('answered'),
    communes_receiving: count('receiving'),
    communes_receiving_share: percent(count('receiving'), count('answered')),
    bailleurs_receiving: count('receivingBailleurs'),
    communes_receiving_without_registering: communal.filter((it) => it.receivesPublic === true && registered(it) === 0)
      .length,
    always_appointment_share: percent(count('alwaysAppointment'), count('receiving')),
    communes_registering_after_appointment: count('afterAppointment'),
    communal_agents: distinct(answer.communalStaff.nodes.map((it) => it.agent.id)),
    communes_with_agents: distinct(answer.communalStaff.nodes.map((it) => it.guichet.commune.id)),
    dedicated_agents_elsewhere: count('dedicatedElsewhere'),
    bailleur_agents: distinct(answer.bailleurStaff.nodes.map((it) => it.agent.id)),
    outside_agents: answer.agents.nodes.filter((it) => it.assignments.totalCount === 0).length,
    etp_urban_poles: etp(answer.poleStaff),
    etp_bailleurs: etp(answer.bailleurStaff),
    etp_total: etp(answer.staff),
    minutes_for_a_registration: (etp(answer.staff) * REGISTERING_TIME * HOURS_PER_ETP * 60) / count('all'),
    basins_without_reception: [...basins].filter(
      (basin) => !guichets.some((it) => it.commune.basin === basin && receivesInPerson(it)),
    ).length,
    valdaine_suivi_guichets: count('suiviInValdaine'),
    valdaine_social_homes: homes,
    saint_geoire_share: percent(
      answer.valdaine.nodes.find((it) => it.name === saintGeoire.commune.name)!.socialHomes,
      homes,
    ),
    saint_geoire_uses_etoil: Number(saintGeoire.usesEtoil),
    saint_geoire_sne_convention: Number(saintGeoire.sneConventionSigned),
    conseil_communes_outside_southern_poles: communal.filter(
      (it) => it.levelProposed === 'CONSEIL' && !isSouthernPole(it.commune),
    ).length,
    milestones: count('milestones'),
    guichets_proposed: count('proposed'),
    communes_communication: count('communication'),
    communes_info: count('info'),
    communes_suivi: count('suivi'),
    communes_conseil: count('conseil'),
    bailleurs_conseil: count('conseilOfBailleurs'),
  };
}

/** Does a recomputed value agree with what the study prints? It prints percentages without decimals, so they are rounded first. */
function agrees(value: number, { lowest, highest, unit }: PublishedFigureRow): boolean {
  const shown = unit === 'percent' ? Math.round(value) : Math.round(value * 1000) / 1000;
  return shown >= lowest && shown <= highest;
}

describe('the published figures of the study, from the API', () => {
  const { figures } = parseSeeds();
  let demo: DemoApi;
  let answer: Answer;
  let values: Record<string, number>;
  beforeAll(async () => {
    demo = await startDemoApi('2026-03-12');
    answer = await demo.ask<Answer>(source);
    values = figuresOf(answer);
  });
  afterAll(() => demo.api.close());

  it.each(figures.map((figure) => [figure.figure, figure.label, figure] as const))('%s. %s', (_, __, figure) => {
    const value = values[figure.key]!;
    expect(agrees(value, figure), `computed ${value}, published ${figure.expected ?? figure.note}`).toBe(true);
  });

  it('every computation is compared with a published figure', () => {
    expect(figures).toHaveLength(49);
    expect(Object.keys(values).sort()).toEqual(figures.map((it) => it.key).sort());
  });

  it('no list that is counted here was cut at a page', () => {
    expect(answer.communal.nodes).toHaveLength(answer.communal.totalCount);
    expect(answer.agents.nodes).toHaveLength(answer.agents.totalCount);
  });

  it('row 5: the urban poles register about 80 % as printed, but the other rows allow 86 % at the least', () => {
    expect(values.urban_poles_share).toBeCloseTo(86.44, 2);
    expect(Math.round(100 * lowestPoleShare())).toBe(86);
  });

  it('row 7: the seven guichets that stay are those that the study names', () => {
    const kept = [...answer.communal.nodes, ...answer.bailleurs.nodes].filter((it) => it.requests.totalCount >= 50);
    expect(
      kept.map((it) => (it.organisation.name.startsWith('Commune') ? it.commune.name : it.organisation.name)).sort(),
    ).toEqual(['Moirans', 'OPAC 38', 'Pluralis', 'Rives', 'Tullins', 'Voiron', 'Voreppe']);
  });
});
