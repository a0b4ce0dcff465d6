import { expect, it } from 'vitest';
import { loseConnections } from './losses.js';

it('200 connections ended in mid-transaction, others reset, silent, or cut after their commit: the application is well, and what is asked for again is added once', async () => {
  const report = await loseConnections({ ended: 200, resets: 100, commits: 50, stalls: 20 });
  console.log(
    `${report.ended} connections ended in mid-transaction, ${report.reset} reset: ${report.acknowledged} writes acknowledged,`,
    `${report.unknown} unknown; ${report.commits} additions lost after their commit, asked for again, there once each; slowest silent transaction ${Math.round(report.slowestStall)} ms`,
  );
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.slowestStall).toBeLessThan(5000);
});
