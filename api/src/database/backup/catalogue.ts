import pg, { type Client } from 'pg';
import copy from 'pg-copy-streams';
import { triggerName } from '../../history/triggers.js';
import { unfinished } from './empty.js';
import type { TableHead } from './format.js';

/** What every session that reads or writes a backup sets, so that a value has one text whatever the server's settings. */
export const settings = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex';
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set row_security = off`;

/** A table with its stored columns, and the SQL by which its rows have one order everywhere. */
export interface Table extends TableHead {
  order: string;
}

/** The tables of Parvis, by name, as the database itself lists them; not the list of its migrations, which has its own place. */
export const tablesOf = async (client: Client): Promise<Table[]> => {
  const { rows } = await client.query<Table>(`
    select c.relname as "table",
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      (select string_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
        from pg_index i, unnest(i.indkey) with ordinality k(attnum, place)
          join pg_attribute a on a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as "order"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('migration', '${unfinished}')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  const keyless = rows.find(({ order }) => !order);
  if (keyless) throw new Error(`${keyless.table} has no primary key: its rows have no order.`);
  return rows;
};

/**
 * The rows of a table in the order of its key, as COPY writes them.
 *
 * @param blank columns whose text is left out
 */
export const rowsOf = (
  client: Client,
  { table, columns, order }: Table,
  blank: readonly string[] = [],
): AsyncIterable<Buffer> => {
  const values = columns.map((column) => (blank.includes(column) ? "''" : pg.escapeIdentifier(column)));
  return client.query(
    copy.to(`copy (select ${values.join(', ')} from public.${pg.escapeIdentifier(table)} order by ${order}) to stdout`),
  );
};

/** Takes rows into a table, as COPY writes them. */
export const takeRows = (client: Client, { table, columns }: TableHead): NodeJS.WritableStream =>
  client.query(
    copy.from(
      `copy public.${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')}) from stdin`,
    ),
  );

/** The last value that each sequence has given, but for the one of the list of migrations. */
export const sequencesOf = async (client: Client): Promise<Record<string, string>> => {
  const { rows } = await client.query<{ name: string; last: string }>(`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null and sequencename <> 'migration_id_seq' order by 1`);
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
};

/** The tables whose changes are recorded, each with the name under which they are. */
export const recordedOf = async (client: Client): Promise<Record<string, string>> => {
  const { rows } = await client.query<{ table: string; concept: string }>(
    `select c.relname as "table", (regexp_match(pg_get_triggerdef(t.oid), '${triggerName}\\(''(\\w+)''\\)'))[1] as concept
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = '${triggerName}' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return Object.fromEntries(rows.map(({ table, concept }) => [table, concept]));
};

/** The migrations that a database has, in their order; none where Parvis never was. */
export const migrationsOf = async (client: Client): Promise<string[]> => {
  const { rows: found } = await client.query(`select where to_regclass('public.migration') is not null`);
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by id');
  return rows.map(({ name }) => name);
};
