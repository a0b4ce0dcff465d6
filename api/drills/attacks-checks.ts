import { expect } from 'vitest';
import type { AttacksReport } from './attacks.js';

/** In milliseconds. A bound of time is what this is about: without limits of their own, some of these files silenced it for 45 s. */
const healthMax = 2000;

/** Each file is refused for what it is, or taken, and the application answered throughout. */
export function expectUnharmed({ answers, health }: AttacksReport): void {
  for (const { attack, name, expected } of answers)
    if (expected instanceof RegExp) expect(name, attack).toMatch(expected);
    else expect(name, attack).toBe(expected);
  expect(health.asked).toBeGreaterThan(10);
  expect(health.worst).toBeLessThan(healthMax);
}
