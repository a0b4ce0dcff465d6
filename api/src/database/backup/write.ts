import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
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

const writeAll = async (handle: FileHandle, pieces: AsyncIterable<Buffer>): Promise<void> => {
  for await (const piece of pieces) await handle.writeFile(piece);
  await handle.sync();
};

/** A new name is kept by the folder, not by the file; Windows has no such thing. */
const keepName = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
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
  const client = new pg.Client({ ...connection, application_name: 'parvis-backup' });
  client.on('error', () => undefined);
  let mine = false;
  try {
    const handle = await open(partial, 'wx', 0o600);
    mine = true;
    try {
      await client.connect();
      await client.query(settings);
      await writeAll(handle, sealed(client, await takeSnapshot(client)));
    } finally {
      await handle.close();
    }
    const checked = await checkBackup(partial);
    await rename(partial, file);
    await keepName(path.dirname(file));
    return { ...checked, file };
  } catch (error) {
    if (mine) await rm(partial, { force: true });
    if (codeOf(error) === 'EEXIST')
      throw new BackupProblem(
        `${partial} is there: another backup is being written, or was cut short. Remove it, or choose another name.`,
      );
    throw asProblem(error, file, 'The backup could not be made');
  } finally {
    await client.end().catch(() => undefined);
  }
};
