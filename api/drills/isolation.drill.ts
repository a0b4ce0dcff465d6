import { expect, it } from 'vitest';
import { probeIsolation, tryOwnWrites, withOutcome } from './isolation.js';

const seed = 20260312;

it('20,000 random requests to eight EPCIs in one database: each is answered as if its own EPCI were alone', async () => {
  const report = await probeIsolation({ epcis: 8, probes: 20_000, seed });
  const unknown = withOutcome(report, 'UnknownId');
  console.log(
    `${report.reads} reads, ${report.filled} with rows; ${report.writes} writes; ${report.outcomes.size} operations, ${unknown.length} of which met ids of nobody`,
  );
  expect(report.filled).toBeGreaterThan(report.reads * 0.4);
  expect(unknown.length).toBeGreaterThan(70);
});

it('writes made in the same way are done for rows of the caller’s own EPCI', async () => {
  const done = withOutcome(await tryOwnWrites({ probes: 3000, seed }), 'ok');
  console.log(`${done.length} operations were done: ${done.join(', ')}`);
  expect(done.length).toBeGreaterThan(25);
});
