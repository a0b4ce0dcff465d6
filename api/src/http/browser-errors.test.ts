import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { makePeople, password } from '../../test/people.js';
import { type App, createApp } from '../app.js';
import { readConfig } from '../config.js';

const lines: Record<string, unknown>[] = [];
const logTo = { write: (text: string) => void lines.push(JSON.parse(text)) };
let database: TestDatabase;
let app: App;
let cookies: Record<string, string>;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await createApp(database.connection, readConfig({ PARVIS_DEMO: '0', LOG_LEVEL: 'warn' }), { logTo });
  await makePeople(app.orm);
  const payload = { email: 'staff@voiron.test', password };
  const entered = await app.server.inject({ method: 'POST', url: '/auth/sign-in', payload });
  cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
});
beforeEach(() => lines.splice(0));
afterAll(async () => {
  await app.close();
  await database.drop();
});

const anError = {
  entry: 'admin',
  page: '/guichets/:id',
  name: 'TypeError',
  message: "Cannot read properties of undefined (reading 'id')",
  frames: ['show /assets/index-0a1b.js:1:234'],
};
const tell = (payload: object, more: { cookies?: Record<string, string>; headers?: Record<string, string> } = {}) =>
  app.server.inject({ method: 'POST', url: '/browser-errors', payload, ...more });
const statusOf = async (...given: Parameters<typeof tell>) => (await tell(...given)).statusCode;

it('what a page met is one line of the log, with who met it', async () => {
  const answer = await tell(anError, { cookies });
  expect(answer.statusCode).toBe(204);
  expect(lines).toMatchObject([
    {
      level: 40,
      msg: 'Browser error',
      requestId: answer.headers['x-request-id'],
      role: 'EPCI_STAFF',
      account: '1',
      browser: anError,
    },
  ]);
});

it('strangers tell of the page to sign in alone', async () => {
  expect(await statusOf(anError)).toBe(401);
  expect(lines).toEqual([]);
  expect(await statusOf({ ...anError, entry: 'sign-in', page: '/sign-in' })).toBe(204);
  expect(lines).toMatchObject([{ role: 'ANONYMOUS', browser: { entry: 'sign-in' } }]);
});

it('takes nothing from another site, nothing large, and nothing that our pages do not send', async () => {
  expect(await statusOf(anError, { cookies, headers: { origin: 'https://other.example' } })).toBe(403);
  expect(await statusOf({ ...anError, message: 'x'.repeat(5000) }, { cookies })).toBe(413);
  for (const odd of [
    { page: '/guichets?search=Martin' },
    { page: '/sign-in/link#secret' },
    { message: 'x'.repeat(400) },
    { frames: ['at https://parvis.example/assets/a.js?token=x:1:2'] },
    { typed: 'Martin' },
  ])
    expect(await statusOf({ ...anError, ...odd }, { cookies }), JSON.stringify(odd)).toBe(400);
  expect(lines).toEqual([]);
});

it('is limited to thirty a minute from one network', async () => {
  const statuses = [];
  for (let time = 0; time < 31; time += 1) statuses.push(await statusOf(anError, { cookies }));
  expect([statuses[0], statuses.at(-1)]).toEqual([204, 429]);
});
