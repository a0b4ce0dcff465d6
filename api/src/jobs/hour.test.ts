import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { aClock, countOf, makePeople } from '../../test/people.js';
import { type Orm, openOrm } from '../database/orm.js';
import { noPost, outbox } from '../mail/post.js';
import { runHourlyJob } from './hour.js';

let database: TestDatabase;
let orm: Orm;
let working: Orm;
const error = vi.fn();
const warn = vi.fn();
const run = async (statement: string) => {
  const { rows } = await sql.raw<Record<string, string>>(statement).execute(orm.em.fork().getKysely());
  return rows;
};
/** The version of the people's network: guichet Un, in force since 2024, until the end of 2026. */
beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.connection);
  working = openOrm(database.working);
  await makePeople(orm);
});
afterAll(async () => {
  expect(error).not.toHaveBeenCalled();
  await orm.close(true);
  await working.close(true);
  await database.drop();
});
beforeEach(async () => {
  await run('delete from mail; delete from notice; delete from notice_watermark');
});

const pass = (at: string, post = outbox(async () => undefined)) =>
  runHourlyJob({
    system: working.em.fork(),
    clock: aClock(at),
    post,
    publicUrl: () => 'https://parvis.example.org',
    log: { error, warn },
  });
const notices = () => run(`select kind, due_on::text as day from notice order by due_on, kind`);
const digests = () =>
  run(`select to_address as "to", subject, text, html, dedupe_key as key from mail order by to_address`);

describe('notices', () => {
  it('the first day tells nothing of the past, the next ones tell each day once, however long the server was down', async () => {
    await pass('2026-06-29T10:00:00Z', noPost);
    expect(await notices()).toEqual([]);
    await pass('2026-07-08T10:00:00Z', noPost);
    expect(await notices()).toEqual([{ kind: 'ENDS_IN_6_MONTHS', day: '2026-06-30' }]);
    await Promise.all([1, 2].map(() => pass('2027-01-05T10:00:00Z', noPost)));
    await pass('2027-01-05T22:00:00Z', noPost);
    expect(await notices()).toEqual([
      { kind: 'ENDS_IN_6_MONTHS', day: '2026-06-30' },
      { kind: 'ENDS_IN_3_MONTHS', day: '2026-09-30' },
      { kind: 'EXPIRED', day: '2027-01-01' },
    ]);
  });
  it('go on from today after a clock was wrong, and that is said', async () => {
    await pass('2026-06-01T10:00:00Z', noPost);
    await pass('2036-01-01T10:00:00Z', noPost);
    const before = (await notices()).length;
    warn.mockClear();
    await pass('2026-06-29T10:00:00Z', noPost);
    expect(warn.mock.calls.map(([said]) => said)).toEqual([
      { epci: '1', day: '2026-06-29', toldUntil: '2036-01-01' },
      { epci: '2', day: '2026-06-29', toldUntil: '2036-01-01' },
    ]);
    await run(`delete from notice where kind = 'ENDS_IN_6_MONTHS'`);
    await pass('2026-07-01T10:00:00Z', noPost);
    expect(await notices()).toHaveLength(before);
    expect(await notices()).toContainEqual({ kind: 'ENDS_IN_6_MONTHS', day: '2026-06-30' });
    expect(warn).toHaveBeenCalledTimes(2);
  });
  it('a day begins where the EPCI is', async () => {
    await pass('2026-03-11T21:30:00Z', noPost);
    expect(await run('select told_until::text as day from notice_watermark order by epci_id')).toEqual([
      { day: '2026-03-11' },
      { day: '2026-03-12' },
    ]);
  });
});

describe('the digest', () => {
  it('leaves from seven in the morning where the EPCI is, to those who can open it and have something to do, once a day', async () => {
    await pass('2026-03-12T05:59:00Z');
    expect(await digests()).toEqual([]);
    await pass('2026-03-12T06:00:00Z');
    await pass('2026-03-12T07:00:00Z');
    const all = await digests();
    expect(all).toMatchObject([
      { to: 'staff@voiron.test', subject: 'Parvis\u00a0: une chose à faire', key: 'digest:1:2026-03-12' },
    ]);
    expect(all[0]!.text).toContain('Bonjour Sam Staff,');
    expect(all[0]!.text).toContain('Fin de la convention\u00a0: Un (31 décembre 2026)');
    expect(all[0]!.text).toMatch(/https:\/\/parvis\.example\.org\/go\/ConventionVersion\/[\w-]+\?parentId=[\w-]+/);
    expect(all[0]!.text).toContain('https://parvis.example.org/?digest=off');
    await pass('2026-03-13T06:00:00Z');
    expect(await digests()).toHaveLength(2);
  });
  it('is not sent at night by a server that comes back', async () => {
    await pass('2026-03-12T21:00:00Z');
    expect(await digests()).toEqual([]);
  });
  it('goes to nobody who does not want it', async () => {
    await run('update account set digest = false where id = 1');
    await pass('2026-03-12T08:00:00Z');
    expect(await digests()).toEqual([]);
    await run('update account set digest = true where id = 1');
  });
  it('tells what is new until a digest has told it', async () => {
    await pass('2026-06-29T01:00:00Z');
    await pass('2026-06-30T08:00:00Z');
    expect((await digests())[0]!.text).toContain('2024-01 prend fin dans six mois\u00a0: Un');
    await pass('2026-07-01T08:00:00Z');
    expect((await digests())[1]!.text).not.toContain('prend fin dans six mois');
  });
  it('tells a reviewing agent, in their language, of the drafts that wait for them', async () => {
    await run(`
      update assignment set reviewer = true where id = 1;
      insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on)
        values (1, 1, 1, 2, 'IN_REVIEW', 1, 'SUIVI', '2026-05-01', '2026-12-31')`);
    await pass('2026-03-12T08:00:00Z');
    const [lea] = await digests();
    expect(lea).toMatchObject({ to: 'lea@voiron.test', subject: 'Parvis: one thing to do' });
    expect(lea!.text).toContain('Avenant to read: Un (1 May 2026)');
    expect(lea!.text).toMatch(/https:\/\/parvis\.example\.org\/agent\/go\/ConventionVersion\/[\w-]+/);
    expect(lea!.html).not.toMatch(/<script|undefined|\{\{/);
    await run(`delete from convention_version where state = 'IN_REVIEW'; update assignment set reviewer = false`);
  });
  it('is not made where no mail leaves', async () => {
    await pass('2026-03-12T08:00:00Z', noPost);
    expect(await digests()).toEqual([]);
  });
  it('of two servers at the same moment is one', async () => {
    await Promise.all([1, 2].map(() => pass('2026-03-12T08:00:00Z')));
    expect(await countOf(orm, 'mail')).toBe(1);
  });
});
