import { expect, test } from 'vitest';
import { callers } from '../../test/network.js';
import { QueryTooLarge } from '../base/shared.errors.js';
import { Compilation } from './scope.js';

test('an answer has 50,000 rows at most, all its lists together, and is heavy from half of that', () => {
  const compilation = new Compilation(callers.staff);
  compilation.spend(24_999);
  expect(compilation.isHeavy).toBe(false);
  compilation.spend(1);
  expect(compilation.isHeavy).toBe(true);
  compilation.spend(25_000);
  expect(compilation.isBeyond).toBe(false);
  expect(() => compilation.spend(1)).toThrow(QueryTooLarge);
  expect(compilation.isBeyond).toBe(true);
});

test('a request compares 5,000 values at most', () => {
  const compilation = new Compilation(callers.staff);
  compilation.compare(4_999);
  compilation.compare(1);
  expect(() => compilation.compare(1)).toThrow(QueryTooLarge);
});
