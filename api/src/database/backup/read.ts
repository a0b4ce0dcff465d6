import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import {
  endOfRows,
  formatVersion,
  type Header,
  headerShape,
  type Summary,
  sealLength,
  summaryShape,
  type TableHead,
  tableShape,
} from './format.js';
import { Lines } from './lines.js';
import { asProblem, BackupProblem } from './problem.js';
import { countOf, Tally } from './tally.js';

/** A file whose seal holds. */
export interface Backup {
  file: string;
  header: Header;
  /** Bytes. */
  size: number;
}

/** A backup that was read to its end. */
export interface Checked extends Backup {
  summary: Summary;
}

const longestHeader = 1_000_000;

const damaged = (file: string): BackupProblem =>
  new BackupProblem(`${file} is damaged or was cut short: it is not what was written. Use another backup.`);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The first line. @throws BackupProblem for what is no backup, or one of a later version */
const headerOf = async (file: string): Promise<{ header: Header; length: number }> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
    const length = buffer.subarray(0, bytesRead).indexOf('\n') + 1;
    const said = parsed(buffer.toString('utf8', 0, length));
    const version = typeof said === 'object' && said !== null ? Reflect.get(said, 'parvisBackup') : undefined;
    if (typeof version !== 'number') throw new BackupProblem(`${file} is no backup of Parvis.`);
    if (version > formatVersion)
      throw new BackupProblem(
        `${file} was written by a newer Parvis than this one: restore it with that version, or a newer one.`,
      );
    const { data: header } = headerShape.safeParse(said);
    if (!header) throw damaged(file);
    return { header, length };
  } finally {
    await handle.close();
  }
};

/** Reads the whole file once, and compares its seal. */
const checkSeal = async (file: string, size: number): Promise<void> => {
  const hash = createHash('sha256');
  let seal = '';
  const sealed = Math.max(0, size - sealLength);
  if (sealed > 0) for await (const piece of createReadStream(file, { end: sealed - 1 })) hash.update(piece as Buffer);
  for await (const piece of createReadStream(file, { start: sealed })) seal += (piece as Buffer).toString('latin1');
  if (seal !== `\n${hash.digest('hex')}\n`) throw damaged(file);
};

/**
 * Opens a backup: what it is, that every byte is as it was written, and that none is missing.
 *
 * @throws BackupProblem
 */
export const openBackup = async (file: string): Promise<Backup> => {
  try {
    const { size } = await stat(file);
    const { header } = await headerOf(file);
    await checkSeal(file, size);
    return { file, header, size };
  } catch (error) {
    throw asProblem(error, file, 'The backup could not be read');
  }
};

/**
 * Reads the content, in little memory.
 *
 * @param take is given each table with its rows, as COPY writes them, and reads them to their end
 * @throws BackupProblem when it does not come to what it should
 */
export const readContent = async (
  { file, size }: Backup,
  take: (table: TableHead, rows: AsyncIterable<Buffer>) => Promise<void>,
): Promise<Summary> => {
  const { length } = await headerOf(file);
  const compressed = createReadStream(file, { start: length, end: size - sealLength - 1 });
  const content = pipeline(compressed, createZstdDecompress(), () => undefined);
  const lines = new Lines(content);
  const counts: Summary['tables'] = {};
  for (;;) {
    const said = parsed(await lines.next());
    const { data: table } = tableShape.safeParse(said);
    if (!table) {
      const { data: summary } = summaryShape.safeParse(said);
      const asCounted = ([name, { rows, sha256 }]: [string, Summary['tables'][string]]) =>
        counts[name]?.rows === rows && counts[name].sha256 === sha256;
      const whole = summary && Object.keys(counts).length === Object.keys(summary.tables).length;
      if (!whole || !Object.entries(summary.tables).every(asCounted)) throw damaged(file);
      return summary;
    }
    const tally = new Tally();
    await take(table, tally.of(lines.until(endOfRows)));
    counts[table.table] = tally.count();
  }
};

/** Opens a backup and reads all of it. @throws BackupProblem */
export const checkBackup = async (file: string): Promise<Checked> => {
  const backup = await openBackup(file);
  return { ...backup, summary: await readContent(backup, async (_, rows) => void (await countOf(rows))) };
};
