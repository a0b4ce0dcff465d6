import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { type App, createApp } from '../app.js';
import { readConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { type Orm, openOrm } from '../database/orm.js';
import { makeReadiness } from '../health/readiness.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-health-'));
const config = readConfig({ LOG_LEVEL: 'silent', PARVIS_DEMO: '0', PARVIS_DATA: folder });
let database: TestDatabase;
let app: App;
let owner: Orm;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await createApp(database.working, config);
  owner = openOrm(database.connection);
});
afterAll(async () => {
  await app.close();
  await owner.close(true);
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const names = ['CONNECTION', 'VERSION', 'WRITE', 'DISK'];
const all = (ok: boolean) => names.map((name) => ({ name, ok }));

it('is ready before its first statement, and says so to machines that know no name of ours', async () => {
  for (const url of ['/health', '/health/ready']) {
    const answer = await app.server.inject({ url, headers: { host: '10.0.0.7:4000' } });
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok', checks: all(true) }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  }
  const live = await app.server.inject({ url: '/health/live', headers: { host: '10.0.0.7:4000' } });
  expect([live.statusCode, live.json()]).toEqual([200, { status: 'ok' }]);
});

it('without its database it is alive and not ready, and tells nothing of why', async () => {
  const lost = await createApp({ ...database.connection, host: path.join(folder, 'nowhere') }, config);
  try {
    const ready = await lost.server.inject('/health/ready');
    expect(ready.statusCode).toBe(503);
    const ofDatabase = names.map((name) => ({ name, ok: name === 'DISK' }));
    expect(ready.json()).toEqual({ status: 'unavailable', checks: ofDatabase });
    expect((await lost.server.inject('/health/live')).statusCode).toBe(200);
  } finally {
    await lost.close();
  }
});

describe('each thing that lacks is told by its name', () => {
  const log = { warn: vi.fn(), info: vi.fn() };
  const run = (statement: string) => owner.em.fork().execute(statement);
  const lacking = async (room?: number) => {
    const checks = await makeReadiness({
      orm: app.orm,
      dataFolder: folder,
      log,
      freshness: 0,
      ...(room ? { room } : {}),
    })();
    return checks.filter(({ ok }) => !ok).map(({ name }) => name);
  };

  it('another version that its owner brought it to', async () => {
    await run(`comment on table migration is 'prepared by another version'`);
    expect(await lacking()).toEqual(['VERSION']);
    await migrate(database.connection);
    expect(await lacking()).toEqual([]);
  });

  it('a function that was changed by hand', async () => {
    await run('alter function fold volatile');
    expect(await lacking()).toEqual(['VERSION']);
    await run('alter function fold immutable');
    expect(await lacking()).toEqual([]);
  });

  it('a write that is refused', async () => {
    await run('revoke insert on attempt from parvis_sign_in');
    expect(await lacking()).toEqual(['WRITE']);
    await run('grant insert on attempt to parvis_sign_in');
    expect(await run('select * from attempt')).toEqual([]);
  });

  it('room on the disk', async () => {
    expect(await lacking(Number.MAX_SAFE_INTEGER)).toEqual(['DISK']);
    expect(log.warn).toHaveBeenCalled();
  });
});
