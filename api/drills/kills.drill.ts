import { expect, it } from 'vitest';
import { killAgainAndAgain } from './kills.js';

it('40 times kill -9 of the application, its PostgreSQL or both: what was acknowledged is there, once, with its history', async () => {
  const { rounds, startsKilled } = await killAgainAndAgain({ rounds: 40, seed: 20260312, fromSources: false });
  const sum = (of: 'acknowledged' | 'unknown') => rounds.reduce((total, round) => total + round[of], 0);
  console.log(
    `${rounds.length} rounds: ${sum('acknowledged')} writes acknowledged, ${sum('unknown')} unknown, ${startsKilled} starts killed;`,
    `longest round ${Math.max(...rounds.map(({ seconds }) => seconds)).toFixed(1)} s`,
  );
  expect(rounds.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
});
