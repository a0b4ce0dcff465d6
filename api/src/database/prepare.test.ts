import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { queryOnce } from '../../test/content.js';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { dbRoles } from '../base/roles.js';
import { prepareStatements } from './administrator.js';
import { prepare } from './prepare.js';
import { type DatabaseConnection, databaseUrl, openDatabase } from './server/open.js';

// Users as a deployer makes them: one owns the database and may make no role, the other owns nothing.
const owner = 'test_prepare_owner';
const worker = 'test_prepare_worker';
const databases: TestDatabase[] = [];
const users = `drop owned by ${owner}, ${worker}; drop role ${owner}, ${worker}`;

let connection: DatabaseConnection;
let as: (user: string) => DatabaseConnection;
const asAdministrator = (sql: string) => queryOnce(connection, sql);
beforeAll(async () => {
  const empty = await createTestDatabase('template0');
  databases.push(empty);
  connection = empty.connection;
  as = (user) => ({ ...connection, user });
  await asAdministrator(`create role ${owner} login; create role ${worker} login`);
});
afterAll(async () => {
  for (const { drop } of databases.slice(1)) await drop();
  await asAdministrator(`alter database ${connection.database} owner to ${inject('server').user}; ${users}`);
  await databases[0]?.drop();
});

test('of an empty database that its user may not fill, it is said what to run', async () => {
  const { owner: found, ...given } = await openDatabase({
    databaseUrl: databaseUrl(as(worker)),
    dataFolder: '/nowhere',
  });
  expect(found).toBeUndefined();
  await expect(prepare({ ...given, owner: found })).rejects.toThrow(
    /not of this version of Parvis, and the user test_prepare_worker .* run npm run prepare-database with DATABASE_OWNER_URL/,
  );
});

test('what an administrator runs once is enough: afterwards nobody needs to make roles', async () => {
  for (const statement of prepareStatements({ database: connection.database, owner, worker }))
    await asAdministrator(statement);
  await prepare({ connection: as(worker), owner: as(owner) });
  const rights = await asAdministrator(
    `select rolname, rolcreaterole or rolsuper or rolcreatedb or rolbypassrls as wide from pg_roles where rolname in ('${owner}', '${worker}') order by 1`,
  );
  expect(rights).toEqual([
    { rolname: owner, wide: false },
    { rolname: worker, wide: false },
  ]);
  expect(
    await asAdministrator(`select relname from pg_class where relowner = '${worker}'::regrole
      union all select nspname from pg_namespace where nspowner = '${worker}'::regrole`),
  ).toEqual([]);
  // And from then on the second one alone.
  const given = await openDatabase({ databaseUrl: databaseUrl(as(worker)), dataFolder: '/nowhere' });
  expect(given).toMatchObject({ owner: undefined, connection: { user: worker } });
  await prepare(given);
});

test('whoever answers people may do nothing until they take on the role of somebody', async () => {
  const client = new pg.Client(as(worker));
  await client.connect();
  const codeOf = (sql: string) =>
    client.query(sql).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  try {
    for (const statement of [
      'select 1 from guichet',
      'select 1 from session',
      'create table public.mine (id int)',
      'create temporary table mine (id int)',
      'create schema mine',
      'create role mine',
      `set role ${owner}`,
      'select 1 from migration',
      'delete from pgboss.version',
    ])
      expect([statement, await codeOf(statement)]).toEqual([statement, '42501']);
    for (const role of dbRoles) expect(await codeOf(`set role ${role}`)).toBe('done');
  } finally {
    await client.end();
  }
});

test('a database that its owner brought to another version is refused', async () => {
  await asAdministrator(`comment on table migration is 'prepared by another version'`);
  await expect(prepare({ connection: as(worker), owner: undefined })).rejects.toThrow(/npm run prepare-database/);
  await prepare({ connection: as(worker), owner: as(owner) });
  await prepare({ connection: as(worker), owner: undefined });
});

test.each([
  [`alter role ${worker} inherit`, `alter role ${worker} noinherit`, /alter role test_prepare_worker .*noinherit/],
  [
    `alter role ${worker} createrole`,
    `alter role ${worker} nocreaterole`,
    /alter role test_prepare_worker .*nocreaterole/,
  ],
  [
    `grant ${owner} to ${worker}`,
    `revoke ${owner} from ${worker}`,
    /revoke test_prepare_owner from test_prepare_worker/,
  ],
  [
    `revoke parvis_outbox from ${worker}`,
    `grant parvis_outbox to ${worker}`,
    /grant parvis_outbox to test_prepare_worker/,
  ],
])('a user who may do more or less than that is refused: %s', async (change, back, sentence) => {
  await asAdministrator(change);
  await expect(prepare({ connection: as(worker), owner: undefined })).rejects.toThrow(sentence);
  await asAdministrator(back);
});

test('both addresses lead to the same database', async () => {
  const other = await createTestDatabase('template0');
  databases.push(other);
  const opened = openDatabase({
    databaseUrl: databaseUrl(as(worker)),
    databaseOwnerUrl: databaseUrl(other.connection),
    dataFolder: '/nowhere',
  });
  await expect(opened).rejects.toThrow(/name the same one/);
});
