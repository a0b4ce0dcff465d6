import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, makeNetwork } from '../../test/network.js';
import { nameOfBackup } from '../database/backup/keeping.rules.js';
import { Jobs } from '../jobs/boss.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-report-'));
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi('2026-03-12', undefined, undefined, { backups: folder, dataFolder: folder });
  await makeNetwork(api);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const anInstant = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
const query = `{ health {
  checks { name ok } version postgresql databaseBytes freeBytes startedAt waitingMails
  backups { standing madeAt verifiedAt bytes failedAt } jobs { name ranAt failedAt } } }`;
const report = async () => {
  const { data, errors } = await api.ask<{ health: Record<string, unknown> }>(callers.admin, query);
  expect(errors).toEqual([]);
  return data.health;
};

it('an administrator reads how Parvis is: checks, versions, sizes, mails that wait, and that nothing ran yet', async () => {
  await api.orm.em.fork().execute(`
    insert into mail (account_id, to_address, kind, dedupe_key, subject, text, html, status)
    select 2, 'x', 'DIGEST', n::text, '', '', '', status from unnest(array['QUEUED', 'QUEUED', 'SENT', 'FAILED']) with ordinality s (status, n)`);
  expect(await report()).toEqual({
    checks: ['CONNECTION', 'VERSION', 'WRITE', 'DISK'].map((name) => ({ name, ok: true })),
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    postgresql: expect.stringMatching(/^1[5-9]\./),
    databaseBytes: expect.any(Number),
    freeBytes: expect.any(Number),
    startedAt: anInstant,
    waitingMails: 2,
    backups: { standing: 'NONE', madeAt: null, verifiedAt: null, bytes: null, failedAt: null },
    jobs: [
      { name: 'HOUR', ranAt: null, failedAt: null },
      { name: 'MAIL', ranAt: null, failedAt: null },
    ],
  });
});

it('tells when the last backup was made and read back, and says when that is more than 26 hours ago, or when a try failed', async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const note = (hours: number, more = {}) => {
    const verified = { file: nameOfBackup(hoursAgo(hours)), at: hoursAgo(hours).toISOString(), bytes: 1234, holds: '' };
    writeFileSync(path.join(folder, 'last.json'), JSON.stringify({ verified, ...more }));
  };
  note(25);
  expect((await report()).backups).toMatchObject({
    standing: 'VERIFIED',
    madeAt: anInstant,
    verifiedAt: anInstant,
    bytes: 1234,
  });
  note(27);
  expect((await report()).backups).toMatchObject({ standing: 'LATE' });
  note(1, { failed: { at: hoursAgo(0).toISOString(), problem: '/srv/backups is full' } });
  expect((await report()).backups).toMatchObject({ standing: 'FAILED', failedAt: anInstant });
});

it('tells when the jobs ran last', async () => {
  const work = { mail: async () => undefined, hour: async () => undefined };
  const jobs = new Jobs(
    api.connection,
    work,
    { error: () => undefined, warn: () => undefined },
    { hourPollingSeconds: 0.5 },
  );
  await jobs.start();
  await expect
    .poll(async () => (await report()).jobs, { timeout: 15_000 })
    .toMatchObject([
      { name: 'HOUR', ranAt: anInstant, failedAt: null },
      { name: 'MAIL', ranAt: null },
    ]);
  await jobs.stop();
});
