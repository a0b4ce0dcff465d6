import { expect, it } from 'vitest';
import { killAgainAndAgain } from './kills.js';

it('100 times kill -9 of the application, 30 times of its PostgreSQL: every write is there, once, with its history', async () => {
  const { rounds, startsKilled } = await killAgainAndAgain({
    rounds: { application: 85, both: 15, server: 15 },
    seed: 20260312,
    fromSources: false,
  });
  const sum = (of: 'acknowledged' | 'askedAgain' | 'seconds') => rounds.reduce((total, round) => total + round[of], 0);
  console.log(
    `${rounds.length} rounds: ${sum('acknowledged')} writes acknowledged, ${sum('askedAgain')} asked for again, ${startsKilled} starts killed;`,
    `${Math.round(sum('seconds'))} s, longest round ${Math.max(...rounds.map(({ seconds }) => seconds)).toFixed(1)} s`,
  );
  expect(rounds.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
});
