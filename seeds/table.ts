import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { isDay } from '../api/src/base/days.rules.js';
import type { Signatory } from '../api/src/domain/convention/convention-version.entity.js';
import { Weekday } from '../api/src/domain/guichet/guichet.codes.js';
import type { OpeningHours, OpeningSlot } from '../api/src/domain/guichet/opening-hours.rules.js';

/** A CSV file of the dataset says something that cannot be: the sentence names the file, the line and the column. */
export class SeedError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    problem: string,
  ) {
    super(`${file}, line ${line}: ${problem}`);
    this.name = 'SeedError';
  }
}

/** The rows of one file; `lineOf` says where a row stands, for the checks that come after reading. */
export interface Table<T> {
  readonly file: string;
  readonly rows: T[];
  lineOf(row: T): number;
}

const camel = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snake = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface CsvRecord {
  record: Record<string, string>;
  info: { lines: number };
}

function records(file: string, text: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      columns: (header: string[]) => header.map(camel),
      info: true,
      trim: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw new SeedError(file, Number(error.lines ?? 1), error.message);
    throw error;
  }
}

/** Reads one file: its header in snake_case names the properties of `schema`; no column may be missing or unknown. */
export function readTable<T extends object>(file: string, text: string, schema: z.ZodType<T>): Table<T> {
  const lines = new Map<T, number>();
  for (const { record: cells, info } of records(file, text)) {
    // Which columns of a published row are ours all the same: for people to read, not part of the row.
    const { reconstructedColumns = '', ...record } = cells;
    for (const column of reconstructedColumns.split(' ').filter(Boolean)) {
      if (!(camel(column) in record))
        throw new SeedError(file, info.lines, `reconstructed_columns names no column "${column}"`);
    }
    const result = schema.safeParse(record);
    if (!result.success) {
      const issue = result.error.issues[0];
      const property = issue?.path[0];
      if (property === undefined) throw new SeedError(file, info.lines, issue?.message ?? 'unreadable row');
      const column = snake(String(property));
      const value = record[String(property)];
      if (value === undefined) throw new SeedError(file, 1, `column "${column}" is missing from the header`);
      throw new SeedError(file, info.lines, `column "${column}"${value && `, value "${value}"`}: ${issue?.message}`);
    }
    lines.set(result.data, info.lines);
  }
  return { file, rows: [...lines.keys()], lineOf: (row) => lines.get(row) ?? 0 };
}

/** Refuses two rows of a table that have the same key. */
export function unique<T>(table: Table<T>, key: (row: T) => string): void {
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const first = seen.get(key(row));
    if (first !== undefined)
      throw new SeedError(table.file, table.lineOf(row), `"${key(row)}" is already on line ${first}`);
    seen.set(key(row), table.lineOf(row));
  }
}

/** Refuses a row whose key is not among those of the file that it refers to. A null key refers to nothing. */
export function refers<T>(
  table: Table<T>,
  key: (row: T) => string | null,
  target: string,
  known: ReadonlySet<string>,
): void {
  for (const row of table.rows) {
    const wanted = key(row);
    if (wanted !== null && !known.has(wanted)) {
      throw new SeedError(table.file, table.lineOf(row), `"${wanted}" is not in ${target}`);
    }
  }
}

// Kinds of cells. An empty cell is null ("never entered"); a list that was entered and is empty is written `none`.

export const text = z.string().min(1, 'must not be empty');
export const day = z.string().refine(isDay, 'must be a day such as 2016-05-13');
export const whole = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'must be a number with a point')
  .transform(Number);
export const bool = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
export const source = z
  .enum(['published', 'reconstructed'], 'must be published or reconstructed')
  .transform((value) => (value === 'published' ? ('PUBLISHED' as const) : ('RECONSTRUCTED' as const)));

export const maybe = <T>(cell: z.ZodType<T, string>) =>
  z.string().transform((value, context): T | null => {
    if (value === '') return null;
    const result = cell.safeParse(value);
    if (result.success) return result.data;
    context.addIssue({ code: 'custom', message: result.error.issues[0]?.message ?? 'unreadable' });
    return z.NEVER;
  });

export const code = <const T extends readonly [string, ...string[]]>(list: T) =>
  z.enum(list, `must be one of ${list.join(', ')}`);

export const codes = <const T extends readonly [string, ...string[]]>(list: T) =>
  z.string().transform((value, context): T[number][] => {
    if (value === 'none') return [];
    const result = z.array(code(list)).min(1).safeParse(value.split(/\s+/));
    if (result.success) return result.data as T[number][];
    context.addIssue({ code: 'custom', message: `must be none, or codes among ${list.join(', ')}` });
    return z.NEVER;
  });

/** `mon 09:00-12:00 13:30-17:00; tue 09:00-12:00` */
export const openingHours = z.string().transform((value, context): OpeningHours => {
  const slots: OpeningSlot[] = [];
  for (const part of value.split(';')) {
    const [name, ...periods] = part.trim().split(/\s+/);
    const weekday = Weekday.find((one) => one.toLowerCase() === name);
    const pairs = periods.map((period) => /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(period));
    if (!weekday || slots.some((slot) => slot.weekday === weekday) || pairs.length === 0 || pairs.includes(null)) {
      context.addIssue({ code: 'custom', message: `"${part.trim()}" must look like "mon 09:00-12:00 13:30-17:00"` });
      return z.NEVER;
    }
    for (const period of periods)
      slots.push({ weekday, from: period.slice(0, 5), to: period.slice(6), weeks: 'ALL', byAppointment: false });
  }
  return { slots, remark: null };
});

/** `party / name / quality / day ; party / name / quality / day` */
export const signatories = z.string().transform((value, context): Signatory[] => {
  const parsed: Signatory[] = [];
  for (const one of value.split(' ; ')) {
    const [party, name, quality, signedOn, ...rest] = one.split(' / ');
    if (!party || !name || !quality || !signedOn || rest.length > 0 || !isDay(signedOn)) {
      context.addIssue({ code: 'custom', message: `"${one}" must be "party / name / quality / day"` });
      return z.NEVER;
    }
    parsed.push({ party, name, quality, signedOn });
  }
  return parsed;
});
