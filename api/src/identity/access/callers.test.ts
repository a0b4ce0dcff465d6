import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { aClock, countOf, makePeople } from '../../../test/people.js';
import { Role } from '../../base/codes.js';
import { dbRoleOf, dbRoles } from '../../base/roles.js';
import { type Orm, openOrm } from '../../database/orm.js';
import { hashOf, newSecret } from '../sign-in/secrets.js';
import { endSessionsOf, openSession, sessionLimits } from '../sign-in/sessions.service.js';
import { sessionOf } from './caller.js';
import { findCaller } from './callers.js';
import { signingIn } from './sign-in-role.js';

let database: TestDatabase;
let orm: Orm;
let clock = aClock();

beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.connection);
  await makePeople(orm);
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const secretOf = async (id: string, role: Role) =>
  (await signingIn(orm.em.fork(), (em) => openSession(em, { id, role }, clock.now()))).secret;
const find = (secret: string | undefined) => findCaller(orm.em.fork(), secret, clock, 'en');
const callerOf = async (id: string, role: Role) => find(await secretOf(id, role));

describe('the caller of a session', () => {
  it('is staff of their EPCI', async () => {
    expect(await callerOf('1', 'EPCI_STAFF')).toEqual({
      role: 'EPCI_STAFF',
      dbRole: 'parvis_staff',
      locale: 'fr',
      today: '2026-03-12',
      accountId: '1',
      epciId: '1',
      epciIds: ['1'],
      guichetIds: [],
      reviewIds: [],
      levels: [],
    });
  });
  it('is an agent with the guichets of today, and the levels that these keep today', async () => {
    // Guichet 1 agreed INFO and its convention in force says SUIVI; 3 was left last year.
    expect(await callerOf('2', 'AGENT')).toEqual({
      role: 'AGENT',
      dbRole: 'parvis_agent',
      locale: 'en',
      today: '2026-03-12',
      accountId: '2',
      epciId: '1',
      epciIds: ['1'],
      agentId: '1',
      guichetIds: ['1', '2'],
      reviewIds: [],
      levels: ['CONSEIL', 'SUIVI'],
    });
  });
  it('is an agent of one guichet on the day after the other one ended', async () => {
    clock = aClock('2026-03-13T09:00:00Z');
    expect(await callerOf('2', 'AGENT')).toMatchObject({ guichetIds: ['1'], levels: ['SUIVI'] });
    clock = aClock('2027-01-01T09:00:00Z');
    expect(await callerOf('2', 'AGENT')).toMatchObject({ guichetIds: ['1'], levels: ['INFO'] });
    clock = aClock();
  });
  it('is an analyst of their own EPCI and of those they were given', async () => {
    const caller = await callerOf('3', 'ANALYST');
    expect(caller).toMatchObject({ dbRole: 'parvis_analyst', epciId: '1', epciIds: ['1', '2'] });
  });
  it('is an analyst of all EPCIs, under a database role of its own', async () => {
    const caller = await callerOf('4', 'ANALYST');
    expect(caller).toMatchObject({ dbRole: 'parvis_national', epciIds: [] });
    expect(caller).not.toHaveProperty('epciId');
  });
  it('is an administrator without an EPCI', async () => {
    expect(await callerOf('5', 'ADMIN')).toMatchObject({ dbRole: 'parvis_admin', epciIds: [], today: '2026-03-12' });
  });
  it('lives in the time zone of their EPCI', async () => {
    clock = aClock('2026-03-12T21:30:00Z');
    expect(await callerOf('6', 'EPCI_STAFF')).toMatchObject({ today: '2026-03-13', epciId: '2' });
    expect(await callerOf('1', 'EPCI_STAFF')).toMatchObject({ today: '2026-03-12' });
    clock = aClock();
  });
  it('of an analyst without an EPCI, lives in the one time zone of those they were given', async () => {
    clock = aClock('2026-03-12T21:00:00Z');
    const em = orm.em.fork();
    await em.execute('update account set epci_id = null where id = 3');
    expect(await callerOf('3', 'ANALYST')).toMatchObject({ today: '2026-03-13', epciIds: ['2'] });
    await em.execute('insert into analyst_scope (account_id, epci_id) values (3, 1)');
    expect(await callerOf('3', 'ANALYST')).toMatchObject({ today: '2026-03-12' });
    await em.execute('delete from analyst_scope where account_id = 3 and epci_id = 1');
    await em.execute('update account set epci_id = 1 where id = 3');
    clock = aClock();
  });
  it('is nobody without a secret, with an unknown one, or once the account has ended', async () => {
    const anonymous = {
      role: 'ANONYMOUS',
      dbRole: 'parvis_anonymous',
      locale: 'en',
      today: '2026-03-12',
      epciIds: [],
      guichetIds: [],
      reviewIds: [],
      levels: [],
    };
    for (const secret of [undefined, '', 'x', newSecret()]) expect(await find(secret)).toEqual(anonymous);
    expect(await callerOf('7', 'EPCI_STAFF')).toEqual(anonymous);
  });
  it('is nobody once every session was ended', async () => {
    const [one, other] = [await secretOf('1', 'EPCI_STAFF'), await secretOf('1', 'EPCI_STAFF')];
    await signingIn(orm.em.fork(), (em) => endSessionsOf(em, ['1']));
    expect(await find(one)).toMatchObject({ role: 'ANONYMOUS' });
    expect(await find(other)).toMatchObject({ role: 'ANONYMOUS' });
  });
  it('is found with one statement, and noted at most every five minutes', async () => {
    const secret = await secretOf('2', 'AGENT');
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const statements = async () => {
      query.mockClear();
      await find(secret);
      const texts = query.mock.calls.map(([first]) =>
        typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text')),
      );
      return texts
        .filter((text) => !/^(begin|commit|set |select set_config)/.test(text.trim()))
        .map((text) => text.trim().slice(0, 6));
    };
    expect(await statements()).toEqual(['select']);
    clock.pass({ minutes: 4 });
    expect(await statements()).toEqual(['select']);
    clock.pass({ minutes: 1 });
    expect(await statements()).toEqual(['select', 'update']);
    expect(await statements()).toEqual(['select']);
    query.mockRestore();
    const idle = sessionLimits.AGENT.idle / 1000;
    expect(
      await countOf(
        orm,
        'session',
        `token_hash = '${hashOf(secret)}' and expires_at = seen_at + interval '${idle} seconds'`,
      ),
    ).toBe(1);
    clock = aClock();
  });
});

