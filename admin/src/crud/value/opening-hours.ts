import type { HoursWeeks, Weekday } from '../../generated/graphql';
import { type OpeningHours, type Slot, slotsOf, weekdays } from '../../opening-hours';

/** A value as opening hours; undefined when it is none. */
export const asOpeningHours = (value: unknown): OpeningHours | undefined =>
  typeof value === 'object' && value !== null && 'slots' in value && Array.isArray(value.slots)
    ? (value as OpeningHours)
    : undefined;

/** Days that follow each other with the same hours are told together: "lundi à jeudi". */
export function groupDays(hours: OpeningHours): { from: Weekday; to: Weekday; slots: Slot[] }[] {
  const groups: { from: Weekday; to: Weekday; slots: Slot[] }[] = [];
  const said = (slots: readonly Slot[]) => JSON.stringify(slots.map(({ weekday: _day, ...slot }) => slot));
  let previous: Weekday | undefined;
  for (const day of weekdays) {
    const slots = slotsOf(hours, day);
    const last = groups.at(-1);
    if (slots.length > 0) {
      if (last && last.to === previous && said(last.slots) === said(slots)) last.to = day;
      else groups.push({ from: day, to: day, slots });
    }
    previous = day;
  }
  return groups;
}

/** In how many weeks of 52, as the API counts them. */
const weeksAYear = (weeks: HoursWeeks): number =>
  weeks === 'ALL' ? 52 : weeks === 'ODD' || weeks === 'EVEN' ? 26 : 12;

/** Hours open in a week on average, while one types: the API says it of what is kept. */
export function weeklyHours({ slots }: OpeningHours): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return slots.reduce(
    (sum, { from, to, weeks }) => sum + (Math.max(0, minutes(to) - minutes(from)) * weeksAYear(weeks)) / 52 / 60,
    0,
  );
}
