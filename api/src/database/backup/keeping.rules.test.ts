import { describe, expect, it } from 'vitest';
import { isBackupDue, nameOfBackup, supersededBackups } from './keeping.rules.js';

const at = (instant: string) => nameOfBackup(new Date(instant));
/** A backup each night, up to one day. */
const nights = (last: string, count: number) =>
  Array.from({ length: count }, (_, ago) =>
    at(new Date(Date.parse(`${last}T02:00:05Z`) - ago * 86_400_000).toISOString()),
  );
const keptOf = (names: string[]) => {
  const gone = supersededBackups(names);
  return names.filter((name) => !gone.includes(name)).map((name) => name.slice(7, 17));
};

describe('nightly backups', () => {
  it('are named by their moment, so that names sort as time does', () => {
    expect(at('2026-12-01T02:00:05.678Z')).toBe('parvis-2026-12-01T02-00-05Z.backup');
  });
  it('are made once a day, and made up for when a night was missed', () => {
    const names = [at('2026-11-30T23:59:59Z'), 'last.json', 'parvis-2026-12-01T02-00-05Z.backup.partial'];
    expect(isBackupDue(names, new Date('2026-12-01T00:00:00Z'))).toBe(true);
    expect(isBackupDue([...names, at('2026-12-01T00:00:01Z')], new Date('2026-12-01T23:59:59Z'))).toBe(false);
  });
  it('are kept for seven days, four weeks and twelve months', () => {
    expect(keptOf(nights('2026-12-01', 500))).toEqual([
      ...['2026-12-01', '2026-11-30', '2026-11-29', '2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25'],
      ...['2026-11-22', '2026-11-15'],
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31'],
    ]);
  });
  it('stay when none is made any more: it is their number that counts, not their age', () => {
    expect(supersededBackups(nights('2019-03-04', 7))).toEqual([]);
  });
  it('of one day: the last one alone is kept', () => {
    const names = [at('2026-12-01T02:00:00Z'), at('2026-12-01T09:00:00Z'), at('2026-12-02T02:00:00Z')];
    expect(supersededBackups(names)).toEqual([at('2026-12-01T02:00:00Z')]);
  });
  it('are all that is removed: other files of the folder are somebody’s', () => {
    expect(supersededBackups([...nights('2026-12-01', 9), 'before-the-move.backup', 'last.json'])).not.toContain(
      'before-the-move.backup',
    );
  });
});