describe('the guichets that sign-in knows', () => {
  it('have the level that the read road gives them', async () => {
    for (const day of ['2023-12-31', '2024-01-01', '2026-03-12', '2026-12-31', '2027-01-01']) {
      const { rows } = await sql<{ known: string; read: string }>`
        select k.level as known, coalesce((select v.level from convention_version v where v.guichet_id = g.id and v.state in ('SIGNED', 'TERMINATED')
          and ${day}::date between v.starts_on and least(v.ends_on, v.terminated_on)), g.level_agreed) as read
        from agent_desks(1, ${day}::date) k join guichet g on g.id = k.guichet_id`.execute(orm.em.fork().getKysely());
      for (const { known, read } of rows) expect(known).toBe(read);
    }
  });
});

describe('secrets', () => {
  const others = dbRoles.filter((role) => role !== 'parvis_sign_in');
  const attempt = (role: string, statement: string) =>
    orm.em
      .fork({ session: { role, variables: { 'app.account_id': '1', 'app.epci_id': '1' } } })
      .transactional((em) => em.execute(statement));

  describe.each(others)('as %s', (role) => {
    it.each(['credential_account', 'session', 'token', 'known_device'])(
      'are neither read nor written in %s',
      async (table) => {
        for (const statement of [
          `select * from ${table}`,
          `select account_id from ${table}`,
          `select count(*) from ${table}`,
          `delete from ${table}`,
          `update ${table} set account_id = 1`,
          `insert into ${table} (account_id) values (1)`,
        ])
          await expect(attempt(role, statement), statement).rejects.toThrow(/permission denied/);
      },
    );
    it('are neither read nor written in credential', async () => {
      for (const statement of [
        'select * from credential',
        'select password_hash from credential',
        'delete from credential',
        "update credential set password_hash = ''",
        "insert into credential (password_hash, changed_at) values ('', now())",
      ])
        await expect(attempt(role, statement), statement).rejects.toThrow(/permission denied/);
    });
    it('are not reached by sign-in’s function', async () => {
      for (const call of ["agent_desks(1, '2026-03-12')", 'account_ended(1, now())'])
        await expect(attempt(role, `select * from ${call}`)).rejects.toThrow(/permission denied/);
    });
  });
  it.each([
    'select * from guichet',
    'select * from agent',
    'select * from request',
    'select * from convention_version',
    'select * from assignment',
    'select * from meeting',
    'select * from commune',
    "update account set role = 'ADMIN'",
    "insert into account (email) values ('x')",
    'delete from account',
    'update credential_account set account_id = 5',
    'update session set account_id = 5',
    'update token set account_id = 5',
  ])('are all that sign-in’s role can touch: not %s', async (statement) => {
    await expect(attempt('parvis_sign_in', statement)).rejects.toThrow(/permission denied/);
  });
  it('let everybody choose their own language, and nobody else’s', async () => {
    for (const role of Role) {
      const caller = { ...(await find(undefined)), dbRole: dbRoleOf(role, false), accountId: '2' };
      const chosen = role.length % 2 ? 'fr' : 'en';
      await orm.em
        .fork({ session: sessionOf(caller) })
        .transactional((em) => em.execute('select set_own_locale(?)', [chosen]));
      expect(await countOf(orm, 'account', `id = 2 and locale = '${chosen}'`)).toBe(1);
    }
    await attempt('parvis_anonymous', "select set_config('app.account_id', '', true)");
    expect(await countOf(orm, 'account', "id <> 2 and locale = 'en'")).toBe(0);
  });
});
