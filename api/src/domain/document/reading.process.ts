// A process of its own: looks into one file, says what it found to the process that started it, and is ended by that.

import { Refusal } from '../../base/refusal.js';
import { type Reading, sent, type Verdict } from './reading.js';

const look = async (reading: Reading): Promise<void> => {
  if (reading.kind === 'pdf') return (await import('./pdf-check.js')).checkPdf(reading.path);
  // Comes in as an array of plain bytes.
  return (await import('./docx.js')).checkTemplate(Buffer.from(reading.content));
};

const answer = (verdict: Verdict): void => {
  process.send?.(verdict);
};

process.on('message', async (reading: Reading) => {
  try {
    await look(reading);
    answer({});
  } catch (error) {
    if (error instanceof Refusal) answer({ refusal: sent(error) });
    else answer({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
});
process.on('disconnect', () => process.exit());
// Ctrl-C in a terminal reaches each process of it: the one that started this one ends it in its own time.
process.on('SIGINT', () => undefined);
