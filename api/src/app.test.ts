import { gunzipSync, gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/database.js';
import { makePeople, password } from '../test/people.js';
import { type App, createApp } from './app.js';
import { readConfig } from './config.js';
import { type Orm, openOrm } from './database/orm.js';
import { logOptions } from './http/log.js';

// The application as it is served, without its port: what only HTTP decides.
let database: TestDatabase;
let app: App;
let owner: Orm;
let cookies: Record<string, string>;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await createApp(database.working, readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0' }));
  owner = openOrm(database.connection);
  await makePeople(owner);
  const payload = { email: 'staff@voiron.test', password };
  const entered = await app.server.inject({ method: 'POST', url: '/auth/sign-in', payload });
  cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
});
afterAll(async () => {
  await app.close();
  await owner.close(true);
  await database.drop();
});

const json = { 'content-type': 'application/json' };
const post = (payload: string, headers: InjectOptions['headers'] = json) =>
  app.server.inject({ method: 'POST', url: '/graphql', payload, headers, cookies });
const stranger = (asked: object, headers: InjectOptions['headers'] = {}) =>
  app.server.inject({ method: 'POST', url: '/graphql', payload: asked, headers });

test('the log holds no cookie, and nothing that PostgreSQL quotes of people', async () => {
  const lines: string[] = [];
  const log = pino(logOptions, { write: (text: string) => lines.push(text) });
  const statement = "insert into agent (epci_id, organisation_id, last_name) values (1, 1, 'Martin')";
  const err = await owner.em
    .fork()
    .execute(statement)
    .catch((error: unknown) => error);
  log.error({ err, req: { headers: { cookie: 'parvis_session=secret' } } }, 'Request failed');
  const line = lines.join('');
  expect(line).toContain('first_name');
  expect(line).not.toMatch(/Martin|secret/);
});

it.each([
  ['/auth/sign-in', 'POST'],
  ['/graphql', 'POST'],
  ['/documents/template', 'PUT'],
] as const)('%s unpacks nothing: a compressed body can be a thousand times its size', async (url, method) => {
  const headers = { ...json, 'content-encoding': 'gzip' };
  const payload = gzipSync(Buffer.alloc(10_000));
  const answer = await app.server.inject({ method, url, payload, headers, cookies });
  expect([answer.statusCode, answer.json().name]).toEqual([400, 'BodyCompressed']);
});

it('waits for nobody as long as Node and Fastify would', () => {
  const { headersTimeout, requestTimeout, timeout, keepAliveTimeout } = app.server.server;
  expect({ headersTimeout, requestTimeout, timeout, keepAliveTimeout }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 300_000,
    timeout: 150_000,
    keepAliveTimeout: 72_000,
  });
});

describe('GraphQL over HTTP', () => {
  it.each([
    ['half a body', () => post('{"query":'), 400, 'NotJson'],
    ['another kind of body', () => post('<query/>', { 'content-type': 'application/xml' }), 415, 'NotJson'],
    ['a body without end', () => post(JSON.stringify({ query: 'x'.repeat(2_000_000) })), 413, 'InvalidValue'],
  ])('%s: a sentence and a code of the closed list', async (_said, send, status, name) => {
    const answer = await send();
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', name, message: expect.stringMatching(/^\p{Lu}/u) });
    expect(answer.json().message).not.toMatch(/body|content-type is/i);
  });

  it('takes no request that a page of another site can make a browser send', async () => {
    const query = '{ me { id } }';
    for (const answer of [
      await app.server.inject({ url: '/graphql', query: { query }, cookies }),
      await post(JSON.stringify({ query }), { 'content-type': 'text/plain' }),
    ])
      expect([answer.statusCode, answer.json().data]).toEqual([400, undefined]);
  });
});

