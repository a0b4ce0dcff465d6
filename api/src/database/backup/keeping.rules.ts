import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(isoWeek);

/** What is kept: of so many days, weeks and months that have backups, the last backup of each. */
const kept: readonly [periods: number, periodOf: (instant: dayjs.Dayjs) => string][] = [
  [7, (instant) => instant.format('YYYY-MM-DD')],
  [4, (instant) => `${instant.isoWeekYear()}-${instant.isoWeek()}`],
  [12, (instant) => instant.format('YYYY-MM')],
];

const shape = /^parvis-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;

/** The name of a nightly backup: `parvis-2026-12-01T02-00-05Z.backup`, in UTC, so that names sort as time does. */
export const nameOfBackup = (instant: Date): string =>
  `parvis-${instant.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;

/** When a file of that name was begun; undefined of files that are no nightly backups, which nobody counts or removes. */
const instantOf = (name: string): dayjs.Dayjs | undefined => {
  const [, day, hours, minutes, seconds] = shape.exec(name) ?? [];
  return day ? dayjs.utc(`${day}T${hours}:${minutes}:${seconds}Z`) : undefined;
};

/** When the nightly backup of that name was begun; null of a file that is none. */
export const madeAt = (name: string): Date | null => instantOf(name)?.toDate() ?? null;

/** Is a backup of this day (UTC) still to be made? */
export const isBackupDue = (names: readonly string[], now: Date): boolean =>
  !names.some((name) => instantOf(name)?.isSame(dayjs.utc(now), 'day'));

/** The nightly backups among these names that need not be kept any more: 7 daily, 4 weekly and 12 monthly ones are. */
export const supersededBackups = (names: readonly string[]): string[] => {
  const backups = names.filter(instantOf).sort().reverse();
  const keep = new Set<string>();
  for (const [periods, periodOf] of kept) {
    const last = new Map<string, string>();
    for (const name of backups) {
      const instant = instantOf(name);
      const period = instant && periodOf(instant);
      if (period && !last.has(period)) last.set(period, name);
    }
    for (const name of [...last.values()].slice(0, periods)) keep.add(name);
  }
  return backups.filter((name) => !keep.has(name));
};
