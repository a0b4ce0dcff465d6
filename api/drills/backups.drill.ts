import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/load.js';
import { createRandom } from '../../seeds/random.js';
import { pinnedClock } from '../src/clock.js';
import { writeBackup } from '../src/database/backup/write.js';
import { migrate } from '../src/database/migrate.js';
import { startEmbedded } from '../src/database/server/embedded.js';
import { type DatabaseConnection, databaseUrl } from '../src/database/server/open.js';
import { notInBackups } from '../src/identity/sign-in/secrets.entity.js';
import { projectRoot } from '../src/project.js';
import { columnsOf, contentOf, queryOnce, schemaOf } from '../test/content.js';
import { createTestDatabase, type TestDatabase } from '../test/database.js';
import { backUpWhileWriting, flipBytes, killRestores, restoreInto } from './backups.js';
import { fromNpm, installed, startGiven } from './given-server.js';
import { TODAY } from './network.js';

let folder: string;
let demo: TestDatabase;
const fileNamed = (name: string) => path.join(folder, name);
beforeAll(async () => {
  mkdirSync(path.join(projectRoot, '.data'), { recursive: true });
  folder = mkdtempSync(path.join(projectRoot, '.data', 'backups-'));
  // PostgreSQL runs as another user when root starts it.
  chmodSync(folder, 0o755);
  demo = await createTestDatabase();
  await loadDemo(demo.connection, pinnedClock(TODAY));
});
afterAll(async () => {
  await demo.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** All that is said in the tables that a backup keeps as they are: mails are held back. */
const said = async (connection: DatabaseConnection) => {
  const columns = await columnsOf(connection);
  for (const table of [...notInBackups, 'mail']) columns.delete(table);
  return contentOf(connection, columns);
};
const expectSame = async (copy: DatabaseConnection, first: DatabaseConnection) => {
  expect(await said(copy)).toEqual(await said(first));
};

it('20 backups while clients write are each of one moment', async () => {
  const { backups, acknowledged } = await backUpWhileWriting({ backups: 20, folder });
  const slowest = Math.max(...backups.map(({ seconds }) => seconds));
  console.log(`${acknowledged} writes acknowledged, 20 backups meanwhile, the slowest in ${slowest.toFixed(2)} s`);
  expect(backups.every(({ writes, before }) => writes >= before)).toBe(true);
});

it('into a new embedded cluster: figures and hashes are the same; of 300 changed bytes each one is refused', async () => {
  const file = fileNamed('demo.backup');
  await writeBackup(demo.connection, file);
  const server = await startEmbedded({ folder: fileNamed('embedded') });
  try {
    await restoreInto(server.owner, file);
    await expectSame(server.owner, demo.connection);
    expect(await schemaOf(server.owner)).toEqual(await schemaOf(demo.connection));
  } finally {
    await server.stop();
  }
  expect(await flipBytes(file, 300, createRandom(1))).toBe(300);
});

it('a restore that is killed at any moment is not opened, and the next one is whole', async () => {
  const file = fileNamed('killed.backup');
  await writeBackup(demo.connection, file);
  const copy = await createTestDatabase('template0');
  try {
    const killed = await killRestores({ file, connection: copy.connection, times: 12, random: createRandom(2) });
    console.log(`${killed.length} restores killed with so many tables there: ${killed.join(', ')}`);
    await restoreInto(copy.connection, file);
    await expectSame(copy.connection, demo.connection);
  } finally {
    await copy.drop();
  }
});

it('400 MB of files in little memory', async () => {
  const heavy = await createTestDatabase();
  const copy = await createTestDatabase('template0');
  const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, held());
  }, 20);
  try {
    await loadDemo(heavy.connection, pinnedClock(TODAY));
    // A thousand bytes at a time, since PostgreSQL has no other random ones.
    await queryOnce(
      heavy.connection,
      `insert into file_chunk (epci_id, position, bytes)
       select 1, n, (select string_agg(sha512((n || '-' || m)::bytea), '' order by m) from generate_series(1, 1024) m)
       from generate_series(1, 6400) n`,
    );
    const before = held();
    most = 0;
    const began = performance.now();
    const file = fileNamed('heavy.backup');
    await writeBackup(heavy.connection, file);
    const written = (performance.now() - began) / 1000;
    await restoreInto(copy.connection, file);
    const seconds = (performance.now() - began) / 1000;
    const megabytes = (bytes: number) => Math.round(bytes / 1e6);
    console.log(
      `${megabytes(statSync(file).size)} MB written and read back in ${written.toFixed(1)} s, restored by ${seconds.toFixed(1)} s;`,
      `held ${megabytes(before)} MB before, ${megabytes(most)} MB at most`,
    );
    expect(most - before).toBeLessThan(200e6);
  } finally {
    clearInterval(watch);
    await heavy.drop();
    await copy.drop();
  }
});

/** A backup of the embedded 18 goes to a server that somebody hosts, and one of that comes back; nothing is told apart. */
const thereAndBack = async (bin: string, name: string): Promise<void> => {
  const given = await startGiven(bin, fileNamed(name));
  const back = await createTestDatabase('template0');
  try {
    const [there, andBack] = [fileNamed(`${name}.there`), fileNamed(`${name}.back`)];
    await writeBackup(demo.connection, there);
    await restoreInto(given.connection, there);
    await migrate(given.connection);
    await writeBackup(given.connection, andBack);
    await restoreInto(back.connection, andBack);
    await expectSame(back.connection, demo.connection);
    expect(await schemaOf(back.connection)).toEqual(await schemaOf(demo.connection));
  } finally {
    await given.stop();
    await back.drop();
  }
};

// Of an ordinary user who may create roles, in a cluster that has none of ours: since 16 that user takes none on by having made it.
it.each(['16.14.0-beta.17', '17.10.0-beta.17', '18.4.0-beta.17'])(
  'PostgreSQL %s takes a backup of ours, and gives one back',
  (version) => thereAndBack(fromNpm(version), `npm-${version.slice(0, 2)}`),
);

const bin = installed('15') ?? '';
if (!bin)
  console.log('PostgreSQL 15 of Debian is not installed (apt-get install postgresql-15): what needs it is left out.');
describe.skipIf(!bin)('a PostgreSQL 15 that somebody hosts, and whose superuser we are not', () => {
  it('takes a backup of 18, and gives one back', () => thereAndBack(bin, 'given'));

  it('whose dump was restored by pg_restore into a server without our roles is as declared after a start', async () => {
    const [first, second] = [await startGiven(bin, fileNamed('first')), await startGiven(bin, fileNamed('second'))];
    try {
      await migrate(first.connection);
      await loadDemo(first.connection, pinnedClock(TODAY));
      const program = (name: string, ...args: string[]) =>
        spawnSync(path.join(bin, name), args, { encoding: 'utf8' }).stderr;
      const dump = fileNamed('dump');
      program('pg_dump', '-Fc', '-f', dump, databaseUrl(first.connection));
      expect(program('pg_restore', '-d', databaseUrl(second.connection), dump)).toContain(
        '"parvis_staff" does not exist',
      );
      expect(await queryOnce(second.connection, 'select from pg_policies')).toEqual([]);
      await migrate(second.connection);
      expect(await schemaOf(second.connection)).toEqual(await schemaOf(first.connection));
      await expectSame(second.connection, first.connection);
    } finally {
      await first.stop();
      await second.stop();
    }
  });
});
