import dayjs from 'dayjs';

export interface Term {
  startsOn: string;
  endsOn: string;
}

const format = 'YYYY-MM-DD';
/** So many days later. */
export const addDays = (day: string, days: number): string => dayjs(day, format).add(days, 'day').format(format);

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one.localeCompare(other) < 0 ? one : other);

/** Last day of a term of so many years that begins on a day. */
export const lastDay = (startsOn: string, years: number): string =>
  dayjs(startsOn, format).add(years, 'year').subtract(1, 'day').format(format);

/** The end of the plan that covers a day, as far as a convention may go. */
export function planEnd(startsOn: string, plans: readonly Term[], maxYears: number): string | undefined {
  const plan = plans.find((one) => one.startsOn <= startsOn && startsOn <= one.endsOn);
  const longest = lastDay(startsOn, maxYears);
  return plan && earlier(plan.endsOn, longest);
}

/**
 * The term proposed to a new convention: from today, or from the day after what binds the guichet already, to the end of the plan
 * that covers that day; without a plan, as long as the EPCI allows.
 */
export function proposedTerm(
  today: string,
  plans: readonly Term[],
  bound: readonly (Term & { terminatedOn: string | null })[],
  maxYears: number,
): Term {
  const ends = bound.map(({ endsOn, terminatedOn }) => earlier(endsOn, terminatedOn ?? endsOn));
  const last = ends.sort().at(-1);
  const startsOn = last && last >= today ? addDays(last, 1) : today;
  return { startsOn, endsOn: planEnd(startsOn, plans, maxYears) ?? lastDay(startsOn, maxYears) };
}

/** The day proposed to an avenant: tomorrow, within the term of the version that it changes, from its second day on. */
export function amendedFrom({ startsOn, endsOn }: Term, today: string): string {
  const earliest = addDays(startsOn, 1);
  const tomorrow = addDays(today, 1);
  return earlier(endsOn, tomorrow.localeCompare(earliest) > 0 ? tomorrow : earliest);
}
