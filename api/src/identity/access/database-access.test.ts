import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, makeNetwork } from '../../../test/network.js';
import type { Role } from '../../base/codes.js';
import { type DbRole, dbRoles } from '../../base/roles.js';
import { allConcepts, columnOf, isStored, mayRead } from '../../concept/meta.js';
import { type Caller, sessionOf } from './caller.js';

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

/** The migrations' own table, which no caller reaches. */
const unguarded = ['migration'];

describe('the database, asked about itself', () => {
  it('guards the rows of every table', async () => {
    const tables = await rowsOf(
      `select relname as name, relrowsecurity as guarded from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    expect(tables.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(unguarded);
  });

  it('has a policy for every table, for our roles only', async () => {
    const policies = await rowsOf(
      `select tablename, roles::text[] as roles from pg_policies where schemaname = 'public'`,
    );
    expect(policies.flatMap(({ roles }) => roles).filter((role) => !dbRoles.includes(role))).toEqual([]);
    const tables = await rowsOf(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const guarded = new Set(policies.map(({ tablename }) => tablename));
    expect(tables.map(({ name }) => name).filter((name) => !guarded.has(name))).toEqual(unguarded);
  });

  it('opens nothing to everybody: neither tables, columns, sequences nor functions', async () => {
    const open = await rowsOf(`
      select c.relname as name from pg_class c, aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's'::"char" else 'r' end, c.relowner))) a
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and a.grantee = 0
      union all
      select c.relname || '.' || t.attname from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) a
        where c.relnamespace = 'public'::regnamespace and a.grantee = 0
      union all
      select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where p.pronamespace = 'public'::regnamespace and a.grantee = 0`);
    expect(open).toEqual([]);
  });

  it('lets no role past its policies, sign in or make others', async () => {
    const roles = await rowsOf(
      'select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)',
      [dbRoles],
    );
    expect(roles).toEqual([]);
    const members = await rowsOf(
      `select m.rolname as member, r.rolname as role from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid where m.rolname = any($1)`,
      [dbRoles],
    );
    expect(members).toEqual([]);
  });

  it('pins the search path of every function that runs with the rights of its owner', async () => {
    expect(
      await rowsOf(
        `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and not coalesce(proconfig::text ~ 'search_path=', false)`,
      ),
    ).toEqual([]);
  });

  it('grants each role the columns that the declarations let it read, and no other', async () => {
    const readerOf: Partial<Record<DbRole, Role>> = {
      parvis_admin: 'ADMIN',
      parvis_staff: 'EPCI_STAFF',
      parvis_agent: 'AGENT',
      parvis_analyst: 'ANALYST',
      parvis_national: 'ANALYST',
    };
    const concepts = allConcepts().map(({ table }) => table);
    for (const role of dbRoles.filter((one) => !['parvis_sign_in', 'parvis_outbox'].includes(one))) {
      const granted = await rowsOf(
        `select table_name as table, column_name as column from information_schema.column_privileges where grantee = $1 and privilege_type = 'SELECT' and table_schema = 'public' and table_name = any($2)`,
        [role, concepts],
      );
      const reader = readerOf[role];
      const open = allConcepts().flatMap((concept) =>
        concept.access[role]?.read && reader
          ? [...concept.fields.values()]
              .filter((field) => isStored(field) && mayRead(field, reader))
              .map((field) => `${concept.table}.${columnOf(field)}`)
          : [],
      );
      expect(granted.map(({ table, column }) => `${table}.${column}`).sort(), role).toEqual(open.sort());
    }
  });

  it('opens the tables that are no concepts to those who need them, and to nobody else', async () => {
    const granted = await rowsOf(
      `select distinct table_name || ' to ' || replace(grantee, 'parvis_', '') as right from information_schema.column_privileges
       where grantee = any($1) and table_schema = 'public' and table_name <> all($2)`,
      [dbRoles, allConcepts().map(({ table }) => table)],
    );
    expect(granted.map(({ right }) => right).sort()).toEqual([
      'attempt to sign_in',
      'change to admin',
      'change to agent',
      'change to staff',
      'credential to sign_in',
      'credential_account to sign_in',
      'file_chunk to agent',
      'file_chunk to analyst',
      'file_chunk to national',
      'file_chunk to staff',
      'known_device to sign_in',
      'mail to admin',
      'mail to outbox',
      'mail to staff',
      'notice_watermark to outbox',
      'request_key to admin',
      'request_key to agent',
      'request_key to sign_in',
      'request_key to staff',
      'session to sign_in',
      'token to sign_in',
    ]);
  });
});

/** SQLSTATE of a statement under the caller's role and variables, or the number of rows that it touched. */
const answerTo = async (caller: Caller, statement: string): Promise<string | number> => {
  const { role, variables = {} } = sessionOf(caller);
  await client.query('begin');
  try {
    for (const [name, value] of Object.entries(variables))
      await client.query('select set_config($1, $2, true)', [name, value]);
    await client.query(`set local role ${role}`);
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
  }
};
const denied = '42501';

describe('the database alone', () => {
  it.each([
    ['give a row to another EPCI', 'update guichet set epci_id = 2 where id = 1'],
    ['lead a relation to a row of another EPCI', 'update guichet set commune_id = 3 where id = 1'],
    [
      'lead a new row to a convention of another EPCI',
      `insert into convention (epci_id, guichet_id, number) values (1, 3, 'x')`,
    ],
    [
      'make an administrator',
      `insert into account (email, display_name, role, epci_id) values ('x@example.org', 'X', 'ADMIN', 1)`,
    ],
    ['become an administrator', `update account set role = 'ADMIN' where id = 2`],
    ['make an analyst of the whole country', `update account set role = 'ANALYST', national = true where id = 2`],
    ['read passwords', 'select 1 from credential'],
    [
      'give a password an account',
      'insert into credential_account (account_id, credential_id, used_at) values (1, 1, now())',
    ],
    ['read sessions', 'select 1 from session'],
    ['read single-use links', 'select 1 from token'],
    ['read what a mail says', 'select text from mail'],
    ['read the subject of a mail', 'select subject from mail'],
    ['write a mail', `update mail set status = 'SENT'`],
    ['empty a table', 'truncate request'],
    ['change the schema', 'create table mine (id int)'],
    ['turn the guard off', 'alter table guichet disable row level security'],
  ])('does not let EPCI staff %s', async (_said, statement) =>
    expect(await answerTo(callers.staff, statement)).toBe(denied),
  );

  it.each([
    ['filter colleagues by a hidden e-mail', `select id from agent where email like 'c%'`],
    ['sort by it', 'select id from agent order by telephone'],
    ['compare it through a whole row', 'select id from agent a where a::text like $$%@%$$'],
    ['promote themselves', `update account set role = 'EPCI_STAFF' where id = 3`],
  ])('does not let an agent %s', async (_said, statement) =>
    expect([denied, 0]).toContain(await answerTo(callers.agent, statement)),
  );

  it('forgets the caller with the transaction', async () => {
    expect(await answerTo(callers.staff, 'select 1 from guichet')).toBe(2);
    expect(await answerTo({ ...callers.staff, epciId: undefined, epciIds: [] }, 'select 1 from guichet')).toBe(0);
    const [{ who }] = await rowsOf(`select current_setting('app.epci_id', true) as who`);
    expect(who ?? '').toBe('');
  });

  it('shows nobody anything when a variable is missing or empty', async () => {
    for (const role of dbRoles.filter(
      (one) => !['parvis_admin', 'parvis_national', 'parvis_sign_in', 'parvis_outbox'].includes(one),
    ))
      for (const { table, access } of allConcepts().filter((concept) => concept.access[role]?.read)) {
        const nobody = { ...callers.anonymous, dbRole: role };
        expect(await answerTo(nobody, `select id from "${table}"`), `${role} ${table} ${access[role]?.read}`).toBe(0);
      }
  });
});

it('entities and migrations do not differ', async () => {
  expect(await api.orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
});
