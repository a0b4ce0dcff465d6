import { expect, it } from 'vitest';
import { createTestDatabase } from '../api/test/database.js';
import { pinnedClock } from '../api/src/clock.js';
import { loadDemo } from './load.js';

it('loads', async () => {
  const db = await createTestDatabase();
  const t = performance.now();
  expect(await loadDemo(db.connection, pinnedClock('2026-03-12'))).toBe(true);
  console.log(performance.now() - t);
  expect(await loadDemo(db.connection, pinnedClock('2026-03-12'))).toBe(false);
  await db.drop();
});
