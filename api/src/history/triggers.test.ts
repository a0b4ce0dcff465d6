import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, makeNetwork } from '../../test/network.js';
import { type DbRole, dbRoles } from '../base/roles.js';
import { allConcepts } from '../concept/meta.js';
import { migrate } from '../database/migrate.js';
import { sessionOf } from '../identity/access/caller.js';
import { withMotive } from './motive.js';

let api: TestApi;
let client: pg.Client;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  client = new pg.Client(api.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await api.close();
});
const rowsOf = async (statement: string, values: unknown[] = []) => (await client.query(statement, values)).rows;
const { staff } = callers;

/** SQLSTATE of a statement under a role, or how many rows it touched; nothing of it is kept. */
const answerTo = async (role: DbRole | undefined, statement: string): Promise<string | number> => {
  await client.query('begin');
  try {
    if (role) await client.query(`set local role ${role}`);
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
  }
};

describe('history', () => {
  it('is kept of every concept, by its table', async () => {
    const tables = await rowsOf(
      `select relname as name from pg_class c join pg_trigger t on t.tgrelid = c.oid where tgname = 'record_change' and tgenabled = 'O' and tgtype = 29`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(
      allConcepts()
        .filter(({ unrecorded }) => !unrecorded)
        .map(({ table }) => table)
        .sort(),
    );
  });

  it('is open to staff and administrators where their concepts are', () => {
    const readable = (role: DbRole) =>
      allConcepts().filter(({ access, unrecorded }) => access[role]?.read && !unrecorded);
    const names = (role: DbRole) => readable(role).map(({ name }) => name);
    expect(names('parvis_admin')).toEqual(['Account', 'AnalystScope', 'Epci']);
    expect(allConcepts().flatMap(({ name }) => (names('parvis_staff').includes(name) ? [] : [name]))).toEqual([
      'AnalystScope',
      'SecurityEvent',
    ]);
  });

  it('says who, when, before, after and why, in the transaction that made the change', async () => {
    const em = api.orm.em.fork({ session: sessionOf(staff) });
    await em.transactional(async (inner) => {
      await withMotive(inner, 'Déménagement');
      await inner.execute("update guichet set telephone = '04 76 00 00 00', revision = revision + 1 where id = 1");
    });
    const [change] = await rowsOf("select * from change where concept = 'Guichet' order by id desc limit 1");
    expect(change).toMatchObject({
      row_id: '1',
      epci_id: '1',
      guichet_id: '1',
      action: 'UPDATED',
      before: { telephone: null, name: 'Mairie de Voiron' },
      after: { telephone: '04 76 00 00 00' },
      account_id: '2',
      actor_name: 'Équipe',
      actor_role: 'parvis_staff',
      motive: 'Déménagement',
    });
    expect(Math.abs(Date.now() - change.recorded_at.getTime())).toBeLessThan(60_000);
    await em.transactional((inner) => inner.execute("update guichet set telephone = '1' where id = 1"));
    const [next] = await rowsOf("select motive from change where concept = 'Guichet' order by id desc limit 1");
    expect(next.motive, 'forgotten with its transaction').toBeNull();
  });

  it('keeps nothing of what was rolled back, nor of a change of the revision alone', async () => {
    const count = async () => (await rowsOf('select count(*)::int from change'))[0].count;
    const before = await count();
    await api.orm.em
      .fork()
      .transactional(async (em) => {
        await em.execute("update guichet set telephone = '2' where id = 1");
        throw new Error('no');
      })
      .catch(() => undefined);
    await rowsOf('update guichet set revision = revision + 1, updated_at = now()');
    expect(await count()).toBe(before);
  });

  it('keeps what was removed', async () => {
    await rowsOf('delete from milestone where id = 2');
    const [change] = await rowsOf(
      "select action, before, after from change where concept = 'Milestone' order by id desc limit 1",
    );
    expect(change).toMatchObject({ action: 'DELETED', before: { label: 'Vote' }, after: null });
  });

  it('begins with the rows that were there before it', async () => {
    await rowsOf('drop trigger record_change on plan');
    await migrate(api.connection);
    await migrate(api.connection);
    const changes = await rowsOf(
      "select row_id, action, epci_id, after ->> 'name' as name from change where concept = 'Plan' and action = 'BASELINE' order by id",
    );
    expect(changes).toEqual([
      { row_id: '1', action: 'BASELINE', epci_id: '1', name: 'Plan 2022' },
      { row_id: '2', action: 'BASELINE', epci_id: '2', name: 'Plan' },
    ]);
  });
});

describe('nobody rewrites it', () => {
  const statements = [
    "insert into change (concept, row_id, action, actor_role) values ('Guichet', 1, 'CREATED', 'x')",
    "update change set motive = 'x'",
    'delete from change',
    'truncate change',
    'alter table guichet disable trigger record_change',
    'drop trigger record_change on guichet',
    'drop function record_change() cascade',
    'alter table change disable trigger keep_changes',
    "set local session_replication_role = 'replica'",
  ];
  it.each(dbRoles)('as %s', async (role) => {
    for (const statement of statements) expect(await answerTo(role, statement), statement).toBe('42501');
  });
  it('not even as the owner of the table', async () => {
    for (const statement of statements.slice(1, 4))
      expect(await answerTo(undefined, statement), statement).toBe('42501');
  });
  it('and only the erasure erases', async () => {
    for (const role of dbRoles.filter((one) => one !== 'parvis_erasure'))
      expect(await answerTo(role, `select erase_history('Agent', 1, '{"last_name": ""}')`), role).toBe('42501');
  });
});
