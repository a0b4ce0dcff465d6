import { expect, it } from 'vitest';
import { killAgainAndAgain } from './kills.js';

// The short form of kills.drill.ts, from the sources: nothing is built yet when the tests of the API run.
it.skipIf(process.platform === 'win32')(
  'kill -9 of the application and its PostgreSQL: every write is there, once, with its history',
  async () => {
    const { rounds } = await killAgainAndAgain({
      rounds: { both: 1, server: 0, application: 0 },
      seed: 7,
      fromSources: true,
    });
    expect(rounds.map(({ victim }) => victim)).toEqual(['both']);
    expect(rounds.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
  },
  60_000,
);
