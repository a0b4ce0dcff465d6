import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, startTestApi, type TestApi } from '../../test/api.js';
import type { Caller } from '../identity/access/caller.js';

interface GuichetPage {
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
interface Row {
  id: string;
  revision: number;
}

let api: TestApi;
let staff: Caller;
beforeAll(async () => {
  api = await startTestApi();
  const em = api.orm.em.fork();
  await em.execute(`
    insert into epci (siren, name) values ('243800984', 'Pays Voironnais'), ('200040715', 'Grenoble-Alpes Métropole');
    insert into commune (epci_id, insee_code, name) select 1, '380' || lpad(n::text, 2, '0'), (array['Écully','Eybens','Échirolles','Fontaine','Zoug'])[n] from generate_series(1, 5) n;
    insert into commune (epci_id, insee_code, name) values (2, '38185', 'Grenoble');
    insert into organisation (epci_id, name, kind, commune_id) values (1, 'Commune d’Écully', 'COMMUNE', 1), (1, 'Pluralis', 'BAILLEUR', null);
    insert into guichet (epci_id, name, organisation_id, commune_id, level_agreed) values
      (1, 'Mairie d’Écully', 1, 1, 'INFO'), (1, 'Pluralis Eybens', 2, 2, 'CONSEIL'), (1, 'Sans niveau', 2, 3, null);
    insert into referential (epci_id, name, number, valid_from) values (1, 'Référentiel', 1, '2016-01-01');
    insert into convention (epci_id, guichet_id, number) values (1, 2, '2017-001');
    insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, signed_on)
      values (1, 1, 2, 1, 'SIGNED', 1, 'SUIVI', '2017-01-01', '2022-12-31', '2016-12-01');
  `);
  staff = {
    role: 'EPCI_STAFF',
    dbRole: 'parvis_staff',
    locale: 'fr',
    today: '2026-03-12',
    epciId: '1',
    epciIds: ['1'],
    guichetIds: [],
    reviewIds: [],
    levels: [],
    accountId: '1',
  };
});
afterAll(() => api.close());

const names = async (args: string) => {
  const { data, errors } = await api.ask<{ communes: { nodes: { name: string }[] } }>(
    staff,
    `{ communes${args} { nodes { name } } }`,
  );
  expect(errors).toEqual([]);
  return data.communes.nodes.map(({ name }) => name);
};

test('É sorts with E, and another EPCI’s communes do not exist', async () => {
  expect(await names('')).toEqual(['Échirolles', 'Écully', 'Eybens', 'Fontaine', 'Zoug']);
});
test('ecully finds Écully', async () => {
  expect(await names('(search: "ecully")')).toEqual(['Écully']);
  expect(await names('(filter: { name: { contains: "CHIRO" } })')).toEqual(['Échirolles']);
});
test('what differs, and what a condition leaves out, include rows where nothing is known', async () => {
  const guichets = async (filter: string) => {
    const { data, errors } = await api.ask<{ guichets: { nodes: { name: string }[] } }>(
      staff,
      `{ guichets(filter: ${filter}) { nodes { name } } }`,
    );
    expect(errors).toEqual([]);
    return data.guichets.nodes.map(({ name }) => name);
  };
  const others = ['Pluralis Eybens', 'Sans niveau'];
  expect(await guichets('{ level: { ne: INFO } }')).toEqual(others);
  expect(await guichets('{ not: { level: { eq: INFO } } }')).toEqual(others);
  expect(await guichets('{ level: { ne: null } }')).toEqual(['Mairie d’Écully', 'Pluralis Eybens']);
  expect(await guichets('{ not: { or: [] } }')).toHaveLength(3);
});
test('aliases longer than a name of PostgreSQL', async () => {
  const long = 'a'.repeat(70);
  const { data, errors } = await api.ask(
    staff,
    `{ communes(first: 1) { ${long}1: nodes { name } ${long}2: nodes { inseeCode } } }`,
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    communes: { [`${long}1`]: [{ name: 'Échirolles' }], [`${long}2`]: [{ inseeCode: '38003' }] },
  });
});
test('a nested query is one statement, with aliases and pages', async () => {
  const { data, errors } = await api.ask(
    staff,
    `{
    guichets(first: 2, sort: [{ level: DESC }]) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id name level theTown: commune { name guichets(first: 1) { totalCount nodes { name } } } a: assignments { totalCount } organisation { name kind } }
    }
    epci(siren: "243800984") { name communes(first: 0) { totalCount } }
  }`,
  );
  expect(errors).toEqual([]);
  expect(api.statements).toHaveLength(1);
  expect(data).toMatchObject({
    guichets: {
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [
        {
          name: 'Pluralis Eybens',
          level: 'CONSEIL',
          theTown: { name: 'Eybens', guichets: { totalCount: 1, nodes: [{ name: 'Pluralis Eybens' }] } },
          a: { totalCount: 0 },
        },
        { name: 'Mairie d’Écully' },
      ],
    },
    epci: { name: 'Pays Voironnais', communes: { totalCount: 5 } },
  });
});
test('a day asked of a list is the day of what it holds, until a field says another', async () => {
  const { data, errors } = await api.ask(
    staff,
    `{
    guichets(on: "2018-05-01", filter: { name: { eq: "Pluralis Eybens" } }) { nodes {
      level conventionInForce { startsOn } organisation { guichets(first: 1, sort: [{ name: ASC }]) { nodes { level } } } now: level(on: "2026-03-12")
    } }
  }`,
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    guichets: {
      nodes: [
        {
          level: 'SUIVI',
          now: 'CONSEIL',
          conventionInForce: { startsOn: '2017-01-01' },
          organisation: { guichets: { nodes: [{ level: 'SUIVI' }] } },
        },
      ],
    },
  });
});
test('cursors walk every row once, empty values last', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: Answer<{ guichets: GuichetPage }> = await api.ask<{ guichets: GuichetPage }>(
      staff,
      `query($after: String) { guichets(first: 1, after: $after, sort: [{ level: ASC }]) { nodes { name } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    seen.push(...data.guichets.nodes.map(({ name }) => name));
    after = data.guichets.pageInfo.hasNextPage ? data.guichets.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(['Mairie d’Écully', 'Pluralis Eybens', 'Sans niveau']);
});
test.each([
  '{ urbanPole: DESC }',
  '{ urbanPole: ASC }, { inseeCode: DESC }',
  '{ inseeCode: ASC }',
  '{ createdAt: DESC }',
])('cursors walk every row once where a key is never empty, among equals too: %s', async (sort) => {
  const list = (first: number) =>
    `query ($after: String) { communes(first: ${first}, after: $after, sort: [${sort}]) { nodes { name } pageInfo { hasNextPage endCursor } } }`;
  const page = async (first: number, after: string | null) =>
    (await api.ask<{ communes: GuichetPage }>(staff, list(first), { after })).data.communes;
  const walked: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { nodes, pageInfo } = await page(2, after);
    walked.push(...nodes.map(({ name }) => name));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  expect(walked).toHaveLength(5);
  expect(walked).toEqual((await page(100, null)).nodes.map(({ name }) => name));
});

test('a row is made, changed, refused when stale, and removed', async () => {
  const created = await api.ask<{ createCommune: Row }>(
    staff,
    `mutation { createCommune(input: { inseeCode: "38999", name: " Nouvelle " }) { id revision name urbanPole } }`,
  );
  expect(created.errors).toEqual([]);
  const { id, revision } = created.data.createCommune;
  expect(created.data.createCommune).toMatchObject({ name: 'Nouvelle', urbanPole: false });
  const change = `mutation($id: ID!, $revision: Int!, $name: String) { updateCommune(id: $id, revision: $revision, input: { name: $name }) { revision name } }`;
  const changed = await api.ask<{ updateCommune: Row }>(staff, change, { id, revision, name: 'Neuve' });
  expect(changed.errors).toEqual([]);
  expect(changed.data.updateCommune).toEqual({ revision: revision + 1, name: 'Neuve' });
  const stale = await api.ask(staff, change, { id, revision, name: 'Autre' });
  expect(stale.errors).toMatchObject([
    { code: 'CONFLICT', name: 'StaleRevision', conflicts: [{ field: 'name', current: 'Neuve' }] },
  ]);
  const removed = await api.ask(
    staff,
    `mutation($id: ID!, $revision: Int!) { deleteCommune(id: $id, revision: $revision) }`,
    { id, revision: revision + 1 },
  );
  expect(removed).toEqual({ data: { deleteCommune: id }, errors: [] });
});
