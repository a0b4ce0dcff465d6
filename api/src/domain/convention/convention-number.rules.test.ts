import { expect, it } from 'vitest';
import { nextConventionNumber } from './convention-number.rules.js';

it.each<[said: string, numbers: string[], proposed: string]>([
  ['is the first of the year where there is none', [], '2026-001'],
  ['goes on with the form of the last one', ['PV-2016-01', 'PV-2022-17'], 'PV-2026-01'],
  ['follows the highest of the year, whatever the order', ['2026-012', '2026-013', '2025-040', '2026-002'], '2026-014'],
  ['passes the width it was given', ['G-2026-9'], 'G-2026-10'],
  ['ignores numbers of another form', ['2026-004', 'Rives, 2019', 'ancienne'], '2026-005'],
])('the number proposed %s', (_said, numbers, proposed) => expect(nextConventionNumber(numbers, 2026)).toBe(proposed));
