import type { Refusal } from '../../base/refusal.js';
import { HoursWeeks, Weekday } from './guichet.codes.js';
import { InvalidOpeningHours } from './guichet.errors.js';

/** One range of a weekday, in local wall times: `to` is 24:00 at most. */
export interface OpeningSlot {
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
  /** In which weeks: of the year for ODD and EVEN, of the month (the first Tuesday…) for the others. */
  readonly weeks: HoursWeeks;
  readonly byAppointment: boolean;
}
/** Opening hours, slots in order of the week; no slot: closed. */
export interface OpeningHours {
  readonly slots: readonly OpeningSlot[];
  readonly remark: string | null;
}

const slotsMax = 60;
const remarkMax = 500;

const inOrder = (one: OpeningSlot, other: OpeningSlot): number =>
  Weekday.indexOf(one.weekday) - Weekday.indexOf(other.weekday) ||
  one.from.localeCompare(other.from) ||
  HoursWeeks.indexOf(one.weeks) - HoursWeeks.indexOf(other.weeks);

/** The one way to write them, so that the same hours are the same value; what is not hours stays as it is, to be refused. */
export function tidyOpeningHours(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value.slots)) return value;
  const { slots, remark } = value;
  return {
    slots: slots
      .map(({ weekday, from, to, weeks = 'ALL', byAppointment = false }: OpeningSlot) => ({
        weekday,
        from,
        to,
        weeks,
        byAppointment,
      }))
      .sort(inOrder),
    remark: typeof remark === 'string' ? remark.trim() || null : (remark ?? null),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value);
const isSlot = (value: unknown): value is OpeningSlot =>
  isObject(value) &&
  Weekday.some((day) => day === value.weekday) &&
  HoursWeeks.some((weeks) => weeks === value.weeks) &&
  isTime(value.from) &&
  isTime(value.to) &&
  value.from < value.to &&
  typeof value.byAppointment === 'boolean';

/** Is there a week with both? The last week of some months is the fourth. */
const mayMeet = (one: HoursWeeks, other: HoursWeeks): boolean => {
  const apart: readonly (readonly HoursWeeks[])[] = [
    ['ODD', 'EVEN'],
    ['FIRST', 'SECOND', 'THIRD', 'FOURTH'],
    ['FIRST', 'SECOND', 'THIRD', 'LAST'],
  ];
  return one === other || !apart.some((weeks) => weeks.includes(one) && weeks.includes(other));
};

/** Do two slots overlap, or follow each other so that they are one? */
const collide = (one: OpeningSlot, other: OpeningSlot): boolean => {
  if (one.weekday !== other.weekday || !mayMeet(one.weeks, other.weeks)) return false;
  const alike = one.weeks === other.weeks && one.byAppointment === other.byAppointment;
  return alike ? one.from <= other.to && other.from <= one.to : one.from < other.to && other.from < one.to;
};

/** Opening hours are slots of known days that do not overlap, and a remark. */
export function checkOpeningHours(value: unknown): Refusal | null {
  if (value === null || value === undefined) return null;
  const right =
    isObject(value) &&
    Array.isArray(value.slots) &&
    value.slots.length <= slotsMax &&
    value.slots.every(isSlot) &&
    value.slots.every((one, index, all) => !all.some((other, at) => at > index && collide(one, other))) &&
    (value.remark === null || (typeof value.remark === 'string' && value.remark.length <= remarkMax));
  return right ? null : new InvalidOpeningHours();
}

/** In how many weeks of a year of 52 a slot is held: ODD and EVEN in half of them, the first of the month and so on in 12 *(ours)*. */
const weeksAYear: Readonly<Record<HoursWeeks, number>> = {
  ALL: 52,
  ODD: 26,
  EVEN: 26,
  FIRST: 12,
  SECOND: 12,
  THIRD: 12,
  FOURTH: 12,
  LAST: 12,
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Hours open in a week on average, rounded to a hundredth; those by appointment count like the others *(ours)*. */
export function weeklyHours({ slots }: OpeningHours): number {
  const minutes = slots.reduce(
    (sum, { from, to, weeks }) => sum + ((minutesOf(to) - minutesOf(from)) * weeksAYear[weeks]) / 52,
    0,
  );
  return Math.round((minutes / 60) * 100) / 100;
}
