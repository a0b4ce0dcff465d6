import type { HoursWeeks, Weekday } from './generated/graphql.js';

/** What the API keeps of opening hours: slots in the order of the week, and a remark. */
export interface Slot {
  weekday: Weekday;
  from: string;
  to: string;
  weeks: HoursWeeks;
  byAppointment: boolean;
}
export interface OpeningHours {
  slots: readonly Slot[];
  remark: string | null;
}

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const satisfies readonly Weekday[];

export const slotsOf = ({ slots }: OpeningHours, day: Weekday): Slot[] =>
  slots.filter(({ weekday }) => weekday === day);

/** The first day with something wrong: half a slot, an end before its start, or two slots of the same weeks that overlap. */
export function wrongDay(slots: readonly Slot[]): Weekday | undefined {
  const overlaps = (one: Slot, other: Slot): boolean =>
    (one.weeks === other.weeks || one.weeks === 'ALL' || other.weeks === 'ALL') &&
    one.from < other.to &&
    other.from < one.to;
  return weekdays.find((day) => {
    const own = slots.filter(({ weekday }) => weekday === day);
    return own.some(
      (one, index) =>
        !one.from || !one.to || one.from >= one.to || own.some((other, at) => at > index && overlaps(one, other)),
    );
  });
}
