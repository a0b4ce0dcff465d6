import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { FileEmpty, FileTooLarge } from './document.errors.js';

/** A received file, on disk for as long as it is looked at: never whole in memory, and no transaction open while it comes in. */
export interface Received {
  size: number;
  /** In hexadecimal. */
  sha256: string;
  /** Where it is, for a process that looks into it. */
  path: string;
  /** The content again, in pieces of `pieceSize` bytes; the last one may be shorter. */
  pieces(): AsyncIterable<Buffer>;
}

export const pieceSize = 256 * 1024;
const megabyte = 1024 * 1024;
/** How many times what is taken somebody may send by mistake, and is heard to the end. */
const mistakesMax = 10;

/**
 * Receives a body and hands it to `use`; nothing of it is left afterwards. A body that is somewhat too large is read to its end all
 * the same: a browser cut off while it sends tells people of a broken network, and not why.
 *
 * @param max in megabytes
 * @param announced bytes that the sender announces, 0 when it does not say
 * @throws FileTooLarge, at once when it is beyond any mistake; FileEmpty
 */
export const received = async <T>(
  { body, max, announced }: { body: Readable; max: number; announced: number },
  use: (file: Received) => Promise<T>,
): Promise<T> => {
  if (announced > mistakesMax * max * megabyte) throw new FileTooLarge(max);
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-'));
  const place = path.join(folder, 'received');
  const file = await open(place, 'wx+', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const given of body) {
      const piece: Buffer = given;
      size += piece.length;
      if (size > mistakesMax * max * megabyte) throw new FileTooLarge(max);
      if (size > max * megabyte) continue;
      hash.update(piece);
      await file.writeFile(piece);
    }
    if (size > max * megabyte) throw new FileTooLarge(max);
    if (size === 0) throw new FileEmpty();
    const part = async (length: number, position: number): Promise<Buffer> => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    async function* pieces(): AsyncGenerator<Buffer> {
      for (let position = 0; position < size; position += pieceSize) yield await part(pieceSize, position);
    }
    return await use({
      size,
      sha256: hash.digest('hex'),
      path: place,
      pieces,
    });
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }
};
