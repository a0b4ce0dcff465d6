import type { InjectOptions } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/database.js';
import { type App, createApp } from './app.js';
import { readConfig } from './config.js';
import { logOptions } from './http/log.js';

// The application as it is served, without its port: what only HTTP decides.
let database: TestDatabase;
let app: App;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await createApp(database.connection, readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0' }));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const json = { 'content-type': 'application/json' };
const post = (payload: string, headers: InjectOptions['headers'] = json) =>
  app.server.inject({ method: 'POST', url: '/graphql', payload, headers });

test('the log holds no cookie, and nothing that PostgreSQL quotes of people', async () => {
  const lines: string[] = [];
  const log = pino(logOptions, { write: (text: string) => lines.push(text) });
  const statement = "insert into agent (epci_id, organisation_id, last_name) values (1, 1, 'Martin')";
  const err = await app.orm.em
    .fork()
    .execute(statement)
    .catch((error: unknown) => error);
  log.error({ err, req: { headers: { cookie: 'parvis_session=secret' } } }, 'Request failed');
  const line = lines.join('');
  expect(line).toContain('first_name');
  expect(line).not.toMatch(/Martin|secret/);
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
      await app.server.inject({ url: '/graphql', query: { query } }),
      await post(JSON.stringify({ query }), { 'content-type': 'text/plain' }),
    ])
      expect([answer.statusCode, answer.json().data]).toEqual([400, undefined]);
  });

  it('describes its schema to anybody, and answers nobody who is not signed in', async () => {
    expect((await post('{"query":"{ __schema { queryType { name } } }"}')).json()).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
    const { errors } = (await post('{"query":"{ epcis { totalCount } }"}')).json();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', name: 'NotSignedIn' } }]);
  });
});
