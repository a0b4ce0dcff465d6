import { createHash } from 'node:crypto';
import type { Count } from './format.js';

const lineEnd = 10;

/** Counts and hashes rows as they pass. COPY writes one line for each: a line end within a value is written as `\n`. */
export class Tally {
  #rows = 0;
  readonly #hash = createHash('sha256');

  async *of(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      this.#hash.update(piece);
      for (let at = piece.indexOf(lineEnd); at >= 0; at = piece.indexOf(lineEnd, at + 1)) this.#rows += 1;
      yield piece;
    }
  }

  /** Once all have passed. */
  count(): Count {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** Counts and hashes rows that nobody else needs. */
export const countOf = async (pieces: AsyncIterable<Buffer>): Promise<Count> => {
  const tally = new Tally();
  for await (const _ of tally.of(pieces));
  return tally.count();
};
