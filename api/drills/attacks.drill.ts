import { it } from 'vitest';
import { sendAttacks } from './attacks.js';
import { expectUnharmed } from './attacks-checks.js';

it('Word documents made to hurt their reader, three of each at once, are refused, and the application answers meanwhile', async () => {
  const report = await sendAttacks({ copies: 3 });
  const { answers, health } = report;
  const slowest = new Map(answers.map(({ attack, name, seconds }) => [attack, `${name}, ${seconds.toFixed(1)} s`]));
  for (const [attack, what] of slowest) console.log(`${attack}: ${what}`);
  console.log(`/health: ${health.asked} times, ${health.worst.toFixed(0)} ms at worst`);
  expectUnharmed(report);
});
