import { expect, inject, test } from 'vitest';
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
