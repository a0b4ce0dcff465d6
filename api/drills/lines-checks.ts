import { expect } from 'vitest';
import type { LinesReport } from './lines.js';

const mega = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Each row once and in order, the count told on every page, and a memory that does not grow with the rows. */
export function expectWholeWalk(
  { exported, expected, sorted, expectedSorted, memory }: LinesReport,
  rows: number,
): void {
  console.log(
    [
      `export of ${exported.keys.length} rows: ${exported.seconds.toFixed(1)} s; ${sorted.keys.length} rows in another order: ${sorted.seconds.toFixed(1)} s`,
      `memory held by the server after each tenth: ${memory.map(({ held }) => mega(held)).join(', ')}`,
      `memory given to the server: ${memory.map(({ resident }) => mega(resident)).join(', ')}`,
    ].join('\n'),
  );
  expect(expected).toHaveLength(rows);
  // Compared as one text: a difference of two long lists takes minutes to print.
  expect(exported.keys.join() === expected.join(), 'the export has each row once, in the order of the database').toBe(
    true,
  );
  expect([...exported.totals]).toEqual([rows]);
  expect(expectedSorted.length).toBeGreaterThan(rows / 5);
  expect(sorted.keys.join() === expectedSorted.join(), 'the sorted list has each row once, in order').toBe(true);
  expect(memory).toHaveLength(10);
  const [first, ...later] = memory;
  const most = (of: 'held' | 'resident') => Math.max(...later.map((one) => one[of])) - (first?.[of] ?? 0);
  // An answer takes some 60 kB: a server that kept them would grow by 54 MB on nine tenths of 100,000 rows.
  expect(most('held'), 'growth of what the server holds').toBeLessThan(8 * 1024 * 1024);
  expect(most('resident'), 'growth of what the system gives it').toBeLessThan(64 * 1024 * 1024);
}