describe('GraphQL without a session', () => {
  const introspection = { operationName: 'IntrospectionQuery', query: getIntrospectionQuery() };

  it('describes its schema to the tools that ask for it, from one stored answer', async () => {
    const told = await stranger(introspection);
    expect(told.statusCode).toBe(200);
    const described = printSchema(buildClientSchema(told.json().data));
    expect(described).toContain('type Guichet');
    const same = await stranger({ query: introspection.query }, { 'accept-encoding': 'br, gzip' });
    expect(gunzipSync(same.rawPayload).equals(told.rawPayload)).toBe(true);
    expect(same.headers.etag).toBe(told.headers.etag);
    const again = await app.server.inject({
      url: '/graphql',
      query: introspection,
      headers: { 'if-none-match': told.headers.etag },
    });
    expect([again.statusCode, again.payload]).toEqual([304, '']);
    // Those who are signed in are answered by GraphQL itself: the same.
    const query = getIntrospectionQuery({ specifiedByUrl: true });
    const { data } = (await post(JSON.stringify({ query }))).json();
    expect(printSchema(buildClientSchema(data))).toBe(described);
  });

  it.each([
    ['an operation', { query: '{ epcis { totalCount } }' }, {}],
    ['a description of its own making', { query: '{ __schema { queryType { name } } }' }, {}],
    ['the description a thousand times', { query: '{ __schema { types { name } } } '.repeat(1000) }, {}],
    ['what nobody could parse', { query: '}{' }, {}],
    ['what would take long to read', { query: 'x'.repeat(100_000), operationName: 'IntrospectionQuery' }, {}],
    ['a session that never was', { query: '{ me { id } }' }, { cookie: `parvis_session=${'a'.repeat(43)}` }],
  ])('%s: sign in first, unparsed', async (_said, asked, headers) => {
    for (const [language, message] of [
      ['fr', 'Connectez-vous pour continuer.'],
      ['en', 'Sign in to go on.'],
    ]) {
      const { statusCode, json: body } = await stranger(asked, { ...headers, 'accept-language': language });
      expect(statusCode).toBe(401);
      expect(body()).toEqual({
        errors: [
          { message, extensions: { code: 'UNAUTHENTICATED', name: 'NotSignedIn', requestId: expect.any(String) } },
        ],
      });
    }
  });
});

test('a page that was opened with another account than the session has now saves nothing, and is told so', async () => {
  const session = await app.server.inject({ url: '/auth/session', cookies });
  const { account } = session.json() as { account: string };
  const ask = (given?: string) =>
    post(JSON.stringify({ query: '{ me { id } }' }), { ...json, ...(given ? { 'x-parvis-account': given } : {}) });
  for (const given of [undefined, account])
    expect((await ask(given)).json()).toEqual({ data: { me: { id: account } } });
  const { errors } = (await ask('QWNjb3VudDo5OTk')).json() as { errors: object[] };
  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', name: 'AnotherAccount' } }]);
});

test('what leaves is noted, and what was refused', async () => {
  const asking = (query: string, variables = {}) => post(JSON.stringify({ query, variables }));
  await asking('query ExportGuichet { guichets(first: 1) { nodes { id } } }');
  await asking('query ListGuichet { guichets(first: 1) { nodes { id } } }');
  await asking('query ExportGuichet($after: String) { guichets(first: 1, after: $after) { nodes { id } } }', {
    after: 'x',
  });
  await asking('mutation { createAnalystScope(input: { accountId: "x", epciId: "y" }) { id } }');
  await app.server.inject({ url: '/documents/templates/default', cookies });
  await expect
    .poll(
      () => owner.em.fork().execute("select kind, detail from security_event where kind <> 'SIGN_IN' order by id"),
      {
        timeout: 5000,
      },
    )
    .toEqual([
      { kind: 'EXPORT', detail: 'Guichet' },
      { kind: 'REFUSED', detail: 'createAnalystScope NotAllowed' },
      { kind: 'DOWNLOAD', detail: 'templates/default' },
    ]);
});
