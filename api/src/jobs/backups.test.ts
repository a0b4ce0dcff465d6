import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { nameOfBackup } from '../database/backup/keeping.rules.js';
import { checkBackup } from '../database/backup/read.js';
import { backUpNightly, lackOfBackups, readBackupState } from './backups.js';

let database: TestDatabase;
const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-backups-'));
const log = { error: vi.fn(), info: vi.fn() };
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  vi.clearAllMocks();
});
const now = new Date('2026-12-01T01:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const pass = (at = now) => backUpNightly(database.connection, folder, at, log);

it('each night one backup is made and read back, and those that need not be kept go; other files stay', async () => {
  for (let ago = 1; ago <= 9; ago += 1) writeFileSync(path.join(folder, nameOfBackup(daysAgo(ago))), 'an older one');
  const cut = path.join(folder, `${nameOfBackup(daysAgo(3))}.partial`);
  writeFileSync(cut, '');
  utimesSync(cut, daysAgo(3), daysAgo(3));
  writeFileSync(path.join(folder, 'mine'), '');
  await pass();
  await pass(new Date('2026-12-01T23:00:00Z'));
  expect(log.error).not.toHaveBeenCalled();
  const made = nameOfBackup(now);
  // Of the eight days before, six; of the week before last its last day; of November its last night.
  expect(readdirSync(folder).sort()).toEqual(
    [
      ...[6, 5, 4, 3, 2, 1].map((ago) => nameOfBackup(daysAgo(ago))),
      nameOfBackup(daysAgo(9)),
      made,
      'last.json',
      'mine',
    ].sort(),
  );
  await checkBackup(path.join(folder, made));
  expect(await readBackupState(folder)).toMatchObject({
    verified: { file: made, holds: expect.stringContaining('tables') },
  });
});

it('one that fails removes nothing, is told, and is tried again by the next hour', async () => {
  const before = readdirSync(folder).sort();
  const tomorrow = daysAgo(-1);
  await backUpNightly({ ...database.connection, database: 'absent' }, folder, tomorrow, log);
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(log.error).toHaveBeenCalledOnce();
  expect(await readBackupState(folder)).toMatchObject({
    verified: { file: nameOfBackup(now) },
    failed: { problem: expect.stringContaining('absent') },
  });
  expect(await lackOfBackups(folder, tomorrow)).toContain('the last one failed, at 2026-12-02T01:00:00.000Z');
  await pass(tomorrow);
  expect(await readBackupState(folder)).not.toHaveProperty('failed');
  expect(await lackOfBackups(folder, new Date())).toBeUndefined();
});

it('what lacks of backups is said: no folder, one that cannot be used, none for days', async () => {
  expect(await lackOfBackups(undefined, now)).toContain('PARVIS_BACKUPS is not set');
  expect(await lackOfBackups(path.join(folder, 'mine'), now)).toContain('mine');
  expect(await lackOfBackups(folder, new Date(Date.now() + 3 * 86_400_000))).toContain(
    'the last one that was read back is of',
  );
});
