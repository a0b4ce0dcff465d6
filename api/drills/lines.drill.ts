import { it } from 'vitest';
import { walkLines } from './lines.js';
import { expectWholeWalk } from './lines-checks.js';

it('100,000 requests: the pages of an export are all rows, once and in order, and the server’s memory stays what it was', async () => {
  expectWholeWalk(await walkLines({ rows: 100_000 }), 100_000);
});
