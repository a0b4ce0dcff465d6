import { it } from 'vitest';
import { walkLines } from './lines.js';
import { expectWholeWalk } from './lines-checks.js';

// The short form of lines.drill.ts.
it('3,000 requests: the pages of an export are all rows, once and in order', async () => {
  expectWholeWalk(await walkLines({ rows: 3000 }), 3000);
});
