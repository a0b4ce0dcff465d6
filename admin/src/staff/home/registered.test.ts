import { expect, it } from 'vitest';
import { registeredIn } from './registered';

const row = (epciId: string, guichetId: string | null, count: number | null, total: number | null, year = 2025) => ({
  ...{ epciId, guichetId, count, total, year },
});

it('the total of each EPCI counts once, and what is masked is not taken for nothing', () => {
  const counts = [row('A', '1', 60, 100), row('A', null, 38, 100), row('A', '2', null, 100), row('B', '3', null, null)];
  expect(registeredIn([...counts, row('A', '1', 9, 10, 2026)], 2025)).toEqual({ all: 100, atGuichets: 60 });
  expect(registeredIn(counts, 2025, 'B')).toEqual({ all: 0, atGuichets: 0 });
  expect(registeredIn([...counts, row('C', null, null, 15)], 2025)).toEqual({ all: 115, atGuichets: undefined });
});
