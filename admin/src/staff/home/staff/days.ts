import dayjs from 'dayjs';

const format = 'YYYY-MM-DD';

/** The days that the home's query wants, from today. */
export function daysOf(today: string) {
  const day = dayjs(today, format);
  return {
    today,
    yearAgo: day.subtract(1, 'year').format(format),
    twoYearsAgo: day.subtract(2, 'year').format(format),
    year: day.year(),
  };
}

/** Whole days from today to a day; negative when past. */
export const daysUntil = (day: string, today: string): number => dayjs(day, format).diff(dayjs(today, format), 'day');

/** The day after, since a list's span holds both its ends: (from, to] → [from + 1, to]. */
export const dayAfter = (day: string): string => dayjs(day, format).add(1, 'day').format(format);
