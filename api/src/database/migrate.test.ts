import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const applied = async () =>
  (await client.query<{ name: string }>('select name from migration order by id')).rows.map(({ name }) => name);

test('migrating again, or by two processes at once, changes nothing', async () => {
  await Promise.all([migrate(database.connection), migrate(database.connection)]);
  expect(await applied()).toEqual(migrations.map(({ name }) => name));
});

test('a database of a newer version is refused, and left as it is', async () => {
  await client.query("insert into migration (name, executed_at) values ('Migration20990101000000', now())");
  await expect(migrate(database.connection)).rejects.toThrow(
    /newer version of Parvis than this one \(it has Migration20990101000000\)/,
  );
  expect(await applied()).toHaveLength(migrations.length + 1);
});
