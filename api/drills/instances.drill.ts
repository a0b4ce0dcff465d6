import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../src/free-port.js';
import { type Application, startApplication, TODAY } from '../test/application.js';
import { queryOnce } from '../test/content.js';
import { createTestDatabase, type TestDatabase } from '../test/database.js';

// Two processes over one database, started at the same moment on an empty one.
let database: TestDatabase;
let instances: Application[] = [];
beforeAll(async () => {
  database = await createTestDatabase('template0');
  instances = await Promise.all(
    [0, 1].map(async () =>
      startApplication(database.connection, {
        PARVIS_DEMO: '1',
        PARVIS_TODAY: TODAY,
        LOG_LEVEL: 'error',
        PORT: String(await freePort()),
      }),
    ),
  );
});
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await database.drop();
});

const at = (index: number) => instances[index % 2]?.url ?? '';
const post = (url: string, where: string, body: object, cookie = '') =>
  fetch(`${url}${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie },
    body: JSON.stringify(body),
  });
const enter = async () => {
  const entered = await post(at(0), '/auth/persona', { key: 'personnel' });
  return entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

it('both are ready, over one demonstration', async () => {
  for (const { url } of instances) expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(await queryOnce(database.connection, 'select count(*)::int as n from epci')).toEqual([{ n: 1 }]);
});

it('a session is good at both, and its end too', async () => {
  const cookie = await enter();
  for (const { url } of instances)
    expect((await fetch(`${url}/auth/session`, { headers: { cookie } })).status).toBe(200);
  await post(at(1), '/auth/sign-out', {}, cookie);
  expect((await fetch(`${at(0)}/auth/session`, { headers: { cookie } })).status).toBe(401);
});

it('wrong passwords are counted together', async () => {
  const tries = Array.from({ length: 10 }, (_, index) => index);
  const attempt = async (index: number) =>
    (await post(at(index), '/auth/sign-in', { email: 'personne@mairie.example', password: 'pas le bon' })).status;
  for (const index of tries) expect(await attempt(index)).toBe(401);
  expect([await attempt(0), await attempt(1)]).toEqual([429, 429]);
});

it('an addition that is asked of both at the same moment, with one key, is one', async () => {
  const cookie = await enter();
  const query =
    'mutation ($input: OrganisationCreateInput!, $key: UUID) { createOrganisation(input: $input, requestKey: $key) { id } }';
  const ids = new Set<string>();
  for (let round = 0; round < 50; round += 1) {
    const variables = { input: { name: `Organisme ${round}`, kind: 'ASSOCIATION' }, key: randomUUID() };
    const answers = await Promise.all(
      [0, 1].map(async (index) => {
        const answer = await post(at(index), '/graphql', { query, variables }, cookie);
        return (await answer.json()) as { data: { createOrganisation: { id: string } } };
      }),
    );
    const [one, other] = answers.map(({ data }) => data.createOrganisation.id);
    expect(one).toBe(other);
    ids.add(one ?? '');
  }
  expect(ids.size).toBe(50);
  const count = "select count(*)::int as n from organisation where name like 'Organisme %'";
  expect(await queryOnce(database.connection, count)).toEqual([{ n: 50 }]);
});

it('one that stops takes nothing from the other', async () => {
  const cookie = await enter();
  expect(await instances[0]?.stop()).toBe(0);
  expect((await fetch(`${at(1)}/auth/session`, { headers: { cookie } })).status).toBe(200);
});
