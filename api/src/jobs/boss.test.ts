import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { queryOnce } from '../../test/content.js';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { migrate } from '../database/migrate.js';
import { type Orm, openOrm } from '../database/orm.js';
import { Jobs, type Work } from './boss.js';

let database: TestDatabase;
let orm: Orm;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.connection);
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const log = { error: vi.fn(), warn: vi.fn() };
const running: Jobs[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
});
const start = async (work: Partial<Work>): Promise<Jobs> => {
  const jobs = new Jobs(database.working, { mail: async () => undefined, hour: async () => undefined, ...work }, log, {
    pollingIntervalSeconds: 0.5,
    hourPollingSeconds: 0.5,
  });
  running.push(jobs);
  await jobs.start();
  return jobs;
};
const run = (statement: string) => sql.raw(statement).execute(orm.em.fork().getKysely());
const waits = { timeout: 15_000, interval: 100 };

it('what a process killed in mid-job was doing is done by the next one at once', async () => {
  const { promise: hanging, resolve: end } = Promise.withResolvers<void>();
  const first = vi.fn(() => hanging);
  await start({ hour: first });
  await expect.poll(() => first.mock.calls.length, waits).toBe(1);
  // As long as the first one lives, nobody else does it.
  const second = vi.fn(async () => undefined);
  await start({ hour: second });
  await new Promise((resolve) => setTimeout(resolve, 5000));
  expect(second).not.toHaveBeenCalled();
  // What PostgreSQL sees of kill -9: the connection ends.
  await run(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'parvis-lock' and datname = current_database()`);
  const third = vi.fn(async () => undefined);
  await start({ hour: third });
  await expect.poll(() => second.mock.calls.length + third.mock.calls.length, waits).toBe(1);
  end();
});

it('mails leave many at a time, and one that fails is tried again alone', async () => {
  const sent: string[] = [];
  const jobs = await start({
    mail: async (id) => {
      sent.push(id);
      if (id === '7') throw new Error('the server is busy');
    },
  });
  await orm.em.fork().transactional(async (em) => {
    for (let id = 0; id < 40; id += 1) await jobs.sendMail(em as never, `${id}`);
  });
  // One mail for each look at the queue would take twenty seconds.
  await expect.poll(() => new Set(sent).size, { timeout: 15_000, interval: 100 }).toBe(40);
  await expect
    .poll(
      async () => (await run(`select 1 from pgboss.job where name = 'mail' and state = 'completed'`)).rows.length,
      waits,
    )
    .toBe(39);
  expect((await run(`select 1 from pgboss.job where name = 'mail' and state = 'retry'`)).rows).toHaveLength(1);
  expect(sent).toHaveLength(40);
});

it('the queue of an earlier version, which belonged to the owner of the tables, goes on', async () => {
  const earlier = await createTestDatabase();
  try {
    await queryOnce(earlier.connection, 'drop schema pgboss cascade');
    const boss = new PgBoss({ ...earlier.connection, schema: 'pgboss' });
    await boss.start();
    await boss.createQueue('mail');
    await boss.send('mail', { id: '1' });
    await boss.stop();
    await migrate(earlier.connection);
    const sent: string[] = [];
    const mail = async (id: string) => void sent.push(id);
    const jobs = new Jobs(earlier.working, { mail, hour: async () => undefined }, log, { pollingIntervalSeconds: 0.5 });
    await jobs.start();
    await expect.poll(() => sent, waits).toEqual(['1']);
    await jobs.stop();
  } finally {
    await earlier.drop();
  }
});
