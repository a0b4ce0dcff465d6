import { constants } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { z } from 'zod';
import { isBackupDue, nameOfBackup, supersededBackups } from '../database/backup/keeping.rules.js';
import { asProblem } from '../database/backup/problem.js';
import { written } from '../database/backup/words.js';
import { writeBackup } from '../database/backup/write.js';
import type { DatabaseConnection } from '../database/server/open.js';
import type { BackupStanding } from '../health/health.codes.js';

const day = 86_400_000;

/** What is known of the backups of a folder, in a file beside them: it outlives the database that they are of. */
const stateShape = z.object({
  /** The last one that was read back whole. */
  verified: z.object({ file: z.string(), at: z.iso.datetime(), bytes: z.int(), holds: z.string() }).optional(),
  /** Why the last try failed; absent once one went well. */
  failed: z.object({ at: z.iso.datetime(), problem: z.string() }).optional(),
});
export type BackupState = z.infer<typeof stateShape>;

const stateFile = (folder: string): string => path.join(folder, 'last.json');

/** What is known of the backups of a folder; nothing where there is none yet. */
export const readBackupState = async (folder: string): Promise<BackupState> => {
  const text = await readFile(stateFile(folder), 'utf8').catch(() => '{}');
  try {
    return stateShape.parse(JSON.parse(text));
  } catch {
    return {};
  }
};

/** Milliseconds after which a backup is late: one is made every day, in the first hour of it. */
const lateAfter = 26 * 3_600_000;

/** How it stands with the backups of a folder. */
export const standingOf = ({ verified, failed }: BackupState, now: Date): Exclude<BackupStanding, 'OFF'> => {
  if (failed) return 'FAILED';
  if (!verified) return 'NONE';
  return now.getTime() - Date.parse(verified.at) > lateAfter ? 'LATE' : 'VERIFIED';
};

const note = async (folder: string, state: BackupState): Promise<void> => {
  const beside = `${stateFile(folder)}.new`;
  await writeFile(beside, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(beside, stateFile(folder));
};

/** Backups that a killed process left half written. */
const removeUnfinished = async (folder: string, names: readonly string[], now: Date): Promise<void> => {
  for (const name of names.filter((one) => /^parvis-.*\.backup\.partial$/.test(one))) {
    const { mtimeMs } = await stat(path.join(folder, name));
    if (now.getTime() - mtimeMs > day) await rm(path.join(folder, name), { force: true });
  }
};

/**
 * Makes the backup of this day, unless there is one, and removes those that need not be kept. An older one goes only after a
 * newer one was read back whole. What goes wrong is logged and noted; the next hour tries again.
 */
export const backUpNightly = async (
  connection: DatabaseConnection,
  folder: string,
  now: Date,
  log: Pick<FastifyBaseLogger, 'error' | 'info'>,
): Promise<void> => {
  const file = path.join(folder, nameOfBackup(now));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = await readdir(folder);
    if (!isBackupDue(names, now)) return;
    const backup = await writeBackup(connection, file);
    const holds = written(backup);
    await note(folder, {
      verified: { file: path.basename(file), at: new Date().toISOString(), bytes: backup.size, holds },
    });
    log.info({ file }, `Backups: one was made and read back: ${holds}`);
    for (const name of supersededBackups(await readdir(folder))) await rm(path.join(folder, name), { force: true });
    await removeUnfinished(folder, names, now);
  } catch (thrown) {
    const error = asProblem(thrown, file, 'The backup could not be made');
    log.error({ err: error }, 'Backups: the one of tonight failed');
    const { verified } = await readBackupState(folder);
    const failed = { at: now.toISOString(), problem: error.message };
    // Where nothing can be written, the log has it.
    await note(folder, { ...(verified ? { verified } : {}), failed }).catch(() => undefined);
  }
};

/**
 * What lacks of backups, for the person at the terminal; undefined when nothing does.
 *
 * @param folder `PARVIS_BACKUPS`
 */
export const lackOfBackups = async (folder: string | undefined, now: Date): Promise<string | undefined> => {
  if (!folder) return 'PARVIS_BACKUPS is not set: nothing copies the database every night';
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    return asProblem(error, folder, '').message;
  }
  const state = await readBackupState(folder);
  const { verified, failed } = state;
  if (failed) return `the last one failed, at ${failed.at}: ${failed.problem}`;
  return standingOf(state, now) === 'LATE' ? `the last one that was read back is of ${verified?.at}` : undefined;
};
