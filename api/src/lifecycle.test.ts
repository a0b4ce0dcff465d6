import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, startWithEmbedded } from '../test/application.js';
import { serverFolder } from './database/server/folder.js';
import { chooseIdentity } from './database/server/identity.js';
import { joinDatabase } from './database/server/open.js';
import { processesIn } from './database/server/processes.js';
import { projectRoot } from './project.js';

let folder: string;
let application: Application;
const children: ChildProcess[] = [];
const home = () => serverFolder(folder, chooseIdentity(folder));

beforeAll(async () => {
  mkdirSync(path.join(projectRoot, '.data'), { recursive: true });
  folder = mkdtempSync(path.join(projectRoot, '.data', 'stop-'));
  // PostgreSQL runs as another user when root starts it.
  chmodSync(folder, 0o755);
  const told = (child: ChildProcess) => void children.push(child);
  application = await startWithEmbedded({ folder, fromSources: true, spawned: told }, { LOG_LEVEL: 'error' });
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const pid of processesIn(path.join(home(), 'data'))) process.kill(pid, 'SIGKILL');
  rmSync(home(), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

const json = { 'content-type': 'application/json' };
const cookieOfStaff = async () => {
  const headers = { ...json, origin: application.url };
  const body = JSON.stringify({ key: 'personnel' });
  const entered = await fetch(`${application.url}/auth/persona`, { method: 'POST', headers, body });
  return entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

it.skipIf(process.platform === 'win32')(
  'told to stop, it ends within eight seconds, and its PostgreSQL with it, whoever holds on to it',
  async () => {
    const cookie = await cookieOfStaff();
    const { hostname, port } = new URL(application.url);
    // Half a request, whose other half never comes.
    const half = net.connect(Number(port), hostname, () => {
      half.write(`POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n`);
      half.write('Content-Length: 1000\r\n\r\n{"query":');
    });
    half.on('error', () => undefined);
    // A connection that has said nothing yet, as browsers keep one ready, and one that waits for its next request.
    const silent = net.connect(Number(port), hostname);
    silent.on('error', () => undefined);
    const agent = new http.Agent({ keepAlive: true });
    const [health] = (await once(http.get(`${application.url}/health`, { agent }), 'response')) as [
      http.IncomingMessage,
    ];
    expect(health.resume().statusCode).toBe(200);
    await once(health, 'end');
    // A request that waits in PostgreSQL for a lock.
    const connection = joinDatabase({ dataFolder: folder })?.owner;
    const holder = new pg.Client(connection);
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('begin; lock table meeting in access exclusive mode');
    const slow = fetch(`${application.url}/graphql`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ query: '{ meetings { totalCount } }' }),
    }).catch((error: unknown) => error);
    const waiting = async () => {
      // Within a transaction PostgreSQL goes on showing what it showed first.
      await holder.query('select pg_stat_clear_snapshot()');
      const asked = `select count(*)::int n from pg_stat_activity where wait_event_type = 'Lock'`;
      return (await holder.query<{ n: number }>(asked)).rows[0]?.n;
    };
    await expect.poll(waiting, { timeout: 20_000 }).toBeGreaterThan(0);

    const began = performance.now();
    const code = await application.stop();
    const seconds = (performance.now() - began) / 1000;
    expect(code, application.output()).toBe(0);
    expect(seconds).toBeLessThan(8);
    expect(processesIn(path.join(home(), 'data'))).toEqual([]);
    await slow;
    await holder.end().catch(() => undefined);
    agent.destroy();
    half.destroy();
    silent.destroy();
  },
  120_000,
);
