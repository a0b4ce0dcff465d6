import { it } from 'vitest';
import { sendAttacks } from './attacks.js';
import { expectUnharmed } from './attacks-checks.js';

// The short form of attacks.drill.ts.
it('Word documents made to hurt their reader are refused, and the application answers meanwhile', async () => {
  expectUnharmed(await sendAttacks({ copies: 1, only: ['inside itself', 'comment without end', 'a bomb'] }));
}, 120_000);
