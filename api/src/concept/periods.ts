import { sql } from 'kysely';
import type { Row, Sql } from './meta.js';

/** The row's period [from, to) holds the day asked for; an empty bound is open. */
export const halfOpen =
  (from: string, to: string) =>
  (row: Row): Sql =>
    sql`(${row.col(from)} is null or ${row.col(from)} <= ${row.on}) and (${row.col(to)} is null or ${row.on} < ${row.col(to)})`;

/** The row's period [starts, ends], both days included, holds the day asked for; an empty end is open. */
export const inclusive =
  (starts: string, ends: string) =>
  (row: Row): Sql =>
    sql`${row.col(starts)} <= ${row.on} and (${row.col(ends)} is null or ${row.on} <= ${row.col(ends)})`;

export const both =
  (first: (row: Row) => Sql, second: (row: Row) => Sql) =>
  (row: Row): Sql =>
    sql`(${first(row)}) and (${second(row)})`;
