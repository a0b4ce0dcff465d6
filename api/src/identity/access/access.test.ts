import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { completeNetwork } from '../../../test/every-concept.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { isRelation, newRowOf } from '../../../test/new-rows.js';
import { allConcepts, conceptNamed } from '../../concept/meta.js';
import { guardRefused, moveRefused } from '../../database/moves.js';
import type { Caller } from './caller.js';
import { sessionOf } from './caller.js';
import { givenEpcis, ownEpci } from './policies.js';

/**
 * Who may do what with which rows: C create, R read, U update, D delete. `all`: every row; `own`: the rows of their EPCI,
 * or of those they were given; `signed`: those of them that were signed; `mine`: their guichets with what belongs to them, and
 * themselves. Empty: nothing. Signed-out callers have no column: nothing is theirs.
 *
 * An agent's own meetings (a training elsewhere) and own attendance are narrower than "mine": their tests are beside them.
 *
 * A concept whose rights are the usual ones need not be named: its line follows from what it declares.
 */
const table = `
                  | admin   | staff    | agent    | analystOfOne | analystOfBoth | national
Epci              | CRU all | RU own   | R own    | R own        | R own         | R all
Plan              |         | CRUD own | R own    | R own        | R own         | R all
Milestone         |         | CRUD own | R own    | R own        | R own         | R all
Commune           |         | CRUD own | R own    | R own        | R own         | R all
Organisation      |         | CRUD own | R own    | R own        | R own         | R all
Guichet           |         | CRUD own | R mine   | R own        | R own         | R all
Referential       |         | CRUD own | R own    | R own        | R own         | R all
Obligation        |         | CRUD own | R own    | R own        | R own         | R all
ReferentialItem   |         | CRUD own | R own    | R own        | R own         | R all
Campaign          |         | CRUD own |          |              |               |
DocumentTemplate  |         | CRU own  | R own    | R own        | R own         | R all
Convention        |         | CRUD own | R mine   | R own        | R own         | R all
ConventionVersion |         | CRUD own | RU mine  | R signed     | R signed      | R signed
ConventionComment |         | CRU own  | CRU mine |              |               |
ConventionFile    |         | CR own   | R mine   |              |               |
Notice            |         | R own    |          |              |               |
Meeting           |         | CRUD own | R mine   | R own        | R own         | R all
Agent             |         | CRUD own | R mine   |              |               |
Assignment        |         | CRUD own | R mine   |              |               |
Attendance        |         | CRUD own | CRU mine |              |               |
Request           |         | CRUD own |          |              |               |
Account           | CRU all | CRU own  | R mine   | R mine       | R mine        | R mine
AnalystScope      | CRD all |          |          |              |               |
SecurityEvent     | R all   | R own    |          |              |               |
`;

type Place = 'mine' | 'other' | 'foreign';
type Verb = 'C' | 'R' | 'U' | 'D';
type Who = Exclude<keyof typeof callers, 'foreignStaff'>;

const cells = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const people = cells[0]!.slice(1);
const rights = new Map(
  cells
    .slice(1)
    .flatMap(([concept, ...row]) =>
      row.map((cell, index): [string, string[]] => [`${people[index]} ${concept}`, cell.split(' ')]),
    ),
);

const named = cells.slice(1).map(([concept = '']) => concept);
/** What is declared for whole EPCIs, as the table says it. */
const usual: Record<string, string> = { [ownEpci]: 'own', [givenEpcis]: 'own', true: 'all' };
/** The cell of a concept, from what it declares; undefined where its conditions are its own. */
const cellOf = (who: Who, concept: string): string | undefined => {
  const rights = conceptNamed(concept).access[callers[who].dbRole] ?? {};
  const verbs = (['create', 'read', 'update', 'delete'] as const).filter((verb) => rights[verb]);
  const scopes = new Set(verbs.map((verb) => usual[rights[verb] ?? '']));
  const [scope] = scopes;
  if (verbs.length === 0) return '';
  return scope && scopes.size === 1
    ? `${verbs.map((verb) => verb.charAt(0).toUpperCase()).join('')} ${scope}`
    : undefined;
};
for (const { name } of allConcepts().filter((concept) => !named.includes(concept.name)))
  for (const who of people) rights.set(`${who} ${name}`, (cellOf(who as Who, name) ?? '').split(' '));

