import { expect, test } from 'vitest';
import { callers } from '../../test/network.js';
import { QueryTooLarge } from '../base/shared.errors.js';
import { Compilation } from './scope.js';

test('an answer has 50,000 rows at most, all its lists together, and is heavy from half of that', () => {
  const compilation = new Compilation(callers.staff);
  compilation.addRowCost(24_999);
  expect(compilation.isHeavy).toBe(false);
  compilation.addRowCost(1);
  expect(compilation.isHeavy).toBe(true);
  compilation.addRowCost(25_000);
  expect(compilation.isBeyond).toBe(false);
  expect(() => compilation.addRowCost(1)).toThrow(QueryTooLarge);
  expect(compilation.isBeyond).toBe(true);
});

test('a request compares 5,000 values at most', () => {
  const compilation = new Compilation(callers.staff);
  compilation.addConditionCost(4_999);
  compilation.addConditionCost(1);
  expect(() => compilation.addConditionCost(1)).toThrow(QueryTooLarge);
});
