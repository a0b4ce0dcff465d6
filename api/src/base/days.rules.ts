/**
 * Days of the calendar as text "2026-03-12": they sort as text, and have neither hours nor time zone.
 * Rules take the day of today as an argument; nothing here reads a clock.
 */
export type Day = string;

const MS_A_DAY = 86_400_000;

function parts(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

function msOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Is it a day of the calendar, from year 1000 to 9999? "2025-02-29" is not. */
export function isDay(value: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const ms = msOf(value);
  return !Number.isNaN(ms) && dayOf(ms) === value;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(msOf(day) + days * MS_A_DAY);
}

/** Same date so many months later; the last day of the month when it has no such date (31 January + 1 → 28 February). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** Same date so many years later; 29 February becomes 28 February in a common year. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, 12 * years);
}

/** Days from one to the other, both included: 1 for the same day, 0 or less when reversed. */
export function daysIn(from: Day, to: Day): number {
  return Math.round((msOf(to) - msOf(from)) / MS_A_DAY) + 1;
}

export function firstDay(year: number): Day {
  return `${year}-01-01`;
}

export function lastDay(year: number): Day {
  return `${year}-12-31`;
}

/**
 * Last day of a term of so many whole years: from 1 January 2020, six years end on 31 December 2025.
 * Begun on 29 February, a year that has none ends on 28 February, so that no day of it is lost
 * (as art. 641 of the code of civil procedure counts).
 */
export function lastDayOfTerm(startsOn: Day, years: number): Day {
  const anniversary = addYears(startsOn, years);
  return anniversary.slice(8) === startsOn.slice(8) ? addDays(anniversary, -1) : anniversary;
}

export function earliest(...days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
}

export function latest(...days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

/** A period whose two bounds are days of it; no bound: open on that side. */
export interface Inclusive {
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

export function holds(period: Inclusive, day: Day): boolean {
  return (period.startsOn === null || period.startsOn <= day) && (period.endsOn === null || day <= period.endsOn);
}

/** Do two periods with inclusive bounds share a day? An empty (reversed) one shares none. */
export function shareADay(a: Inclusive, b: Inclusive): boolean {
  const from = latest(a.startsOn, b.startsOn);
  const to = earliest(a.endsOn, b.endsOn);
  return from === null || to === null || from <= to;
}

/** A half-open period [from, to), as validity, membership and opening are kept, as one with inclusive bounds. */
export function inclusiveOf(from: Day | null, to: Day | null): Inclusive {
  return { startsOn: from, endsOn: to === null ? null : addDays(to, -1) };
}
