import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { constants, createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { codeOf } from '../lost.js';
import type { DatabaseConnection } from '../server/open.js';
import { settings } from './catalogue.js';
import { contentOf, type Snapshot, takeSnapshot } from './dump.js';
import { asProblem, BackupProblem } from './problem.js';
import { type Checked, checkBackup } from './read.js';

/** As zstd's own command: quick, and a third of the size. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** A backup as it is written: header, compressed content, and the seal over both. */
async function* sealed(client: pg.Client, snapshot: Snapshot): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const passed = (piece: Buffer): Buffer => {
    hash.update(piece);
    return piece;
  };
  yield passed(Buffer.from(`${JSON.stringify(snapshot.header)}\n`));
  // What goes wrong is thrown to whoever reads it.
  const compressed = pipeline(
    Readable.from(contentOf(client, snapshot)),
    createZstdCompress(compression),
    () => undefined,
  );
  for await (const piece of compressed) yield passed(piece as Buffer);
  yield Buffer.from(`\n${hash.digest('hex')}\n`);
}

/** Writes the backup into a new file, until it is on the disk. */
const fill = async (handle: FileHandle, connection: DatabaseConnection): Promise<void> => {
  const client = new pg.Client({ ...connection, application_name: 'parvis-backup' });
  // What is under way tells it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(settings);
    for await (const piece of sealed(client, await takeSnapshot(client))) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
    await client.end().catch(() => undefined);
  }
};

/** A new name is kept by the folder, not by the file; Windows has no such thing. */
const keepName = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** @throws BackupProblem when it is there, or cannot be written */
const openNew = async (partial: string): Promise<FileHandle> => {
  try {
    return await open(partial, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw asProblem(error, partial, '');
    throw new BackupProblem(
      `${partial} is there: another backup is being written, or was cut short. Remove it, or choose another name.`,
    );
  }
};

/**
 * Backs a database up into a file, while people use it, and reads the file back. Whatever happens, a file of that name is a whole
 * backup: it is written beside, as `FILE.partial`, and named when it is on the disk. Only its owner may read it.
 *
 * @param file absolute; none of that name may be there
 * @throws BackupProblem
 */
export const writeBackup = async (connection: DatabaseConnection, file: string): Promise<Checked> => {
  if (existsSync(file))
    throw new BackupProblem(`${file} is there already, and no backup replaces a file: choose another name.`);
  const partial = `${file}.partial`;
  const handle = await openNew(partial);
  const remove = () => rmSync(partial, { force: true });
  // Whoever interrupts the process leaves nothing behind.
  process.once('exit', remove);
  try {
    await fill(handle, connection);
    const checked = await checkBackup(partial);
    await rename(partial, file);
    await keepName(path.dirname(file));
    return { ...checked, file };
  } catch (error) {
    remove();
    throw asProblem(error, file, 'The backup could not be made');
  } finally {
    process.off('exit', remove);
  }
};
