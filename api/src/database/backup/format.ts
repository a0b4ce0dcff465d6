import { z } from 'zod';

/*
 * A backup is one file:
 *
 *   {"parvisBackup":1,…}        the header, one line of JSON that anybody can read
 *   Zstandard of                for each table: {"table":…,"columns":[…]}, its rows as COPY writes them in text, and a line \.
 *                               and last a line {"tables":{…},"sequences":{…}}: what it should all come to
 *   SHA-256 of all above        one line of 64 hexadecimal digits, behind a line end
 */

/** Of what this program writes; it reads no later one. */
export const formatVersion = 1;

/** A line end, 64 digits, a line end. */
export const sealLength = 66;

/** What stands behind the rows of a table; COPY writes no such row. */
export const endOfRows = '\\.\n';

/** As migrations name things: nothing of a backup's own words becomes SQL. */
const name = z.string().regex(/^\w+$/);

export const headerShape = z.object({
  parvisBackup: z.literal(formatVersion),
  /** Version of Parvis. */
  parvis: z.string(),
  /** Such as `18.4`. */
  postgresql: z.string(),
  /** When its snapshot was taken. */
  madeAt: z.iso.datetime(),
  /** The migrations that the database had, in their order. */
  migrations: z.array(name).min(1),
  /** SHA-256 of each function's text. */
  routines: z.record(name, z.string()),
  /** The tables whose changes are recorded, each with the name under which they are. */
  recorded: z.record(name, name),
});
export type Header = z.infer<typeof headerShape>;

export const tableShape = z.object({ table: name, columns: z.array(name).min(1) });
export type TableHead = z.infer<typeof tableShape>;

const count = z.object({ rows: z.int().nonnegative(), sha256: z.string() });
/** How many rows, and the SHA-256 of their text in the order of their key. */
export type Count = z.infer<typeof count>;

export const summaryShape = z.object({
  tables: z.record(name, count),
  /** The last value that each sequence has given. */
  sequences: z.record(name, z.string().regex(/^\d+$/)),
});
export type Summary = z.infer<typeof summaryShape>;
