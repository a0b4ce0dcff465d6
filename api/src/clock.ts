import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The one source of the present moment, for services, SQL (`app.today`) and tests alike. Rules never see it: they take dates. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that stays at 10:00, Paris time, on the given day: an hour at which the day is the same
 * from La Réunion (UTC+4) to the Antilles (UTC−4).
 *
 * @param day `YYYY-MM-DD`
 */
export function pinnedClock(day: string): Clock {
  const instant = dayjs.tz(`${day} 10:00`, 'Europe/Paris').valueOf();
  return { now: () => new Date(instant) };
}

/**
 * The calendar day, `YYYY-MM-DD`, that it is in a time zone.
 *
 * @param timeZone an IANA name, such as `Epci.timeZone`
 */
export function today(clock: Clock, timeZone: string): string {
  return dayjs(clock.now()).tz(timeZone).format('YYYY-MM-DD');
}

/** The hour, 0 to 23, that it is in a time zone. */
export function hourIn(clock: Clock, timeZone: string): number {
  return dayjs(clock.now()).tz(timeZone).hour();
}
