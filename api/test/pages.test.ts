import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../src/identity/access/caller.js';
import { type DemoApi, startDemoApi } from './demo.js';
import { operations } from './operations.js';

// What a page of the admin asks comes from the database in one statement, however much it nests: session look-up apart.
const today = '2026-03-12';
const queries = Object.entries(operations)
  .filter(([, { definitions }]) =>
    definitions.some((one) => one.kind === 'OperationDefinition' && one.operation === 'query'),
  )
  .map(([name]) => name);

let demo: DemoApi;
const people: Record<string, Caller> = {};
const ids: Record<string, string> = {};
beforeAll(async () => {
  demo = await startDemoApi(today);
  const { staff } = demo;
  const [agent] = await demo.api.orm.em.fork().execute<[{ id: string; agent: string; guichets: string[] }]>(
    `select a.id, a.agent_id as agent, array_agg(s.guichet_id) as guichets from account a
     join assignment s on s.agent_id = a.agent_id and s.starts_on <= '${today}' and (s.ends_on is null or s.ends_on >= '${today}')
     where a.email like 'agent-deux-guichets@%' group by 1, 2`,
  );
  const none = { guichetIds: [], reviewIds: [], levels: [] };
  Object.assign(people, {
    staff,
    analyst: { ...staff, ...none, role: 'ANALYST', dbRole: 'parvis_analyst' },
    admin: { ...staff, ...none, role: 'ADMIN', dbRole: 'parvis_admin', epciId: undefined, epciIds: [] },
    agent: {
      ...staff,
      role: 'AGENT',
      dbRole: 'parvis_agent',
      accountId: agent.id,
      agentId: agent.agent,
      guichetIds: agent.guichets,
      levels: ['INFO', 'SUIVI'],
    },
  } satisfies Record<string, unknown>);
  for (const [name, list] of [
    ['guichet', 'guichets'],
    ['convention', 'conventions'],
    ['version', 'conventionVersions'],
    ['meeting', 'meetings'],
    ['referential', 'referentials'],
    ['plan', 'plans'],
    ['account', 'accounts'],
  ] as const) {
    const found = await demo.ask<Record<string, { nodes: { id: string }[] }>>(`{ ${list}(first: 1) { nodes { id } } }`);
    ids[name] = found[list]?.nodes[0]?.id ?? '';
  }
  const { createCampaign } = await demo.ask<{ createCampaign: { id: string } }>(
    `mutation ($planId: ID!, $guichetId: ID!) { createCampaign(
      input: { name: "Conventions", planId: $planId, startsOn: "2040-01-01", endsOn: "2045-12-31" }, lines: [{ guichetId: $guichetId, level: INFO }]) { id } }`,
    { planId: ids.plan, guichetId: ids.guichet },
  );
  ids.campaign = createCampaign.id;
}, 120_000);
afterAll(() => demo.api.close());

const day = {
  today,
  soon: '2026-09-12',
  yearAgo: '2025-03-12',
  twoYearsAgo: '2024-03-12',
  on: today,
  year: 2026,
  lastYear: 2025,
  fromYear: 2021,
  offset: 0,
};

/** Who asks each query of the admin, about which row: a new one must be named here. */
const pages: Record<
  string,
  { as: string; id?: string; more?: Record<string, unknown>; looksAround?: boolean; statements?: number }
> = {
  StaffHome: { as: 'staff' },
  AnalystHome: { as: 'analyst' },
  AdminHome: { as: 'admin' },
  MoreCommunes: { as: 'staff' },
  MoreGuichets: { as: 'staff' },
  Compliance: { as: 'staff' },
  ObligationKinds: { as: 'staff', statements: 0 },
  GuichetPage: { as: 'staff', id: 'guichet', more: { people: true } },
  ConventionPage: { as: 'staff', id: 'convention', more: { people: true } },
  EditedVersion: { as: 'staff', id: 'version' },
  ConventionOfVersion: { as: 'staff', id: 'version' },
  NewConvention: { as: 'staff', more: { guichetId: 'guichet' } },
  ProposedTerm: { as: 'staff', more: { from: '2027-01-01' } },
  LastPlan: { as: 'staff' },
  StaffMeeting: { as: 'staff', id: 'meeting' },
  MeetingOnly: { as: 'analyst', id: 'meeting' },
  AgentHome: { as: 'agent' },
  AgentDesks: { as: 'agent' },
  AgentReview: { as: 'agent' },
  History: { as: 'staff', id: 'guichet', more: { first: 11, parts: true } },
  ReferentialItems: { as: 'staff', id: 'referential' },
  ReferentialPage: { as: 'staff', id: 'referential' },
  ReferentialVersions: { as: 'staff' },
  CompareReferentials: { as: 'staff', more: { fromId: 'referential', toId: 'referential' } },
  WhatIf: { as: 'staff', more: { guichetId: 'guichet', level: 'CONSEIL' } },
  CampaignStart: { as: 'staff' },
  CampaignPreview: { as: 'staff', more: { planId: 'plan', startsOn: '2027-01-01', endsOn: '2032-12-31' } },
  CampaignBoard: { as: 'staff', id: 'campaign' },
  CampaignVersion: { as: 'staff', id: 'version' },
  VersionFiles: { as: 'staff', id: 'version' },
  Templates: { as: 'staff' },
  DocumentTags: { as: 'staff', more: { versionId: 'version' } },
  VersionChoices: { as: 'staff', more: { search: 'voiron' } },
  WhoAmI: { as: 'agent' },
  UndeliveredMails: { as: 'staff' },
  Health: { as: 'admin', looksAround: true },
  AccountMails: { as: 'staff', more: { accountId: 'account' } },
};

describe('each query of the admin is one statement', () => {
  test.each(queries)('%s', async (name) => {
    const page = pages[name];
    if (!page) throw new Error(`${name} is not named in this test`);
    const more = Object.entries(page.more ?? {}).map(([key, value]) => [
      key,
      key.endsWith('Id') ? ids[String(value)] : value,
    ]);
    const variables = { ...day, ...Object.fromEntries(more), ...(page.id ? { id: ids[page.id] } : {}) };
    const caller = people[page.as];
    const document = operations[name];
    if (!caller || !document) throw new Error(`${name} cannot be asked`);
    const { data, errors } = await demo.api.ask(caller, print(document), variables);
    expect(errors).toEqual([]);
    // How the database is, is asked of it in several ways.
    if (!page.looksAround) expect(demo.api.statements).toHaveLength(page.statements ?? 1);
    for (const [field, value] of Object.entries(data)) expect(value, field).not.toBeNull();
  });
});

test('a list made by the resource engine is one statement too: guichets with commune, convention and agents', async () => {
  const { guichets } = await demo.ask<{ guichets: { nodes: { assignments: { totalCount: number } }[] } }>(
    `query ($today: Date!) { guichets(on: $today, first: 100, sort: [{ commune: { name: ASC } }]) {
      totalCount
      nodes { id name level commune { id name } organisation { id name kind }
        conventionInForce { id level endsOn convention { number } }
        assignments(on: $today) { totalCount nodes { id etp agent { id firstName lastName } } } } } }`,
    { today },
  );
  expect(demo.api.statements).toHaveLength(1);
  expect(guichets.nodes).toHaveLength(33);
  expect(guichets.nodes.some(({ assignments }) => assignments.totalCount > 1)).toBe(true);
});
