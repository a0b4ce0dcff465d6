import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../src/access/caller.js';
import { type DemoApi, startDemoApi } from './demo.js';

// What a page of the admin asks comes from the database in one statement, however much it nests: session look-up apart.
const DAY = '2026-03-12';
let demo: DemoApi;
beforeAll(async () => {
  demo = await startDemoApi(DAY);
}, 120_000);
afterAll(() => demo.api.close());

/** Asks, expects one statement, and gives the answer. */
const inOne = async <T = Record<string, { totalCount: number; nodes: { id: string }[] }>>(
  who: Caller,
  source: string,
  variables?: Record<string, unknown>,
): Promise<T> => {
  const { data, errors } = await demo.api.ask<T>(who, source, variables);
  expect(errors).toEqual([]);
  expect(demo.api.statements).toHaveLength(1);
  return data;
};

const judgements = `guichetId guichetName status reason judgements {
  kind level status value target planned text nextMeeting { id title heldOn }
  evidence { meetings { id title heldOn } comingMeetings { id title heldOn } agents { id firstName lastName } missingAgents { id firstName lastName } missingModes } }`;

test('the staff home: what to do now, the figures, the levels and the map', async () => {
  const data = await inOne(
    demo.staff,
    `query ($today: Date!, $alert: Date!, $year: Int!) {
      ending: conventionVersions(filter: { status: { eq: IN_FORCE }, endsOn: { lte: $alert } }, sort: [{ endsOn: ASC }], first: 20) {
        totalCount nodes { id endsOn guichet { id name commune { name } } convention { id number } } }
      without: guichets(on: $today, filter: { conventionInForce: { id: { isNull: true } } }, first: 20) { totalCount nodes { id name } }
      toCome: meetings(filter: { heldOn: { gte: $today }, state: { in: [PLANNED, OPEN] } }, first: 5) {
        totalCount nodes { id title kind heldOn startTime place state levels attendances(filter: { state: { eq: REGISTERED } }, first: 0) { totalCount } } }
      unclosed: meetings(filter: { heldOn: { lt: $today }, state: { in: [PLANNED, OPEN] } }, first: 20) { totalCount nodes { id title heldOn } }
      waiting: attendances(filter: { confirmation: { eq: PENDING } }, sort: [{ meeting: { heldOn: ASC } }], first: 20) {
        totalCount nodes { id revision agent { id firstName lastName } meeting { id title heldOn outside organiserName } } }
      compliance: complianceReport(year: $year) { guichetId guichetName level status judgements { kind status } }
      registrations(fromYear: $year) { guichetId channel count }
      map: communes(on: $today, first: 100) { nodes { id name latitude longitude guichets(on: $today) { nodes { id name level } } } }
    }`,
    { today: DAY, alert: '2026-09-12', year: 2026 },
  );
  for (const list of ['toCome', 'unclosed', 'waiting']) expect(data[list]?.totalCount, list).toBeGreaterThan(0);
});

test('the list of guichets with their commune, convention and agents', async () => {
  const { guichets } = await inOne(
    demo.staff,
    `query ($today: Date!) { guichets(on: $today, first: 100, sort: [{ commune: { name: ASC } }]) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id name level commune { id name } organisation { id name kind }
        conventionInForce { id level endsOn convention { number } }
        assignments(on: $today) { totalCount nodes { id etp agent { id firstName lastName } } } } } }`,
    { today: DAY },
  );
  expect(guichets?.nodes.length).toBeGreaterThan(20);
});

test('the page of a guichet', async () => {
  const guichets = await demo.all<{ id: string; name: string }>('guichets', 'id name');
  const id = guichets.find(({ name }) => name === 'Mairie de Moirans')?.id;
  const data = await inOne<{ complianceReport: { judgements: object[] }[]; registrations: object[] }>(
    demo.staff,
    `query ($id: ID!, $today: Date!, $year: Int!) {
      guichet(id: $id) { id revision name level address telephone openingHours receptionModes registers dossierUnique
        commune { name } organisation { name }
        conventionInForce { id level startsOn endsOn etp }
        conventionVersions(sort: [{ startsOn: DESC }]) { nodes { id rank status startsOn endsOn convention { number } } }
        assignments(on: $today) { nodes { id etp dedicated qualification agent { id firstName lastName jobTitle } } } }
      complianceReport(year: $year, guichetId: $id) { ${judgements} }
      registrations(fromYear: 2015, toYear: $year, guichetId: $id) { year channel count } }`,
    { id, today: DAY, year: 2026 },
  );
  expect(data.complianceReport[0]?.judgements.length).toBeGreaterThan(3);
  expect(data.registrations.length).toBeGreaterThan(3);
});

test('the sheet of a meeting', async () => {
  const meetings = await demo.all<{ id: string; state: string }>('meetings', 'id state');
  const id = meetings.find(({ state }) => state === 'PLANNED')?.id;
  const { meetingSheet } = await inOne<{ meetingSheet: { guichets: object[] } }>(
    demo.staff,
    `query ($id: ID!) { meetingSheet(meetingId: $id) {
      meeting { id revision title kind heldOn startTime endTime place videoLink state levels organiser { name } agenda }
      guichets { guichetId guichetName communeName level agents { agentId firstName lastName jobTitle organisationName attendance { id revision state mode signedBy contributed confirmation } } }
      others { agentId firstName lastName organisationName attendance { id state } } } }`,
    { id },
  );
  expect(meetingSheet.guichets.length).toBeGreaterThan(5);
});

test('the home of an agent', async () => {
  const [row] = await demo.api.orm.em.fork().execute<{ agent: string; guichet: string; levels: string[] }[]>(
    `select a.agent_id::text as agent, a.guichet_id::text as guichet, array['CONSEIL'] as levels
     from assignment a join guichet g on g.id = a.guichet_id
     where g.name = 'Mairie de Moirans' and a.starts_on <= '${DAY}' and (a.ends_on is null or a.ends_on >= '${DAY}') order by a.id limit 1`,
  );
  const agent: Caller = {
    ...demo.staff,
    role: 'AGENT',
    dbRole: 'parvis_agent',
    agentId: row?.agent,
    guichetIds: [row?.guichet ?? ''],
    levels: row?.levels ?? [],
  };
  const data = await inOne<{ meetings: { nodes: object[] }; complianceReport: { judgements: object[] }[] }>(
    agent,
    `query ($today: Date!, $year: Int!) {
      meetings(filter: { heldOn: { gte: $today }, state: { in: [PLANNED, OPEN] } }, first: 5) {
        nodes { id title kind heldOn startTime endTime place videoLink state organiser { name } attendances(first: 1) { nodes { id state mode confirmation } } } }
      mine: attendances(sort: [{ meeting: { heldOn: DESC } }], first: 20) { nodes { id state confirmation signedBy meeting { id title heldOn outside } } }
      guichets { nodes { id name level conventionInForce { endsOn } } }
      complianceReport(year: $year) { ${judgements} } }`,
    { today: DAY, year: 2026 },
  );
  expect(data.meetings.nodes.length).toBeGreaterThan(0);
  expect(data.complianceReport).toHaveLength(1);
});
