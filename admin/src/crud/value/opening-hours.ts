import { z } from '../../zod';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const schema = z.partialRecord(z.enum(weekdays), z.array(z.tuple([time, time])));

/** `{"mon":[["09:00","12:00"]]}`: the spans during which a guichet is open, by weekday; a day left out is closed. */
export type OpeningHours = Partial<Record<Weekday, [string, string][]>>;

export function parseOpeningHours(value: unknown): OpeningHours | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Days that follow each other with the same hours are told together: "lundi à jeudi". */
export function groupDays(hours: OpeningHours): { from: Weekday; to: Weekday; spans: [string, string][] }[] {
  const groups: { from: Weekday; to: Weekday; spans: [string, string][] }[] = [];
  let previous: Weekday | undefined;
  for (const day of weekdays) {
    const spans = hours[day] ?? [];
    const last = groups.at(-1);
    if (spans.length > 0) {
      if (last && last.to === previous && JSON.stringify(last.spans) === JSON.stringify(spans)) last.to = day;
      else groups.push({ from: day, to: day, spans });
    }
    previous = day;
  }
  return groups;
}

/** Minutes open in a week. */
export function weeklyMinutes(hours: OpeningHours): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return Object.values(hours)
    .flat()
    .reduce((sum, [from, to]) => sum + Math.max(0, minutes(to) - minutes(from)), 0);
}

/** The first thing wrong with hours as typed: an end before its start, or two spans that overlap. */
export function wrongDay(hours: OpeningHours): Weekday | undefined {
  return weekdays.find((day) => {
    const spans = [...(hours[day] ?? [])].sort(([one], [other]) => one.localeCompare(other));
    return spans.some(([from, to], index) => {
      const next = spans[index + 1];
      return !from || !to || from >= to || (next !== undefined && to > next[0]);
    });
  });
}
