import type { Refusal } from '../errors.js';
import { InvalidOpeningHours } from './guichet.errors.js';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const rangesMax = 6;

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
const isRange = (value: unknown): value is [string, string] => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value;
  return isTime(from) && isTime(to) && from < to;
};

/** Ranges of one day, in order and apart from each other. */
const isDayOfRanges = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= rangesMax &&
  value.every((range, index) => isRange(range) && (index === 0 || value[index - 1][1] < range[0]));

/** Weekly opening hours are `{ mon: [['09:00', '12:00'], ['14:00', '17:00']], … }`: known days, ranges that follow each other. */
export function checkOpeningHours(value: unknown): Refusal | null {
  if (value === null || value === undefined) return null;
  const right =
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.entries(value).every(([day, ranges]) => weekdays.includes(day) && isDayOfRanges(ranges));
  return right ? null : new InvalidOpeningHours();
}
