import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { dbRoles, personOf } from '../base/roles.js';
import { allConcepts } from '../concept/meta.js';
import { projectRoot } from '../project.js';
import { migrate } from './migrate.js';
import { changedRoutines, RoutineRefused, routine, routines } from './routines.js';

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

const namesOf = async (condition = 'true') =>
  (
    await client.query<{ name: string }>(
      `select proname as name from pg_proc p where pronamespace = 'public'::regnamespace and ${condition} order by 1`,
    )
  ).rows.map(({ name }) => name);
const definitionOf = async (name: string) =>
  (await client.query<{ text: string }>('select pg_get_functiondef($1::regproc) as text', [name])).rows[0]?.text;

describe('the functions of the database', () => {
  test('are those of the files and those that follow from the declarations, each once', async () => {
    const made = allConcepts().flatMap(({ table, moves, unrecorded }) => [
      ...(unrecorded ? [] : [`${table}_as_of`]),
      ...(moves ? [`${table}_moves`] : []),
    ]);
    expect(await namesOf()).toEqual([...routines.map(({ name }) => name), ...made].sort());
  });

  test('read what there is: their bodies pass when PostgreSQL checks them', async () => {
    await client.query('begin');
    try {
      await client.query('set local check_function_bodies = on');
      for (const { name, sql } of routines) await expect(client.query(sql), name).resolves.toBeDefined();
    } finally {
      await client.query('rollback');
    }
  });

  test('of each file: one function, of its name, that replaces itself', () => {
    for (const { name, sql } of routines) {
      const made = [...sql.matchAll(/^create\s+(or replace\s+)?(?:function|procedure)\s+(\w+)/gim)];
      expect(
        made.map(([, replaces, made]) => [made, replaces !== undefined]),
        name,
      ).toEqual([[name, true]]);
    }
  });
});

describe('who may call a function of the database', () => {
  beforeAll(() => migrate(database.connection));

  test('is said in each file, by roles that there are', () => {
    const known = [...dbRoles.map((role) => role.replace('parvis_', '')), 'no role'];
    for (const { name, sql } of routines) {
      const said = [...sql.matchAll(/^-- Called by: (.+)$/gm)].map(([, roles]) => roles?.split(', '));
      expect(said, name).toHaveLength(1);
      expect(known, name).toEqual(expect.arrayContaining(said[0]!));
    }
  });

  test('is what the files and the declarations say, and nobody else', async () => {
    const { rows } = await client.query<{ name: string; roles: string[] }>(
      `select p.proname as name, coalesce(array_agg(coalesce(r.rolname, 'everybody')::text order by 1) filter (where a.grantee <> p.proowner), '{}') as roles
       from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a left join pg_roles r on r.oid = a.grantee
       where p.pronamespace = 'public'::regnamespace group by p.oid, p.proname`,
    );
    const told = new Map(routines.map(({ name, callers }): [string, readonly string[]] => [name, callers]));
    for (const { table, access, moves, unrecorded } of allConcepts()) {
      const readers = dbRoles.filter((role) => personOf[role] && access[role]?.read);
      if (!unrecorded) told.set(`${table}_as_of`, readers);
      if (moves) told.set(`${table}_moves`, []);
    }
    const sorted = (entries: Iterable<[string, readonly string[]]>) =>
      Object.fromEntries([...entries].map(([name, roles]) => [name, [...roles].sort()]));
    expect(sorted(rows.map(({ name, roles }) => [name, roles]))).toEqual(sorted(told));
    expect(told.get('erase_history')).toEqual(['parvis_erasure']);
  });

  test('includes no role that makes a table of its own, for a while either', async () => {
    for (const role of dbRoles)
      for (const statement of ['create temporary table mine (id int)', 'create table mine (id int)']) {
        await client.query(`begin; set local role ${role}`);
        const answer = await client.query(statement).catch((error: { code: string }) => error);
        await client.query('rollback');
        expect(answer, `${role}: ${statement}`).toMatchObject({ code: '42501' });
      }
  });
});

test('migrations made since functions have files of their own write none', () => {
  const folder = path.join(projectRoot, 'api', 'src', 'database', 'migrations');
  const since = readdirSync(folder).filter((file) => file > 'Migration20261122001300.ts');
  const writing = since.filter((file) =>
    /create\s+(or\s+replace\s+)?(function|procedure|trigger)|override down/i.test(
      readFileSync(path.join(folder, file), 'utf8'),
    ),
  );
  expect(writing).toEqual([]);
});

describe('a database whose functions are of another version', () => {
  beforeEach(() => migrate(database.connection));

  test('that is up to date is left alone', async () => {
    expect(await changedRoutines(client)).toEqual([]);
  });

  test('gets the file’s text where the file has changed, and keeps who may call it', async () => {
    const before = await definitionOf('fold');
    await client.query(`create or replace function fold(value text) returns text language sql as $$ select 'old' $$;
      comment on function fold is 'sha256 of an older file'`);
    expect((await changedRoutines(client)).map(({ name }) => name)).toEqual(['fold']);
    await migrate(database.connection);
    expect(await definitionOf('fold')).toBe(before);
    expect(await namesOf(`proname = 'fold' and has_function_privilege('parvis_staff', p.oid, 'execute')`)).toEqual([
      'fold',
    ]);
  });

  test('stays as it was, and is told the file, when PostgreSQL refuses one: by its form or by what its body asks for', async () => {
    const whole = routines.map((one) => ({ ...one }));
    const fold = routines.find(({ name }) => name === 'fold');
    if (!fold) throw new Error('There is no fold');
    for (const sql of [
      'create or replace funktion fold(value text) returns text language sql as $$ select value $$;',
      'create or replace function fold(value text) returns text language sql as $$ selekt value $$;',
      'create or replace function fold(value text) returns text language sql as $$ select nothing from nowhere $$;',
    ]) {
      Object.assign(fold, { sql, hash: sql });
      await expect(migrate(database.connection), sql).rejects.toThrow(/^api\/src\/database\/routines\/fold\.sql: /);
      await expect(migrate(database.connection), sql).rejects.toBeInstanceOf(RoutineRefused);
    }
    Object.assign(
      fold,
      whole.find(({ name }) => name === 'fold'),
    );
    expect(await changedRoutines(client)).toEqual([]);
  });

  test('gets what it lacks, in whatever order the functions call each other', async () => {
    await client.query('drop function caller_epcis; drop function open_comment_fields');
    await migrate(database.connection);
    expect(await namesOf(`proname in ('caller_epcis', 'open_comment_fields')`)).toEqual([
      'caller_epcis',
      'open_comment_fields',
    ]);
  });
});

test('a migration puts in place a function that its policy calls, before the tables that the function reads', async () => {
  const empty = await createTestDatabase('template0');
  const fresh = new pg.Client(empty.connection);
  await fresh.connect();
  try {
    await fresh.query(`set check_function_bodies = off; ${routine('caller_meetings')};
      create table note (id bigint); create policy own on note using (id = any((select caller_meetings())::bigint[]))`);
    expect(() => routine('unknown')).toThrow('There is no api/src/database/routines/unknown.sql');
  } finally {
    await fresh.end();
    await empty.drop();
  }
});
