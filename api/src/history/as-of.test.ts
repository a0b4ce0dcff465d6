import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';
import { allConcepts, conceptOf, type Sql } from '../concept/meta.js';
import type { Caller } from '../identity/access/caller.js';
import { sessionOf } from '../identity/access/caller.js';
import { rowOf } from '../read/scope.js';

let api: TestApi;
/** An instant after what came before it and before what comes next. */
const pause = async (): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const moment = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return moment;
};
let before: string;
let first: string;
let second: string;
beforeAll(async () => {
  api = await startTestApi();
  before = await pause();
  await makeNetwork(api);
  first = await pause();
  await api.orm.em
    .fork({ session: sessionOf(callers.staff) })
    .transactional((em) =>
      em.execute(
        "update convention_version set state = 'TERMINATED', terminated_on = '2025-12-31', termination_motive = 'x' where id = 2",
      ),
    );
  await api.orm.em.fork().execute(`
    update commune set name = 'Rives-Centre' where id = 2;
    update guichet set name = 'Maison de l’habitat' where id = 2;
    insert into guichet (epci_id, name, organisation_id, commune_id) values (1, 'Ajouté depuis', 1, 2);
    insert into convention (epci_id, guichet_id, number) values (1, 2, 'PV-2026-01');
    insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, signed_on)
      values (1, 4, 2, 1, 'SIGNED', 1, 'SUIVI', '2026-01-01', '2028-06-30', '2025-12-15')`);
  second = await pause();
  await api.orm.em.fork().execute(`
    delete from convention_version where convention_id = 4;
    delete from convention where id = 4;
    delete from guichet where name = 'Ajouté depuis'`);
});
afterAll(() => api.close());

const { staff, agent, analystOfOne, analystOfBoth, national, foreignStaff } = callers;
interface Found {
  guichets: { totalCount: number; nodes: Record<string, unknown>[] };
}
const guichets = async (who: Caller, args: string, fields = 'name'): Promise<Found['guichets']> => {
  const { data, errors } = await api.ask<Found>(who, `{ guichets(${args}) { totalCount nodes { ${fields} } } }`);
  expect(errors).toEqual([]);
  return data.guichets;
};
const names = async (who: Caller, asOf: string) =>
  (await guichets(who, `asOf: "${asOf}"`)).nodes.map(({ name }) => name);

describe('guichets as they were recorded', () => {
  it('are those of that moment, with what they led to then, in one statement', async () => {
    const fields = `name level commune { name } conventions { totalCount nodes { number latest { state } } }
      conventionInForce { convention { number } level } assignments { nodes { agent { lastName } } }`;
    const { nodes } = await guichets(staff, `asOf: "${first}", search: "rives"`, fields);
    expect(api.statements).toHaveLength(1);
    expect(nodes).toEqual([
      {
        name: 'Pluralis Rives',
        level: 'CONSEIL',
        commune: { name: 'Rives' },
        conventions: { totalCount: 1, nodes: [{ number: 'PV-2022-02', latest: { state: 'SIGNED' } }] },
        conventionInForce: { convention: { number: 'PV-2022-02' }, level: 'CONSEIL' },
        assignments: { nodes: [{ agent: { lastName: 'Petit' } }] },
      },
    ]);
    expect((await guichets(staff, `asOf: "${second}", search: "habitat"`, fields)).nodes).toEqual([
      {
        name: 'Maison de l’habitat',
        level: 'SUIVI',
        commune: { name: 'Rives-Centre' },
        conventions: {
          totalCount: 2,
          nodes: [
            { number: 'PV-2022-02', latest: { state: 'TERMINATED' } },
            { number: 'PV-2026-01', latest: { state: 'SIGNED' } },
          ],
        },
        conventionInForce: { convention: { number: 'PV-2026-01' }, level: 'SUIVI' },
        assignments: { nodes: [{ agent: { lastName: 'Petit' } }] },
      },
    ]);
    expect((await guichets(staff, 'search: "habitat"', 'level conventions { totalCount }')).nodes).toEqual([
      { level: 'CONSEIL', conventions: { totalCount: 1 } },
    ]);
  });

  it('keep what was valid apart from what was recorded', async () => {
    const level = async (args: string) => (await guichets(staff, `${args}, search: "habitat"`, 'level')).nodes;
    expect(await level(`asOf: "${second}", on: "2025-06-01"`)).toEqual([{ level: 'CONSEIL' }]);
    expect(await level(`asOf: "${second}", on: "2027-06-01"`)).toEqual([{ level: 'SUIVI' }]);
    const day = (await guichets(staff, `asOf: "${second}", search: "habitat"`, 'level(on: "2025-06-01")')).nodes;
    expect(day).toEqual([{ level: 'CONSEIL' }]);
  });

  it('are filtered, sorted and paged as such', async () => {
    const args = `asOf: "${second}", filter: { commune: { name: { contains: "centre" } } }, sort: [{ name: DESC }], first: 1`;
    expect(await guichets(staff, args)).toEqual({ totalCount: 2, nodes: [{ name: 'Maison de l’habitat' }] });
    expect((await guichets(staff, `asOf: "${first}", filter: { level: { eq: CONSEIL } }`)).totalCount).toBe(1);
  });

  it('are those that each may read', async () => {
    const own = ['Ajouté depuis', 'Mairie de Voiron', 'Maison de l’habitat'];
    expect(await names(staff, second)).toEqual(own);
    expect(await names(agent, second)).toEqual(['Mairie de Voiron']);
    expect(await names(analystOfOne, second)).toEqual(own);
    expect(await names(analystOfBoth, second)).toEqual([own[0], 'Mairie de Grenoble', ...own.slice(1)]);
    expect(await names(national, second)).toHaveLength(4);
    expect(await names(foreignStaff, second)).toEqual(['Mairie de Grenoble']);
    const { errors } = await api.ask(
      analystOfOne,
      `{ guichets(asOf: "${second}") { nodes { assignments { totalCount } } } }`,
    );
    expect(errors).toMatchObject([{ name: 'FieldClosed' }]);
  });

  it('of before the first record are refused, with the moment from which they are known', async () => {
    for (const who of [staff, agent, national]) {
      const { errors } = await api.ask(who, `{ guichets(asOf: "${before}") { totalCount } }`);
      expect(errors).toMatchObject([{ name: 'AsOfBeforeHistory', code: 'BAD_USER_INPUT', field: 'asOf' }]);
      expect(errors[0]?.message).toMatch(/l’historique commence le \d+(?:er)? \S+ \d{4} à \d\d:\d\d:\d\d/);
    }
    const inside = `{ guichet(id: "${idOf('Guichet', 1)}", asOf: "2001-01-01T00:00:00Z") { name } }`;
    expect((await api.ask(staff, inside)).errors).toMatchObject([{ name: 'AsOfBeforeHistory' }]);
    expect(await names({ ...staff, epciId: '9', epciIds: ['9'] }, before)).toEqual([]);
  });
});

