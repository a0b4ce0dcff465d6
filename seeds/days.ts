/** The French working calendar, and what the rules' days have no use for. No clock: every day is an argument. */
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { addDays, addMonths } from '../api/src/base/days.rules.js';

dayjs.extend(utc);
dayjs.extend(timezone);

export const endOfMonth = (day: string): string => addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1);
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The instant of a local wall time, in UTC. */
export const instant = (day: string, time: string, timeZone: string): string =>
  dayjs.tz(`${day} ${time}`, timeZone).toISOString();

/** Easter Sunday of the Gregorian calendar (Meeus's method). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7;
  const g = Math.floor((a + 11 * e + 19 * f) / 433);
  const month = Math.floor((e + f - 7 * g + 90) / 25);
  const date = (e + f - 7 * g + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Monday to Friday, and none of the eleven legal holidays (Code du travail, L.3133-1). */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || FIXED_HOLIDAYS.includes(day.slice(5))) return false;
  const sunday = easter(yearOf(day));
  return ![1, 39, 50].some((offset) => addDays(sunday, offset) === day);
}

/** The day itself when it is worked, else the nearest one in the direction asked for. */
export function workingDay(day: string, direction: 1 | -1): string {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, direction);
  return found;
}
