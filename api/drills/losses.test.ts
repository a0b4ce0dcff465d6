import { expect, it } from 'vitest';
import { loseConnections } from './losses.js';

// The short form of losses.drill.ts.
it('connections lost in every way: what was acknowledged is there, and the application is well', async () => {
  const report = await loseConnections({ ended: 24, resets: 4, commits: 3, stalls: 2 });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.slowestStall).toBeLessThan(5000);
}, 120_000);
