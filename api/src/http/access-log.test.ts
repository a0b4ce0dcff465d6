import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { makePeople, password } from '../../test/people.js';
import { type App, createApp } from '../app.js';
import { readConfig } from '../config.js';

const lines: Record<string, unknown>[] = [];
const logTo = { write: (text: string) => void lines.push(JSON.parse(text)) };
let database: TestDatabase;
let app: App;
let url: string;
let cookie: string;
const start = (env: Record<string, string>) =>
  createApp(database.connection, readConfig({ PARVIS_DEMO: '0', ...env }), { logTo });
beforeAll(async () => {
  database = await createTestDatabase();
  app = await start({ LOG_LEVEL: 'debug' });
  await makePeople(app.orm);
  url = await app.server.listen({ port: 0, host: '127.0.0.1' });
  const entered = await post('/auth/sign-in?from=mail', { email: 'staff@voiron.test', password });
  cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
});
beforeEach(() => lines.splice(0));
afterAll(async () => {
  await app.close();
  await database.drop();
});

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const requests = () => lines.filter(({ msg }) => msg === 'Request');
/** They are written just after the answer. */
const written = async (count: number) => {
  await expect.poll(() => requests().length).toBe(count);
  return requests();
};

it('each request is one line: its route, operation, role, account, time, status and size; nothing that was typed', async () => {
  const query = 'query MonGuichetDeVoiron { guichets(search: "Martin") { totalCount } }';
  await post('/graphql?x=Martin', { query }, { cookie });
  const answer = await post('/graphql', { query: 'query WhoAmI { me { id } }' }, { cookie });
  await fetch(`${url}/guichets/Martin?search=Martin`);
  const listed = await written(3);
  expect(listed).toMatchObject([
    { level: 30, method: 'POST', route: '/graphql', operation: 'other', role: 'EPCI_STAFF', account: '1', status: 200 },
    {
      level: 30,
      method: 'POST',
      route: '/graphql',
      operation: 'WhoAmI',
      requestId: answer.headers.get('x-request-id'),
    },
    { level: 30, method: 'GET', route: 'none' },
  ]);
  for (const { ms, bytes } of listed) expect([Number(ms) >= 0, Number(bytes) > 100]).toEqual([true, true]);
  expect(JSON.stringify(lines)).not.toMatch(/Martin|Voiron|127\.0\.0\.1|@/);
});

it('what machines ask every few seconds, and files, are for debugging', async () => {
  for (const path of ['/health', '/health/live', '/assets/index-0000.js']) await fetch(`${url}${path}`);
  expect((await written(3)).map(({ level }) => level)).toEqual([20, 20, 20]);
});

it('a request that nobody waited for is a line too', async () => {
  const holder = app.orm.em.fork();
  await holder.begin();
  await holder.execute('lock table meeting in access exclusive mode');
  const leave = new AbortController();
  const asked = fetch(`${url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query: '{ meetings { totalCount } }' }),
    headers: { 'content-type': 'application/json', cookie },
    signal: leave.signal,
  }).catch(() => undefined);
  setTimeout(() => leave.abort(), 300);
  await asked;
  await expect.poll(requests).toMatchObject([{ route: '/graphql', role: 'EPCI_STAFF', aborted: true }]);
  await holder.rollback();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(requests()).toHaveLength(1);
});

it('an answer has the id of its request, as the log and the refusal do', async () => {
  const answer = await post(
    '/graphql',
    { query: '{ me { nothing } }' },
    { cookie, 'x-request-id': 'given-by-whoever-asks' },
  );
  const id = answer.headers.get('x-request-id');
  expect(id).toMatch(/^[\da-f-]{36}$/);
  const { errors } = (await answer.json()) as { errors: object[] };
  expect(errors).toMatchObject([{ extensions: { requestId: id } }]);
  expect(await written(1)).toMatchObject([{ requestId: id }]);
  for (const path of ['/auth/session', '/nowhere', '/health/live'])
    expect((await fetch(`${url}${path}`)).headers.get('x-request-id'), path).toMatch(/^[\da-f-]{36}$/);
});

it('a trusted proxy gives the id, if it is one', async () => {
  const given = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  const idFrom = async (trusted: string, id: string) => {
    const other = await start({ LOG_LEVEL: 'silent', TRUST_PROXY: trusted });
    const { headers } = await other.server.inject({ url: '/health/live', headers: { 'x-request-id': id } });
    await other.close();
    return headers['x-request-id'];
  };
  expect(await idFrom('1', given)).toBe(given);
  expect(await idFrom('127.0.0.1', given)).toBe(given);
  expect(await idFrom('10.0.0.0/8', given)).not.toBe(given);
  expect(await idFrom('1', 'short')).not.toBe('short');
  expect(await idFrom('1', `${given} {"msg":"x"}`)).toMatch(/^[\da-f-]{36}$/);
});