/** Two rows of the first EPCI, if it has two, and one of the second, by concept. */
const placed = new Map<string, Partial<Record<Place, string>>>();
const findPlaces = async (): Promise<void> => {
  for (const { name, table: rows, fields } of allConcepts()) {
    if (name !== 'Epci' && !fields.has('epci')) continue;
    const found = await client.query<{ id: string; epci: string }>(
      `select id::text, ${name === 'Epci' ? 'id' : 'epci_id'}::text as epci from ${rows} order by id`,
    );
    const [mine, other] = found.rows.filter(({ epci }) => epci === '1').map(({ id }) => id);
    const foreign = found.rows.findLast(({ epci }) => epci === '2')?.id;
    placed.set(name, { ...(mine && { mine }), ...(other && { other }), ...(foreign && { foreign }) });
  }
};

/** The row of a concept that is the caller's own, a colleague's of the same EPCI, and one of another EPCI. */
const rowsOf = (concept: string, caller: Caller): Partial<Record<Place, string>> => {
  if (concept === 'Account')
    return { mine: caller.accountId ?? '2', other: caller.accountId === '3' ? '2' : '3', foreign: '7' };
  // The version that the agent's guichet reviews: what is signed is for reading.
  if (concept === 'ConventionVersion') return { mine: '4', other: '2', foreign: '3' };
  if (concept === 'AnalystScope') return { mine: '1', foreign: '3' };
  return placed.get(concept) ?? {};
};

const allowed = (who: Who, concept: string, verb: Verb, place: Place): boolean => {
  const [verbs = '', scope] = rights.get(`${who} ${concept}`) ?? [];
  if (!verbs.includes(verb)) return false;
  const within: Record<string, Place[]> = {
    all: ['mine', 'other', 'foreign'],
    own: who === 'analystOfBoth' ? ['mine', 'other', 'foreign'] : ['mine', 'other'],
    signed: who === 'analystOfOne' ? ['other'] : ['other', 'foreign'],
    mine: ['mine'],
  };
  return within[scope ?? '']?.includes(place) ?? false;
};

let api: TestApi;
let client: pg.Client;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  await completeNetwork(api);
  client = new pg.Client(api.connection);
  await client.connect();
  await findPlaces();
});
afterAll(async () => {
  await client.end();
  await api.close();
});

/** Does the database let a statement touch a row, under the caller's role and variables? Nothing of it is kept. */
const lets = async (caller: Caller, statement: string, values: unknown[] = []): Promise<boolean> => {
  const { role, variables = {} } = sessionOf(caller);
  await client.query('begin');
  try {
    for (const [name, value] of Object.entries(variables))
      await client.query('select set_config($1, $2, true)', [name, value]);
    await client.query(`set local role ${role}`);
    return ((await client.query(statement, values)).rowCount ?? 0) > 0;
  } catch (error) {
    const { code } = error as { code: string };
    // Policies come first: a row that meets a key, a reference or a check of its state was let through by them.
    if (['23503', '23505', '23P01', moveRefused, guardRefused].includes(code)) return true;
    if (code === '42501') return false;
    throw error;
  } finally {
    await client.query('rollback');
  }
};

