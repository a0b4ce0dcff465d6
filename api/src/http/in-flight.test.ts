import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { makePeople, password } from '../../test/people.js';
import { type App, createApp } from '../app.js';
import { readConfig } from '../config.js';
import { openOrm } from '../database/orm.js';
import { refusalOf } from '../graphql/errors.js';
import { InFlight } from './in-flight.js';

let database: TestDatabase;
let app: App;
const cookies: Record<string, Record<string, string>> = {};
beforeAll(async () => {
  database = await createTestDatabase();
  const config = readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0', PARVIS_TODAY: '2026-03-12' });
  app = await createApp(database.connection, config);
  await makePeople(app.orm);
  for (const email of ['staff@voiron.test', 'staff@cinor.test']) {
    const answer = await app.server.inject({ method: 'POST', url: '/auth/sign-in', payload: { email, password } });
    cookies[email] = Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
  }
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const ask = (email: string, query = '{ meetings { totalCount } }') =>
  app.server.inject({ method: 'POST', url: '/graphql', payload: { query }, cookies: cookies[email] ?? {} });

/** Holds every reader of meetings until `free` is called. */
async function holdMeetings(): Promise<{ waiting(): Promise<number>; free(): Promise<void> }> {
  const em = app.orm.em.fork();
  await em.begin();
  await em.execute('lock table meeting in access exclusive mode');
  return {
    waiting: async () => {
      const [row] = await app.orm.em
        .fork()
        .execute<[{ count: number }]>(
          `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
      return row.count;
    },
    free: () => em.rollback(),
  };
}

it('one account has eight requests under way at most, the others go on, and it may ask again once they are answered', async () => {
  const held = await holdMeetings();
  const slow = Array.from({ length: 8 }, () => ask('staff@voiron.test'));
  await expect.poll(held.waiting).toBe(8);

  const ninth = await ask('staff@voiron.test');
  expect(ninth.statusCode).toBe(429);
  expect(ninth.json().errors).toMatchObject([
    {
      message: 'Vous avez déjà 8 demandes en cours. Attendez une réponse, puis réessayez.',
      extensions: { code: 'RATE_LIMITED', name: 'TooManyAtOnce' },
    },
  ]);
  const other = ask('staff@cinor.test');
  await expect.poll(held.waiting).toBe(9);

  await held.free();
  for (const answer of await Promise.all([...slow, other])) expect(answer.json().errors).toBeUndefined();
  expect((await ask('staff@voiron.test')).json()).toEqual({ data: { meetings: { totalCount: 0 } } });
});

it('one account has two heavy statements under way at most: its others wait, and hold no connection', async () => {
  // Of different years: the facts of one are read once, however often a request asks for them.
  const reports = Array.from(
    { length: 6 },
    (_, index) => `a${index}: complianceReport(year: ${2021 + index}) { guichetId }`,
  );
  const held = await holdMeetings();
  const heavy = Array.from({ length: 5 }, () => ask('staff@voiron.test', `{ ${reports.join(' ')} }`));
  const light = ask('staff@voiron.test');
  await expect.poll(held.waiting).toBe(3);
  const other = ask('staff@cinor.test', `{ meetings(first: 1) { totalCount } ${reports.join(' ')} }`);
  await expect.poll(held.waiting).toBe(4);

  await held.free();
  for (const answer of await Promise.all([...heavy, light, other])) expect(answer.json().errors).toBeUndefined();
});

it('whoever finds every connection taken is told that the service is busy', async () => {
  const orm = openOrm(database.connection, { connections: 1, acquisition: 50 });
  const em = orm.em.fork();
  await em.begin();
  const error = await orm.em
    .fork()
    .execute('select 1')
    .catch((caught: unknown) => caught);
  await em.rollback();
  await orm.close(true);
  expect(refusalOf(error)?.name).toBe('DatabaseUnavailable');
});

it('a request counts once, and not at all when whoever asked hung up before their session was known', async () => {
  const inFlight = new InFlight(1);
  const request = () => ({}) as FastifyRequest;
  const gone = request();
  await inFlight.during(gone, undefined);
  inFlight.take(gone, '1');

  const asked = request();
  inFlight.take(asked, '1');
  inFlight.take(asked, '1');
  expect(() => inFlight.take(request(), '1')).toThrow('TooManyAtOnce');
  await inFlight.during(asked, undefined);
  inFlight.take(request(), '1');
});
