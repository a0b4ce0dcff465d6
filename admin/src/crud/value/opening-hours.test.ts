import { expect, it } from 'vitest';
import { groupDays, parseOpeningHours, weeklyMinutes } from './opening-hours';

const morning: [string, string] = ['09:00', '12:00'];

it('days in a row with the same hours are told together, closed days are not told', () => {
  const hours = { mon: [morning], tue: [morning], thu: [morning], sat: [] };
  expect(groupDays(hours).map(({ from, to }) => `${from}-${to}`)).toEqual(['mon-tue', 'thu-thu']);
});
it('a week counts its minutes', () => {
  expect(weeklyMinutes({ mon: [morning, ['14:00', '17:30']], fri: [morning] })).toBe(570);
});
it('anything else than hours is not hours', () => {
  for (const value of [null, 'x', [], { lundi: [] }, { mon: [['9h', '12h']] }, { mon: [['09:00']] }])
    expect(parseOpeningHours(value)).toBeUndefined();
});
