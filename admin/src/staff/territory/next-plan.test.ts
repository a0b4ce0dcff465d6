import { expect, it } from 'vitest';
import { nextPlan } from './next-plan';

it('the plan that follows begins the day after, and lasts as long as a plan may', () => {
  const plans = [{ endsOn: '2022-06-30' }, { endsOn: '2026-12-31' }];
  expect(nextPlan(plans, 6)).toEqual({ name: '2027-2032', startsOn: '2027-01-01', endsOn: '2032-12-31' });
  expect(nextPlan(plans.slice(0, 1), 6)).toEqual({ name: '2022-2028', startsOn: '2022-07-01', endsOn: '2028-06-30' });
  expect(nextPlan([{ endsOn: '2026-12-31' }, { endsOn: '2025-12-31' }], 1).name, 'one year is one').toBe('2027');
  expect(nextPlan([{ endsOn: '2028-02-28' }], 6)).toMatchObject({ startsOn: '2028-02-29', endsOn: '2034-02-27' });
});

it('after no plan at all, nothing is proposed', () => {
  expect(nextPlan([], 6)).toEqual({});
});
