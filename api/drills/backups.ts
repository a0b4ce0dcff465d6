import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../seeds/random.js';
import { createApp } from '../src/app.js';
import { allConcepts } from '../src/concept/meta.js';
import { readConfig } from '../src/config.js';
import { openBackup } from '../src/database/backup/read.js';
import { openToRestore, restore } from '../src/database/backup/restore.js';
import { writeBackup } from '../src/database/backup/write.js';
import { migrate } from '../src/database/migrate.js';
import { type DatabaseConnection, databaseUrl } from '../src/database/server/open.js';
import { signingIn } from '../src/identity/access/sign-in-role.js';
import { openSession } from '../src/identity/sign-in/sessions.service.js';
import { projectRoot } from '../src/project.js';
import { settleCopy } from '../src/setup/settle-copy.js';
import type { TestApi } from '../test/api.js';
import { queryOnce } from '../test/content.js';
import { createTestDatabase } from '../test/database.js';
import { makeNetwork, TODAY } from '../test/network.js';
import { Writers } from './writers.js';

export interface WritingReport {
  /** What each backup holds: of the clients' writes, and of those that were acknowledged before it began. */
  backups: { writes: number; before: number; seconds: number }[];
  acknowledged: number;
}

/** Restores as the command does. */
export const restoreInto = async (connection: DatabaseConnection, file: string): Promise<void> => {
  const backup = await openToRestore(file);
  await restore(connection, backup, async ({ em }) => {
    await settleCopy(em, { now: () => new Date() }, new Date(backup.header.madeAt));
  });
};

/**
 * Backs up again and again while clients write, and restores each backup: it has every write that was acknowledged before it began,
 * and each row is what the last record of its history says, which was written in the same transaction.
 *
 * @param given.folder where the files go
 */
export async function backUpWhileWriting(given: { backups: number; folder: string }): Promise<WritingReport> {
  const database = await createTestDatabase();
  const app = await createApp(
    database.connection,
    readConfig({ LOG_LEVEL: 'silent', PORT: '0', PARVIS_DEMO: '0', PARVIS_TODAY: TODAY }),
  );
  try {
    await makeNetwork({ orm: app.orm } as TestApi);
    const url = await app.server.listen({ port: 0, host: '127.0.0.1' });
    const { secret } = await signingIn(app.orm.em.fork(), (em) =>
      openSession(em, { id: '2', role: 'EPCI_STAFF' }, new Date(`${TODAY}T10:00:00Z`)),
    );
    const writers = new Writers(url, `parvis_session=${secret}`, 'backup', 4);
    const made: { file: string; before: string[]; seconds: number }[] = [];
    for (let number = 0; number < given.backups; number += 1) {
      while (writers.acknowledged < 10 * (number + 1)) await sleep(10);
      const before = writers.writes
        .filter(({ fate }) => fate === 'added' || fate === 'changed')
        .map(({ name }) => name);
      const file = path.join(given.folder, `${number}.backup`);
      const began = performance.now();
      await writeBackup(database.connection, file);
      made.push({ file, before, seconds: (performance.now() - began) / 1000 });
    }
    await writers.stop();
    const backups = [];
    for (const { file, before, seconds } of made) {
      const copy = await createTestDatabase('template0');
      try {
        await restoreInto(copy.connection, file);
        backups.push({ writes: await checkCopy(copy.connection, before), before: before.length, seconds });
      } finally {
        await copy.drop();
      }
    }
    return { backups, acknowledged: writers.acknowledged };
  } finally {
    await app.close();
    await database.drop();
  }
}

/** @returns how many of the clients' writes a copy has. @throws Error when one is missing, or a row is not what its history says */
const checkCopy = async (copy: DatabaseConnection, expected: readonly string[]): Promise<number> => {
  const rows = await queryOnce<{ name: string }>(copy, `select name from organisation where name like 'drill %'`);
  const names = new Set(rows.map(({ name }) => name));
  const missing = expected.filter((name) => !names.has(name));
  if (missing.length > 0) throw new Error(`Acknowledged before the backup, and not in it: ${missing.join(', ')}`);
  for (const { name, table } of allConcepts().filter(({ unrecorded }) => !unrecorded)) {
    const torn = await queryOnce<{ id: string }>(
      copy,
      `with last as (
         select distinct on (row_id) row_id, after - '{revision,updated_at}'::text[] as said
         from change where concept = '${name}' order by row_id, id desc)
       select coalesce(t.id, l.row_id)::text as id
       from "${table}" t full join last l on l.row_id = t.id
       where to_jsonb(t) - '{revision,updated_at}'::text[] is distinct from l.said`,
    );
    if (torn.length > 0)
      throw new Error(`${name} ${torn[0]?.id} is not what its history says: two moments in one backup.`);
  }
  return rows.length;
};

/** Changes one byte after the other, and gives how many of those files were refused. */
export async function flipBytes(file: string, times: number, random: Random): Promise<number> {
  const whole = readFileSync(file);
  const wrong = `${file}.wrong`;
  let refused = 0;
  for (let time = 0; time < times; time += 1) {
    const bytes = Buffer.from(whole);
    const at = random.whole(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
    writeFileSync(wrong, bytes);
    refused += await openBackup(wrong).then(
      () => 0,
      () => 1,
    );
  }
  return refused;
}

/** A process of `npm run restore`, from the sources. */
const startRestore = (connection: DatabaseConnection, file: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/src/restore.ts', file], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: databaseUrl(connection), TSX_TSCONFIG_PATH: 'api/tsconfig.json' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return { child, said: () => said };
};

/** Since when a restore of a database is under way, or was cut short; null where none is. */
const begunAt = async (connection: DatabaseConnection): Promise<string | null> => {
  const [there] = await queryOnce(connection, `select where to_regclass('unfinished_restore') is not null`);
  if (!there) return null;
  const [mark] = await queryOnce<{ since: string }>(connection, 'select since::text from unfinished_restore');
  return mark?.since ?? null;
};

/** What a restore says when PostgreSQL has not ended yet what the last one began: it is asked again. */
const notYet = /is under way|is still ending/;

/**
 * Kills one restore after the other into the same database, at some moment after it has begun; each time Parvis refuses to open it.
 *
 * @returns how many tables were there, each time
 */
export async function killRestores(given: {
  file: string;
  connection: DatabaseConnection;
  times: number;
  random: Random;
}): Promise<number[]> {
  const { file, connection, times, random } = given;
  const tables: number[] = [];
  while (tables.length < times) {
    const former = await begunAt(connection);
    const { child, said } = startRestore(connection, file);
    const ended = once(child, 'exit');
    for (let mark = former; mark === null || mark === former; mark = await begunAt(connection)) {
      if (child.exitCode !== null) break;
      await sleep(10);
    }
    await sleep(random.whole(0, 1000));
    child.kill('SIGKILL');
    await ended;
    if (child.exitCode !== null && child.exitCode !== 0 && !notYet.test(said())) throw new Error(said());
    if (child.exitCode !== null && child.exitCode !== 0) continue;
    // It was quicker, and is whole: nothing was cut short.
    if ((await begunAt(connection)) === null) {
      await queryOnce(connection, 'drop schema public cascade; create schema public');
      continue;
    }
    const opened = await migrate(connection).then(
      () => 'was opened',
      (error: Error) => error.message,
    );
    if (!opened.includes('cut short')) throw new Error(`A restore that was killed: ${opened}`);
    const [count] = await queryOnce<{ n: number }>(
      connection,
      `select count(*)::int as n from pg_tables where schemaname = 'public'`,
    );
    tables.push(count?.n ?? 0);
  }
  return tables;
}
