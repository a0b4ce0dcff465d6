import { describe, expect, it } from 'vitest';
import { probeIsolation } from './isolation.js';

// The short form of isolation.drill.ts.
const seed = 20260312;

it('300 random requests to EPCIs in one database: each is answered as if its own EPCI were alone', async () => {
  const report = await probeIsolation({ epcis: 3, probes: 300, seed });
  expect(report.filled).toBeGreaterThan(report.reads * 0.4);
  expect(report.writes).toBeGreaterThan(50);
});

describe('without the row policies of one table', () => {
  it.each(['guichet', 'epci'])('%s: an answer tells of other EPCIs, and the drill sees it', async (table) => {
    const spoil = `alter table ${table} disable row level security`;
    await expect(probeIsolation({ epcis: 2, probes: 300, seed, spoil })).rejects.toThrow('Property failed');
  });
});
