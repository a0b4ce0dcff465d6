import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { createApp } from '../app.js';
import { readConfig } from '../config.js';
import { type Orm, openOrm } from './orm.js';
import { limitsOfRequests } from './pool.js';

let database: TestDatabase;
let outside: Orm;
let orm: Orm;
beforeAll(async () => {
  database = await createTestDatabase();
  outside = openOrm(database.connection);
  // Deferred to the commit: the connection is lost while the transaction is being committed.
  await outside.em.fork().execute(`
    create table lost (n int);
    create function lose() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
    create constraint trigger lose after insert on lost deferrable initially deferred for each row execute function lose()`);
});
afterAll(async () => {
  await outside.close(true);
  await database.drop();
});
beforeEach(() => {
  orm = openOrm(database.connection, { connections: 3, acquisition: 8000 });
});
afterEach(() => orm.close(true));

type Transaction = Parameters<Parameters<Orm['em']['transactional']>[0]>[0];
const pidOf = async (em: Transaction): Promise<number> => {
  const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
  return row!.pid;
};
const terminate = (pid: number) => outside.em.fork().execute('select pg_terminate_backend(?, 5000)', [pid]);
const places = async (of: Orm) => {
  const pool = (await of.em.getConnection().getNativeClient()) as pg.Pool;
  return { held: pool.totalCount - pool.idleCount, waiting: pool.waitingCount };
};
/** More often than there are connections: were one place lost each time, the later ones would wait in vain. */
const often = async (of: Orm, lose: (em: Transaction) => Promise<unknown>, times = 8) => {
  for (let time = 0; time < times; time += 1)
    await expect(of.em.fork().transactional((em) => lose(em))).rejects.not.toThrow(/exceeded/);
  expect(await of.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
  await expect.poll(() => places(of), { timeout: 10_000 }).toEqual({ held: 0, waiting: 0 });
};

describe('a connection lost in mid-transaction leaves its place to another', () => {
  it('between two statements', () =>
    often(orm, async (em) => {
      await terminate(await pidOf(em));
      await em.execute('select 1');
    }));
  it('before its rollback', () =>
    often(orm, async (em) => {
      await terminate(await pidOf(em));
      throw new Error('a rule refuses');
    }));
  it('during a statement', () => often(orm, (em) => em.execute('select pg_terminate_backend(pg_backend_pid())')));
  it('within a nested transaction', () =>
    often(orm, (em) => em.transactional((inner) => inner.execute('select pg_terminate_backend(pg_backend_pid())'))));
  it('during its commit', () => often(orm, (em) => em.execute('insert into lost values (1)')));
  it('before it has begun', async () => {
    const pool = (await orm.em.getConnection().getNativeClient()) as pg.Pool;
    const lose = (client: pg.PoolClient) => void Reflect.get(Reflect.get(client, 'connection'), 'stream').destroy();
    pool.on('acquire', lose);
    for (let time = 0; time < 8; time += 1)
      await expect(orm.em.fork().transactional(async () => undefined)).rejects.toThrow(/connection|terminated/i);
    pool.off('acquire', lose);
    await often(orm, async () => {
      throw new Error('a rule refuses');
    });
  });
  it('when its server does not answer in time', async () => {
    const impatient = openOrm(database.connection, {
      connections: 3,
      acquisition: 8000,
      limits: { ...limitsOfRequests, query_timeout: 100 },
    });
    await often(impatient, (em) => em.execute('select pg_sleep(2)'), 5);
    await impatient.close(true);
  });
  it('when the transaction sleeps, or waits too long for a lock', async () => {
    const impatient = openOrm(database.connection, {
      connections: 3,
      acquisition: 8000,
      limits: { query_timeout: 2000, lock_timeout: 100, idle_in_transaction_session_timeout: 100 },
    });
    await often(
      impatient,
      async (em) => {
        await em.execute('select 1');
        await new Promise((resolve) => setTimeout(resolve, 300));
        await em.execute('select 1');
      },
      4,
    );
    const holder = outside.em.fork();
    await holder.begin();
    await holder.execute('lock table lost');
    await expect(impatient.em.fork().execute('select * from lost')).rejects.toMatchObject({ code: '55P03' });
    await holder.rollback();
    await impatient.close(true);
  });
});

it('an application that lost more transactions than it has connections is well', async () => {
  const app = await createApp(database.connection, readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0' }));
  try {
    await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        app.orm.em.fork().transactional(async (em) => {
          await terminate(await pidOf(em));
          await em.execute('select 1');
        }),
      ),
    );
    expect((await app.server.inject('/health')).statusCode).toBe(200);
    await expect.poll(() => places(app.orm), { timeout: 10_000 }).toEqual({ held: 0, waiting: 0 });
  } finally {
    await app.close();
  }
});
