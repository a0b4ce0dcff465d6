import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../project.js';
import { canEnter } from './identity.js';
import type { DatabaseConnection } from './open.js';
import { processesIn } from './processes.js';

const isRoot = process.getuid?.() === 0;
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };

interface Application {
  process: ChildProcess;
  connection: DatabaseConnection;
}

const folders: string[] = [];
const applications: ChildProcess[] = [];

function aFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-test-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Runs an application of its own on the folder, as these tests kill it: what it said when ready, or why it stopped. */
async function run(folder: string, as?: { uid: number; gid: number }) {
  const held = path.join(projectRoot, 'api/test/hold-database.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', held, folder], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  });
  applications.push(child);
  const [line] = await new Promise<string[]>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve([data.toString()]));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before saying anything`)));
  });
  const said = JSON.parse(line!) as { connection?: DatabaseConnection; problem?: string };
  return { process: child, ...said };
}

async function start(folder: string, as?: { uid: number; gid: number }): Promise<Application> {
  const application = await run(folder, as);
  expect(application.problem).toBeUndefined();
  return { process: application.process, connection: application.connection! };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

async function query<T extends pg.QueryResultRow>(connection: DatabaseConnection, sql: string): Promise<T[]> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const dataOf = (folder: string) => path.join(folder, 'postgresql', 'data');
const serverPid = (folder: string) =>
  Number(readFileSync(path.join(dataOf(folder), 'postmaster.pid'), 'utf8').split('\n')[0]);

async function writeRows({ connection }: Application): Promise<void> {
  await query(connection, 'create table kept as select n from generate_series(1, 1000) n');
}

async function countRows({ connection }: Application): Promise<number> {
  return (await query<{ n: number }>(connection, 'select count(*)::int as n from kept'))[0]!.n;
}

afterEach(async () => {
  for (const child of applications.splice(0)) await end(child, 'SIGTERM');
  for (const folder of folders.splice(0)) {
    for (const pid of processesIn(dataOf(folder))) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

describe.skipIf(process.platform === 'win32')('the embedded PostgreSQL', () => {
  test('sorts in French from the first start, and a clean stop leaves no process', async () => {
    const folder = aFolder();
    const application = await start(folder);
    const rows = await query<{ name: string }>(
      application.connection,
      "select name from (values ('Eybens'), ('Zurich'), ('Écully'), ('Eclose')) town(name) order by name",
    );
    expect(rows.map((row) => row.name)).toEqual(['Eclose', 'Écully', 'Eybens', 'Zurich']);
    await end(application.process, 'SIGTERM');
    expect(application.process.exitCode).toBe(0);
    expect(processesIn(dataOf(folder))).toEqual([]);
    expect(existsSync(path.join(dataOf(folder), 'postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  test('after kill -9 of the application, the next start takes over the server it left', async () => {
    const folder = aFolder();
    const first = await start(folder);
    await writeRows(first);
    const pid = serverPid(folder);
    await end(first.process, 'SIGKILL');
    const second = await start(folder);
    expect(serverPid(folder)).toBe(pid);
    expect(await countRows(second)).toBe(1000);
    await end(second.process, 'SIGTERM');
    expect(processesIn(dataOf(folder))).toEqual([]);
  });

  test('after kill -9 of the server alone, the running application has it again, with every row', async () => {
    const folder = aFolder();
    const application = await start(folder);
    await writeRows(application);
    const pid = serverPid(folder);
    process.kill(pid, 'SIGKILL');
    let count: number | undefined;
    for (let tries = 0; count === undefined && tries < 100; tries++) {
      await sleep(100);
      count = await countRows(application).catch(() => undefined);
    }
    expect(count).toBe(1000);
    expect(serverPid(folder)).not.toBe(pid);
  });

  test('after kill -9 of both, the next start recovers every row', async () => {
    const folder = aFolder();
    const first = await start(folder);
    await writeRows(first);
    first.process.kill('SIGKILL');
    process.kill(serverPid(folder), 'SIGKILL');
    await end(first.process, 'SIGKILL');
    expect(await countRows(await start(folder))).toBe(1000);
  });

  test('a second start on the same folder says which process holds it', async () => {
    const folder = aFolder();
    const first = await start(folder);
    const second = await run(folder);
    expect(second.problem).toContain(`process ${first.process.pid}`);
    expect(second.problem).toContain('PARVIS_DATA');
    expect(await query(first.connection, 'select 1')).toHaveLength(1);
  });

  test('of two starts at the same moment, one wins and the other says so', async () => {
    const folder = aFolder();
    const both = await Promise.all([run(folder), run(folder)]);
    expect(both.filter((application) => application.connection)).toHaveLength(1);
    expect(both.filter((application) => application.problem)).toHaveLength(1);
  });

  test('a creation that was interrupted, and the lock of a dead process, are no obstacle', async () => {
    const folder = aFolder();
    if (isRoot) spawnSync('chown', ['postgres', folder]);
    mkdirSync(path.join(folder, 'postgresql', 'data.new', 'base'), { recursive: true });
    if (isRoot) spawnSync('chown', ['-R', 'postgres', path.join(folder, 'postgresql')]);
    const dead = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))']).stdout.toString();
    writeFileSync(path.join(folder, 'lock'), JSON.stringify({ pid: Number(dead), since: 'yesterday' }));
    await start(folder);
  });

  test('the lock of a process whose number another has taken is no obstacle', async () => {
    const folder = aFolder();
    writeFileSync(path.join(folder, 'lock'), JSON.stringify({ pid: process.pid, beginning: '1', since: 'yesterday' }));
    await start(folder);
  });

  test('data of another major version of PostgreSQL is refused with a sentence', async () => {
    const folder = aFolder();
    await end((await start(folder)).process, 'SIGTERM');
    writeFileSync(path.join(dataOf(folder), 'PG_VERSION'), '17\n');
    expect((await run(folder)).problem).toContain('was written by PostgreSQL 17 and this Parvis brings PostgreSQL 18');
  });

  test('works in a folder with a very long path', async () => {
    const folder = path.join(aFolder(), 'a-long-name-'.repeat(9));
    const { connection } = await start(folder);
    expect(connection.host).toContain(os.tmpdir());
    folders.push(connection.host);
  });

  describe.skipIf(!isRoot)('started by root (these tests change user, which nobody else can)', () => {
    test('in a folder that nobody else can enter, keeps its data where its user can', async () => {
      const folder = aFolder();
      chmodSync(folder, 0o700);
      const first = await start(path.join(folder, 'data'));
      await writeRows(first);
      const elsewhere = readFileSync(path.join(folder, 'data', 'elsewhere'), 'utf8').trim();
      folders.push(elsewhere);
      await end(first.process, 'SIGTERM');
      const second = await start(path.join(folder, 'data'));
      expect(await countRows(second)).toBe(1000);
      await end(second.process, 'SIGTERM');
    });

    test.skipIf(!canEnter(nobody, projectRoot))('an ordinary user runs it, and root may go on with it', async () => {
      const folder = aFolder();
      spawnSync('chown', ['nobody', folder]);
      const first = await start(folder, nobody);
      await writeRows(first);
      await end(first.process, 'SIGKILL');
      expect(await countRows(await start(folder))).toBe(1000);
    });

    test.skipIf(!canEnter(nobody, projectRoot))('a user id without a name is pointed to DATABASE_URL', async () => {
      const folder = aFolder();
      chmodSync(folder, 0o777);
      const { problem } = await run(folder, { uid: 54_321, gid: 54_321 });
      expect(problem).toContain('54321 has no name');
      expect(problem).toContain('DATABASE_URL');
    });
  });
});
