import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { makePeople, password } from '../../test/people.js';
import { type App, createApp } from '../app.js';
import { readConfig } from '../config.js';

const token = 'a-token-of-some-length';
const backups = mkdtempSync(path.join(os.tmpdir(), 'parvis-metrics-'));
let database: TestDatabase;
let app: App;
const start = (env: Record<string, string>) =>
  createApp(
    database.connection,
    readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0', PARVIS_BACKUPS: backups, ...env }),
  );
beforeAll(async () => {
  database = await createTestDatabase();
  app = await start({ METRICS_TOKEN: token });
  await makePeople(app.orm);
});
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(backups, { recursive: true, force: true });
});

const post = (url: string, payload: object, cookies: Record<string, string> = {}) =>
  app.server.inject({ method: 'POST', url, payload, cookies });
const read = async (of = app, given = token) => {
  const headers = { host: '10.0.0.7:4000', authorization: `Bearer ${given}` };
  return of.server.inject({ url: '/metrics', headers });
};

it('counts what people ask, by route and operation, and how the rest is', async () => {
  const entered = await post('/auth/sign-in', { email: 'staff@voiron.test', password });
  const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
  await post('/graphql', { query: 'query WhoAmI { me { id } }' }, cookies);
  await post('/graphql', { query: 'query MaRequete { me { nothing } }' }, cookies);
  await post(
    '/graphql',
    { query: 'mutation { createAnalystScope(input: { accountId: "x", epciId: "y" }) { id } }' },
    cookies,
  );
  for (let time = 0; time < 11; time += 1) await post('/auth/sign-in', { email: 'lea@voiron.test', password: 'non' });
  await app.server.inject('/guichets/Martin.txt?q=Martin');
  const at = '2026-12-01T01:00:00.000Z';
  writeFileSync(path.join(backups, 'last.json'), JSON.stringify({ verified: { file: 'x', at, bytes: 1, holds: '' } }));

  const answer = await read();
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining('version=0.0.4')]);
  const lines = answer.payload.split('\n');
  for (const line of [
    'parvis_http_request_duration_seconds_count{method="POST",route="/graphql",status="200"} 2',
    'parvis_http_request_duration_seconds_count{method="POST",route="/auth/sign-in",status="429"} 1',
    'parvis_http_request_duration_seconds_count{method="GET",route="none",status="404"} 1',
    'parvis_graphql_operations_total{operation="WhoAmI",code="OK"} 1',
    'parvis_graphql_operations_total{operation="other",code="BAD_USER_INPUT"} 1',
    'parvis_graphql_operations_total{operation="other",code="FORBIDDEN"} 1',
    'parvis_throttle_refusals_total{limit="sign-in"} 1',
    'parvis_pool_connections{state="waiting"} 0',
    'parvis_check_ok{check="CONNECTION"} 1',
    'parvis_mails{state="WAITING"} 0',
    `parvis_backup_verified_timestamp_seconds ${Date.parse(at) / 1000}`,
  ])
    expect(lines).toContain(line);
  expect(answer.payload).toMatch(/^parvis_pool_connections\{state="idle"\} [1-9]/m);
  expect(answer.payload).toMatch(/^process_resident_memory_bytes \d/m);
  expect(answer.payload).not.toMatch(/Martin|MaRequete|voiron/);
});

it('is closed to whoever lacks the token, and where nothing opens it', async () => {
  expect((await app.server.inject('/metrics')).statusCode).toBe(404);
  expect((await read(app, 'another-token-of-some-length')).statusCode).toBe(404);
  const closed = await start({});
  expect([(await read(closed)).statusCode, closed.metrics]).toEqual([404, undefined]);
  await closed.close();
});

it('has a port of its own where one is given, and no address on the main one', async () => {
  const other = await start({ METRICS_PORT: '0' });
  expect((await read(other)).statusCode).toBe(404);
  expect((await other.metrics?.inject('/metrics'))?.payload).toContain('parvis_check_ok{check="WRITE"} 1');
  await other.close();
});

it('tells what it knows when the database is gone', async () => {
  const config = readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0', METRICS_TOKEN: token });
  const lost = await createApp({ ...database.connection, host: path.join(backups, 'nowhere') }, config);
  const { payload } = await read(lost);
  expect(payload).toContain('parvis_check_ok{check="CONNECTION"} 0');
  expect(payload).not.toMatch(/^parvis_mails\{/m);
  await lost.close();
});