const inSql: Record<Verb, (caller: Caller, concept: string, key: string) => Promise<boolean>> = {
  R: (caller, concept, key) => lets(caller, `select id from ${conceptNamed(concept).table} where id = $1`, [key]),
  U: (caller, concept, key) =>
    lets(caller, `update ${conceptNamed(concept).table} set revision = revision + 1 where id = $1`, [key]),
  D: (caller, concept, key) => lets(caller, `delete from ${conceptNamed(concept).table} where id = $1`, [key]),
  // A row like that one: it would take the same place.
  async C(caller, concept, key) {
    const { table: name } = conceptNamed(concept);
    const { rows } = await client.query(`select to_jsonb(t) - 'id' as row from ${name} t where id = $1`, [key]);
    const columns = Object.keys(rows[0].row).map((column) => `"${column}"`);
    return lets(
      caller,
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, $1)`,
      [rows[0].row],
    );
  },
};

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const mutationExists = (name: string) => name in api.schema.getMutationType()!.getFields();
const refusals = ['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND'];
/** Was the row reached? What rules, dates or a stale revision say afterwards shows that it was. */
const reached = ({ errors }: { errors: { code: string }[] }) => !errors.some(({ code }) => refusals.includes(code));

type Found = { found?: { __typename?: string; totalCount?: number; nodes?: unknown[] } | null } | null;
const inGraphql: Record<
  Exclude<Verb, 'C'>,
  (caller: Caller, concept: string, key: string) => Promise<boolean | undefined>
> = {
  async R(caller, concept, key) {
    const id = idOf(concept, key);
    const one = lowerFirst(concept);
    const { plural } = conceptNamed(concept);
    const answers = await Promise.all([
      api
        .ask<Found>(caller, `query ($id: ID!) { found: ${one}(id: $id) { id } }`, { id })
        .then(({ data }) => Boolean(data?.found)),
      api
        .ask<Found>(caller, `query ($id: ID!) { found: node(id: $id) { __typename } }`, { id })
        .then(({ data }) => data?.found?.__typename === concept),
      api
        .ask<Found>(
          caller,
          `query ($id: ID!) { found: ${plural}(filter: { id: { eq: $id } }) { totalCount nodes { id } } }`,
          { id },
        )
        .then(({ data }) => data?.found?.totalCount === 1 && data.found.nodes?.length === 1),
    ]);
    expect(new Set(answers).size, 'one(id), node(id) and the list agree').toBe(1);
    return answers[0];
  },
  async U(caller, concept, key) {
    if (!mutationExists(`update${concept}`)) return undefined;
    return reached(
      await api.ask(caller, `mutation ($id: ID!) { update${concept}(id: $id, revision: -1, input: {}) { id } }`, {
        id: idOf(concept, key),
      }),
    );
  },
  async D(caller, concept, key) {
    if (!mutationExists(`delete${concept}`)) return undefined;
    return reached(
      await api.ask(caller, `mutation ($id: ID!) { delete${concept}(id: $id, revision: -1) }`, {
        id: idOf(concept, key),
      }),
    );
  },
};

const places: Place[] = ['mine', 'other', 'foreign'];

it('what is personal says who reads it', () => {
  const unsaid = allConcepts().flatMap(({ name, fields }) =>
    [...fields.values()]
      .filter(({ personal, readers }) => personal && !readers)
      .map((field) => `${name}.${field.name}`),
  );
  expect(unsaid).toEqual([]);
});

it('the table names every concept whose rights are not the usual ones, and says of the others what they declare', () => {
  const concepts = allConcepts().map(({ name }) => name);
  expect(named.filter((name) => !concepts.includes(name))).toEqual([]);
  const own = concepts.filter((name) => people.some((who) => cellOf(who as Who, name) === undefined));
  expect(own.filter((name) => !named.includes(name))).toEqual([]);
  const plain = named.filter((name) => !own.includes(name));
  expect(plain.length).toBeGreaterThan(5);
  for (const name of plain)
    for (const who of people)
      expect(cellOf(who as Who, name), `${who} ${name}`).toBe(rights.get(`${who} ${name}`)?.join(' '));
});

describe.each([...people, 'anonymous'] as Who[])('%s', (who) => {
  const caller = callers[who];
  it.each(allConcepts().map(({ name }) => name))(
    '%s: the database alone and the API keep to the table',
    async (concept) => {
      const rows = rowsOf(concept, caller);
      for (const place of places) {
        const key = rows[place];
        if (!key) continue;
        for (const verb of ['R', 'U', 'D', 'C'] as const) {
          const expected = allowed(who, concept, verb, place);
          expect(await inSql[verb](caller, concept, key), `SQL ${verb} ${place}`).toBe(expected);
          if (verb === 'C') continue;
          const answer = await inGraphql[verb](caller, concept, key);
          if (answer !== undefined) expect(answer, `GraphQL ${verb} ${place}`).toBe(expected);
        }
      }
    },
  );
});

const inputAt = (given: Record<string, unknown>, place: 'mine' | 'foreign') =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      isRelation(name) ? idOf(String(value), rowsOf(String(value), callers.staff)[place]!) : value,
    ]),
  );

describe('a new row', () => {
  it.each([...people, 'anonymous'] as Who[])(
    'made by %s keeps to the table, and never points into another EPCI',
    async (who) => {
      for (const meta of allConcepts()) {
        const { name: concept } = meta;
        // What is made with more than its own values is tested with its service.
        if (!mutationExists(`create${concept}`) || concept === 'Campaign') continue;
        const given = newRowOf(meta);
        for (const place of ['mine', 'foreign'] as const) {
          const input = inputAt(given, place);
          const answer = await api.ask(
            callers[who],
            `mutation ($input: ${concept}CreateInput!) { create${concept}(input: $input) { id } }`,
            { input },
          );
          const related = Object.keys(given).some(isRelation);
          expect(reached(answer), `${concept} ${place} ${JSON.stringify(answer.errors)}`).toBe(
            allowed(who, concept, 'C', place === 'foreign' && !related ? 'mine' : place),
          );
        }
      }
    },
  );
});
