import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../src/app.js';
import { readConfig } from '../src/config.js';
import { openOrm } from '../src/database/orm.js';
import { prepare } from '../src/database/prepare.js';
import { startEmbedded } from '../src/database/server/embedded.js';
import type { DatabaseConnection, OwnedDatabase } from '../src/database/server/open.js';
import { queryOnce } from '../test/content.js';
import { makePeople, password } from '../test/people.js';

// A PostgreSQL 18 of its own, since roles belong to the whole server: the users of it are as a host gives them.
const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-hosted-'));
let server: OwnedDatabase;
beforeAll(async () => {
  server = await startEmbedded({ folder, settings: { fsync: 'off' } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
const asAdministrator = (sql: string) => queryOnce(server.owner, sql);

/** People sign in, read and write by the application over a database as its users see it. */
const expectWork = async (connection: DatabaseConnection, owner: DatabaseConnection) => {
  const orm = openOrm(owner);
  await makePeople(orm);
  await orm.close(true);
  const app = await createApp(connection, readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0' }), { owner });
  const payload = { email: 'staff@voiron.test', password };
  const { statusCode, cookies: set } = await app.server.inject({ method: 'POST', url: '/auth/sign-in', payload });
  expect(statusCode).toBe(204);
  const cookies = Object.fromEntries(set.map(({ name, value }) => [name, value]));
  const ask = async (query: string) =>
    (await app.server.inject({ method: 'POST', url: '/graphql', payload: { query }, cookies })).json();
  expect(await ask('{ guichets { totalCount } }')).toMatchObject({
    data: { guichets: { totalCount: expect.any(Number) } },
  });
  expect(await ask('mutation { createOrganisation(input: { name: "ADIL", kind: ADIL }) { name } }')).toEqual({
    data: { createOrganisation: { name: 'ADIL' } },
  });
  await app.close();
};

it('one user, who owns the database and may create roles', async () => {
  await asAdministrator('create role hosted login createrole');
  await asAdministrator('create database hosted owner hosted');
  const hosted = { ...server.owner, user: 'hosted', database: 'hosted' };
  await prepare({ connection: hosted, owner: hosted });
  await expectWork(hosted, hosted);
});

it('and beside that one a user who owns nothing', async () => {
  await asAdministrator('create role web login noinherit');
  await asAdministrator('create database apart owner hosted');
  const owner = { ...server.owner, user: 'hosted', database: 'apart' };
  const connection = { ...owner, user: 'web' };
  await prepare({ connection, owner });
  await expectWork(connection, owner);
});
