import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queryOnce, schemaOf } from '../../test/content.js';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { refuseWideRoles } from './as-declared.js';
import { migrate } from './migrate.js';
import { changedRoutines } from './routines.js';

let database: TestDatabase;
let declared: object[];
beforeAll(async () => {
  database = await createTestDatabase();
  declared = await schemaOf(database.connection);
  await run(`insert into epci (siren, name) values ('243800984', 'Pays Voironnais')`);
});
afterAll(() => database.drop());

const run = (sql: string) => queryOnce<{ said: string }>(database.connection, sql);
const client = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const one = new pg.Client(database.connection);
  await one.connect();
  return work(one).finally(() => one.end());
};
const changesOf = (action: string) => run(`select row_id as said from change where action = '${action}'`);

/** What a dump that was restored into a server without our roles has lost: each statement that names one of them failed. */
const lostWithTheRoles = `
  do $$ declare one record; begin
    for one in select tablename, policyname from pg_policies where schemaname = 'public' loop
      execute format('drop policy %I on %I', one.policyname, one.tablename);
    end loop;
  end $$;
  revoke all on all tables in schema public from parvis_staff, parvis_agent, parvis_analyst, parvis_national, parvis_admin, parvis_sign_in, parvis_outbox;
  revoke all on all functions in schema public from parvis_staff, parvis_sign_in, parvis_erasure;
  revoke usage on schema public from parvis_staff`;

test.for<[string, string]>([
  ['a dump restored without our roles', lostWithTheRoles],
  [
    'row security that was switched off, or forced on the owner',
    'alter table agent disable row level security; alter table guichet force row level security',
  ],
  [
    'policies that let more pass, or are nobody’s',
    `alter policy guichet_agent_select on guichet using (true); alter policy agent_staff_select on agent to public;
     create policy mine on request for select to parvis_analyst using (true); drop policy sign_in_only on session;
     create policy sign_in_only on session for all to parvis_staff using (true)`,
  ],
  [
    'rights given by hand',
    `grant select on credential to parvis_agent; grant all on request to public; grant update on account_id_seq to public;
     grant create on schema public to public; grant execute on function erase_history to parvis_staff`,
  ],
  [
    'functions changed by hand, with the comment that they had',
    `create or replace function caller_epcis() returns bigint[] language sql stable as $$ select array_agg(id) from epci $$;
     alter function erase_history security invoker; alter function record_change reset search_path;
     create or replace function guichet_as_of(asked_moment timestamptz) returns setof guichet language sql as $$ select * from guichet $$`,
  ],
  [
    'triggers that are missing, off, or do something else',
    `alter table change disable trigger keep_changes; drop trigger keep_all_changes on change;
     alter table convention_version disable trigger check_moves; drop trigger check_guard on convention;
     create or replace trigger check_moves after insert or update on referential for each row execute function guard_convention();
     alter table guichet disable trigger all`,
  ],
])('%s: set again as declared', async ([_what, statements]) => {
  await run(statements);
  expect(await schemaOf(database.connection)).not.toEqual(declared);
  await migrate(database.connection);
  expect(await schemaOf(database.connection)).toEqual(declared);
  expect(await run(`select tgname as said from pg_trigger where tgenabled <> 'O'`)).toEqual([]);
  expect(await client(changedRoutines)).toEqual([]);
});

test('history that was switched off begins anew with what is there, once', async () => {
  await run('alter table epci disable trigger record_change');
  await migrate(database.connection);
  await migrate(database.connection);
  expect(await changesOf('BASELINE')).toEqual([{ said: '1' }]);
});

test('a table that lacks something is told, and nothing is touched; what somebody added is theirs', async () => {
  await run(
    'create index mine on agent (last_name); alter table agent add column remark text; create table notes (id int)',
  );
  await migrate(database.connection);
  await run('alter table agent drop constraint agent_epci_id_foreign; alter table agent disable row level security');
  await expect(migrate(database.connection)).rejects.toThrow(
    /not those of this version.*lacks: alter table "agent" add constraint "agent_epci_id_foreign"/,
  );
  expect(
    await run(`select relname as said from pg_class where oid = 'agent'::regclass and not relrowsecurity`),
  ).toHaveLength(1);
});

// Roles belong to the server that other tests use at this moment: nothing of this is committed.
test.for([
  ['alter role parvis_agent bypassrls', /parvis_agent .*alter role parvis_agent nosuperuser nobypassrls/],
  ['grant parvis_sign_in to parvis_staff', /parvis_staff .*revoke parvis_sign_in from parvis_staff/],
] as const)('a role that is let past its policies is refused: %s', async ([statement, sentence]) => {
  await client(async (one) => {
    await one.query(`begin; ${statement}`);
    await expect(refuseWideRoles(one)).rejects.toThrow(sentence);
    await one.query('rollback');
    await refuseWideRoles(one);
  });
});
