import { expect, it } from 'vitest';
import { killAgainAndAgain } from './kills.js';

// The short form of kills.drill.ts, from the sources: nothing is built yet when the tests of the API run.
it.skipIf(process.platform === 'win32')(
  'kill -9 of the application and its PostgreSQL: what was acknowledged is there, once, with its history',
  async () => {
    const { rounds } = await killAgainAndAgain({ rounds: 1, seed: 7, fromSources: true });
    expect(rounds.map(({ victim }) => victim)).toEqual(['both']);
    expect(rounds.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
  },
  60_000,
);
