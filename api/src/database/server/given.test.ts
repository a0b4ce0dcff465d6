import { expect, inject, test } from 'vitest';
import { sharesSessions } from './given.js';
import { openDatabase } from './open.js';

const server = inject('server');
const socket = encodeURIComponent(server.host);
const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataFolder: '/nowhere' });

test('the PostgreSQL of DATABASE_URL is used, and nothing embedded starts', async () => {
  const database = await open(`postgres://parvis@/parvis?host=${socket}`);
  expect(database).toMatchObject({ embedded: false, connection: { host: server.host, database: 'parvis' } });
});

test.for([
  ['postgres://me:secret@127.0.0.1:1/parvis', 'nothing answers at 127.0.0.1:1'],
  ['postgres://me:secret@host.invalid/parvis', 'the host host.invalid is unknown'],
  [`postgres://parvis@/absent?host=${socket}`, 'the database "absent" does not exist'],
  [`postgres://stranger@/parvis?host=${socket}`, 'stranger'],
  ['postgres://me:secret@host:port/parvis', 'DATABASE_URL cannot be read'],
] as const)('a wrong address %s is explained: %s', async ([url, sentence]) => {
  const refusal = await open(url).catch((error: Error) => error);
  expect(refusal).toMatchObject({ name: 'DatabaseProblem', message: expect.stringContaining(sentence) });
  expect((refusal as Error).message).not.toContain('secret');
});

/** A connection whose statements meet these sessions of the server, in order. */
const meeting = (...sessions: { pid: number; own?: boolean }[]) => ({
  query: async (sql: string) => ({ rows: sql.startsWith('select') ? [{ own: true, ...sessions.shift() }] : [] }),
});
test.for([
  ['PostgreSQL itself', [{ pid: 1 }, { pid: 1 }], { pid: 2 }, false],
  ['a pooler that lends the session to another transaction', [{ pid: 1 }, { pid: 2 }], { pid: 1 }, true],
  ['a pooler that goes on with another session', [{ pid: 1 }, { pid: 3 }], { pid: 2 }, true],
  [
    'a pooler that drops settings',
    [
      { pid: 1, own: false },
      { pid: 1, own: false },
    ],
    { pid: 2, own: false },
    true,
  ],
] as const)('%s is told by the sessions of two connections', async ([, one, other, shares]) => {
  expect(await sharesSessions(meeting(...one) as never, meeting(other) as never)).toBe(shares);
});
