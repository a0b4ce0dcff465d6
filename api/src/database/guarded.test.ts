import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, makeNetwork } from '../../test/network.js';
import { sessionOf } from '../identity/access/caller.js';
import { readGuarded } from './guarded.js';
import { type Orm, openOrm } from './orm.js';

// One connection for all, so that whatever a session left behind would be found by the next.
let api: TestApi;
let orm: Orm;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  orm = openOrm(api.connection, { connections: 1 });
});
afterAll(async () => {
  await orm.close(true);
  await api.close();
});

const { staff, foreignStaff, agent, national } = callers;
const as = (caller: typeof staff, variables = {}) => {
  const session = sessionOf(caller);
  return orm.em.fork({ session: { ...session, variables: { ...session.variables, ...variables } } });
};
const guichets = sql<{ name: string }>`select name from guichet order by name`;
const namesFor = async (caller: typeof staff) => (await readGuarded(as(caller), guichets)).map(({ name }) => name);

test('the same prepared text gives each caller their own rows, whoever asked before and however often', async () => {
  for (let time = 0; time < 8; time += 1) {
    expect(await namesFor(staff)).toEqual(['Mairie de Voiron', 'Pluralis Rives']);
    expect(await namesFor(foreignStaff)).toEqual(['Mairie de Grenoble']);
    expect(await namesFor(agent)).toEqual(['Mairie de Voiron']);
    expect(await namesFor(national)).toHaveLength(3);
  }
});

test('what the guard set is gone with its statement', async () => {
  await namesFor(staff);
  const [left] = await orm.em
    .fork()
    .execute<[{ role: string; epci: string; timeout: string }]>(
      `select current_user as role, current_setting('app.epci_id', true) as epci, current_setting('statement_timeout') as timeout`,
    );
  expect(left).toMatchObject({ epci: '', timeout: '0' });
  expect(left.role).not.toMatch(/^parvis_/);
});

test('without a role, or with one that the guard cannot take on, nothing is read', async () => {
  await expect(readGuarded(orm.em.fork(), guichets)).rejects.toThrow('role');
  for (const role of ['parvis_nobody', 'pg_read_all_data"; select 1; --']) {
    const em = orm.em.fork({ session: { role, variables: {} } });
    await expect(readGuarded(em, guichets)).rejects.toMatchObject({ code: '22023' });
  }
  await expect(readGuarded(as(staff, { statement_timeout: 'x' }), guichets)).rejects.toMatchObject({ code: '22023' });
  expect(await namesFor(staff)).toHaveLength(2);
});

test('an open transaction is read under its own session, by several readers at once, or not at all', async () => {
  await as(foreignStaff).transactional(async (em) => {
    await em.execute(`select set_config('app.epci_id', '-1', true)`);
    expect(await Promise.all([readGuarded(em, guichets), readGuarded(em, guichets)])).toEqual([[], []]);
    await expect(readGuarded(em, guichets, sessionOf(staff))).rejects.toThrow('session');
  });
  await orm.em.fork().transactional(async (em) => {
    await expect(readGuarded(em, guichets)).rejects.toThrow('role');
  });
});

test('a failed statement leaves the connection, and its prepared text, fit for the next', async () => {
  const divided = (by: number) =>
    readGuarded(as(staff), sql<{ whole: number }>`select (10 / ${by}::int) as whole from guichet limit 1`);
  await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
  expect(await divided(5)).toEqual([{ whole: 2 }]);
  await expect(readGuarded(as(staff), sql`select no_such_column from guichet`)).rejects.toMatchObject({
    code: '42703',
  });
  await expect(readGuarded(as(staff), sql`select token_hash from session`)).rejects.toMatchObject({ code: '42501' });
  expect(await divided(2)).toEqual([{ whole: 5 }]);
});

test('a connection whose prepared texts are gone, or give other columns since, is not used again: another one answers', async () => {
  const all = sql`select address from guichet`;
  const count = async () => (await readGuarded(as(staff), all)).length;
  expect(await count()).toBe(2);
  await orm.em.fork().execute('deallocate all');
  expect(await count()).toBe(2);
  await api.orm.em.fork().execute('alter table guichet alter address type varchar(3000)');
  expect(await count()).toBe(2);
});

test('a value that cannot be sent fails alone', async () => {
  const given = (value: unknown) => readGuarded(as(staff), sql<{ text: string }>`select ${value}::text as text`);
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  await expect(given(circular)).rejects.toThrow('circular');
  expect(await given('x')).toEqual([{ text: 'x' }]);
  await expect(given(circular)).rejects.toThrow('circular');
  expect(await given('y')).toEqual([{ text: 'y' }]);
});

const pid = async () =>
  (await readGuarded(as(staff), sql<{ pid: number }>`select pg_backend_pid() as pid`))[0]?.pid ?? 0;
const end = (backend: number) => api.orm.em.fork().execute('select pg_terminate_backend(?)', [backend]);

test('a read whose connection ends is asked once more, on another', async () => {
  const first = await pid();
  const read = readGuarded(as(staff), sql`select pg_sleep(1)`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await end(first);
  expect(await read).toHaveLength(1);
  expect(await pid()).not.toBe(first);
});

test('after two connections in vain it fails, alone', async () => {
  const pool = (await orm.em.getConnection().getNativeClient()) as pg.Pool;
  const cut = (client: pg.PoolClient) => void Reflect.get(Reflect.get(client, 'connection'), 'stream').destroy();
  pool.on('acquire', cut);
  await expect(pid()).rejects.toThrow(/connection/i);
  pool.off('acquire', cut);
  expect(await pid()).toBe(await pid());
});

test('what is read within a transaction is not asked again: what was written there is gone', async () => {
  const em = as(staff);
  await em.begin();
  const [found] = await readGuarded(em, sql<{ pid: number }>`select pg_backend_pid() as pid`);
  const read = readGuarded(em, sql`select pg_sleep(1)`);
  const seen = expect(read).rejects.toMatchObject({ code: '57P01' });
  await end(found!.pid);
  await seen;
  await em.rollback().catch(() => undefined);
});

test('what takes longer than the session allows is stopped, and only that', async () => {
  const wait = sql`select pg_sleep(0.3)`;
  await expect(readGuarded(as(staff, { statement_timeout: '50ms' }), wait)).rejects.toMatchObject({ code: '57014' });
  expect(await readGuarded(as(staff), wait)).toHaveLength(1);
});

test('a connection keeps texts prepared as far as it has room, and answers the others all the same', async () => {
  for (let index = 0; index < 100; index += 1)
    expect(
      await readGuarded(as(staff), sql`select ${sql.lit(index)}::int as n /* ${sql.raw('long '.repeat(200))} */`),
    ).toEqual([{ n: index }]);
  const [kept] = await orm.em
    .fork()
    .execute<[{ count: number }]>('select count(*)::int as count from pg_prepared_statements');
  expect(kept.count).toBeLessThan(60);
});