describe('one row, and conventions', () => {
  it('are read by the same moment', async () => {
    const source = `query ($g: ID!, $c: ID!, $gone: ID!, $asOf: DateTime!) {
      guichet(id: $g, asOf: $asOf) { name }
      convention(id: $c, asOf: $asOf) { latest { state terminatedOn } inForce { id } versions { nodes { state } } }
      gone: convention(id: $gone, asOf: $asOf) { number }
      conventions(asOf: $asOf, on: "2027-01-01", sort: [{ number: ASC }]) { nodes { number } }
      now: guichet(id: $g) { name }
    }`;
    const variables = { g: idOf('Guichet', 2), c: idOf('Convention', 2), gone: idOf('Convention', 4), asOf: second };
    const { data, errors } = await api.ask(staff, source, variables);
    expect(errors).toEqual([]);
    expect(api.statements).toHaveLength(1);
    expect(data).toEqual({
      guichet: { name: 'Maison de l’habitat' },
      convention: {
        latest: { state: 'TERMINATED', terminatedOn: '2025-12-31' },
        inForce: null,
        versions: { nodes: [{ state: 'TERMINATED' }] },
      },
      gone: { number: 'PV-2026-01' },
      conventions: { nodes: [{ number: 'PV-2026-01' }] },
      now: { name: 'Maison de l’habitat' },
    });
    expect((await api.ask(staff, source, { ...variables, asOf: first })).data).toMatchObject({
      guichet: { name: 'Pluralis Rives' },
      gone: null,
      conventions: { nodes: [] },
    });
  });
});

describe('no computed field', () => {
  it('reads a table as it is now, when it was asked how it was', () => {
    const tables = allConcepts().map(({ table }) => table);
    const bare = new RegExp(`\\b(from|join)\\s+"?(${tables.join('|')})"?\\b`, 'i');
    const when = { on: sql`current_date`, table: (name: string) => sql.id(`recorded_${name}`) };
    for (const concept of allConcepts()) {
      const row = rowOf(concept, 't1', when);
      const parts = [...concept.fields.values()].flatMap(({ name, computed, match, target }): [string, Sql][] => {
        if (computed) return [[name, computed(row)]];
        return match && target ? [[name, match(row, rowOf(conceptOf(target()), 't2', when))]] : [];
      });
      if (concept.validOn) parts.push(['on', concept.validOn(row)]);
      for (const [name, part] of parts)
        expect(part.compile(api.orm.em.getKysely()).sql, `${concept.name}.${name}`).not.toMatch(bare);
    }
  });
});

describe('the database', () => {
  const rows = (who: Caller, statement: string) =>
    api.orm.em
      .fork({ session: sessionOf(who) })
      .transactional((em) => em.execute<Record<string, unknown>[]>(statement));

  it('keeps each role to its rows and columns, whoever calls the function', async () => {
    for (const { table, access } of allConcepts().filter(({ unrecorded }) => !unrecorded))
      for (const who of [agent, analystOfOne, callers.anonymous]) {
        const asked = rows(who, `select * from ${table}_as_of(now())`);
        if (!access[who.dbRole]?.read)
          await expect(asked, `${table} ${who.role}`).rejects.toMatchObject({ code: '42501' });
        else {
          const found = await asked;
          const keys = found.map(({ id }) => String(id)).sort();
          const now = await rows(who, `select id from ${table}`);
          expect(keys, `${table} ${who.role}`).toEqual(now.map(({ id }) => String(id)).sort());
        }
      }
    expect(await rows(staff, 'select email from agent_as_of(now()) where id = 1')).toEqual([
      { email: 'claude@example.org' },
    ]);
    expect(await rows(agent, 'select email, last_name from agent_as_of(now())')).toEqual([
      { email: null, last_name: 'Martin' },
    ]);
  });
});
