// A process of its own: makes documents one after the other, for the process that started it and as long as that one lives.

import { setImmediate as turn } from 'node:timers/promises';
import { readBlocks } from './docx-blocks.js';
import { makePdf } from './pdf.js';
import type { Answer, DocumentJob, Order } from './press.js';
import { renderDocx } from './render.js';

const make = async ({ format, template, tags }: DocumentJob): Promise<Buffer> => {
  // Comes in as an array of plain bytes.
  const docx = renderDocx(Buffer.from(template), tags);
  if (format === 'docx') return docx;
  return makePdf({
    title: tags.document.titre,
    author: tags.epci.nom,
    made: `Document établi le ${tags.document.etabli_le}`,
    blocks: readBlocks(docx),
  });
};

const answer = (given: Answer): void => {
  process.send?.(given);
};

process.on('message', async ({ number, job }: Order) => {
  try {
    answer({ number, content: await make(job) });
  } catch (error) {
    answer({ number, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
  // A compiled document is some megabyte of native memory that its JavaScript object hides from the collector. Freed once the
  // collector ran and the event loop turned.
  await turn();
  globalThis.gc?.();
});
process.on('disconnect', () => process.exit());
// Ctrl-C in a terminal reaches each process of it: the one that started this one ends it in its own time.
process.on('SIGINT', () => undefined);
