import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnsOf, contentOf, queryOnce, schemaOf } from '../../test/content.js';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { restoreEarlier } from '../../test/earlier.js';
import { createApp } from '../app.js';
import { readConfig } from '../config.js';
import { migrate } from './migrate.js';

// `restored` keeps the earlier database as it was, `upgraded` is its copy.

let restored: TestDatabase;
let upgraded: TestDatabase;
beforeAll(async () => {
  restored = await createTestDatabase('template0');
  await restoreEarlier(restored.connection);
  upgraded = await createTestDatabase(restored.connection.database);
  await migrate(upgraded.connection);
});
afterAll(async () => {
  await upgraded?.drop();
  await restored?.drop();
});

/** Columns whose values are written another way since: compared by what they say, below. */
const rewritten: Record<string, string[]> = {
  guichet: ['opening_hours'],
  convention_version: ['opening_hours'],
  change: ['before', 'after'],
};

test('every row of the earlier version is still there, and says the same', async () => {
  const [before, after] = [await columnsOf(restored.connection), await columnsOf(upgraded.connection)];
  const common = new Map(
    [...before].map(([table, columns]) => [
      table,
      columns.filter((column) => after.get(table)?.includes(column) && !rewritten[table]?.includes(column)),
    ]),
  );
  expect([...common].filter(([, columns]) => columns.length === 0)).toEqual([]);
  const content = await contentOf(restored.connection, common);
  expect(await contentOf(upgraded.connection, common)).toEqual(content);
  // The comparison has something to compare.
  expect(content).toMatchObject({
    guichet: expect.stringMatching(/^38 rows/),
    request: expect.stringMatching(/^46\d\d/),
  });
});

type Slots = { slots: { weekday: string; from: string; to: string; weeks: string; byAppointment: boolean }[] };
/** Hours as the earlier version wrote them: `{ mon: [['09:00', '12:00']] }`. */
const asBefore = (hours: Slots | null) =>
  hours &&
  Object.fromEntries(
    [...Map.groupBy(hours.slots, ({ weekday }) => weekday.toLowerCase())].map(([day, slots]) => [
      day,
      slots.map(({ from, to }) => [from, to]),
    ]),
  );

test('opening hours say the same as slots, in rows and in what was recorded of them', async () => {
  const sources = {
    guichet: 'select id, opening_hours as hours, null as rest from public.guichet order by id',
    convention_version: 'select id, opening_hours as hours, null as rest from public.convention_version order by id',
    before: `select id, before -> 'opening_hours' as hours, before - 'opening_hours' as rest from public.change order by id`,
    after: `select id, after -> 'opening_hours' as hours, after - 'opening_hours' as rest from public.change order by id`,
  };
  for (const [name, source] of Object.entries(sources)) {
    const former = await queryOnce<{ id: string; hours: object | null }>(restored.connection, source);
    const now = await queryOnce<{ id: string; hours: Slots | null }>(upgraded.connection, source);
    const entered = former.filter(({ hours }) => hours && Object.keys(hours).length > 0);
    expect(entered.length, name).toBeGreaterThan(name === 'before' ? -1 : 10);
    expect(
      now.map((row) => ({ ...row, hours: asBefore(row.hours) })),
      name,
    ).toEqual(former);
    for (const { hours } of now)
      for (const slot of hours?.slots ?? []) expect(slot).toMatchObject({ weeks: 'ALL', byAppointment: false });
  }
});

test('migrating a second time changes nothing: no row, no migration, nothing of the schema', async () => {
  const picture = async () => ({
    content: await contentOf(upgraded.connection, await columnsOf(upgraded.connection)),
    migrations: await queryOnce(upgraded.connection, 'select * from public.migration order by id'),
    schema: await schemaOf(upgraded.connection),
  });
  const once = await picture();
  expect(once.schema.length).toBeGreaterThan(1000);
  await migrate(upgraded.connection);
  expect(await picture()).toEqual(once);
});

test('nothing tells it from a new database: tables, functions, triggers, row policies and rights are the same', async () => {
  const fresh = await createTestDatabase();
  try {
    expect(await schemaOf(upgraded.connection)).toEqual(await schemaOf(fresh.connection));
  } finally {
    await fresh.drop();
  }
});

test('the staff of the demonstration sign in, and have as many guichets as before', async () => {
  const [before] = await queryOnce<{ count: number }>(restored.connection, 'select count(*)::int from public.guichet');
  const app = await createApp(
    upgraded.connection,
    readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '1', PARVIS_TODAY: '2026-03-12', PUBLIC_URL: 'http://localhost' }),
  );
  try {
    const headers = { 'content-type': 'application/json', origin: 'http://localhost' };
    const key = { key: 'personnel' };
    const entered = await app.server.inject({ method: 'POST', url: '/auth/persona', headers, payload: key });
    const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
    const payload = { query: '{ guichets(first: 100) { totalCount nodes { id } } }' };
    const answer = await app.server.inject({ method: 'POST', url: '/graphql', headers, cookies, payload });
    const { data } = answer.json();
    expect(data.guichets.totalCount).toBe(before!.count);
    expect(data.guichets.nodes).toHaveLength(before!.count);
  } finally {
    await app.close();
  }
});
