/** What a database holds, told briefly: for tests that nothing was lost, and that nothing has changed. */
import pg from 'pg';
import type { DatabaseConnection } from '../src/database/server/open.js';

/** The rows of one statement, on a connection of its own; several statements in one text give those of the last. */
export async function queryOnce<T extends pg.QueryResultRow>(
  connection: DatabaseConnection,
  sql: string,
): Promise<T[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const results: pg.QueryResult<T> | pg.QueryResult<T>[] = await client.query<T>(sql);
    return (Array.isArray(results) ? results.at(-1)?.rows : results.rows) ?? [];
  } finally {
    await client.end();
  }
}

/** The columns of each table of `public`, in their order; not those of the list of migrations. */
export async function columnsOf(connection: DatabaseConnection): Promise<Map<string, string[]>> {
  const rows = await queryOnce<{ table: string; columns: string[] }>(
    connection,
    `select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration' group by 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/** By table: how many rows it has, and a hash of what they say in the given columns. */
export async function contentOf(
  connection: DatabaseConnection,
  columns: Map<string, string[]>,
): Promise<Record<string, string>> {
  const statements = [...columns].map(([table, names]) => {
    const row = `row(${names.map(pg.escapeIdentifier)})::text`;
    return `select '${table}' as "table", count(*)::int as rows, md5(string_agg(${row}, e'\\n' order by ${row} collate "C")) as hash
      from public.${pg.escapeIdentifier(table)}`;
  });
  const rows = await queryOnce<{ table: string; rows: number; hash: string }>(
    connection,
    statements.join(' union all '),
  );
  return Object.fromEntries(rows.map(({ table, rows: count, hash }) => [table, `${count} rows, ${hash}`]));
}

/** A list of rights, whatever the order in which they were given. */
const rights = (list: string) => `array(select one::text from unnest(${list}) one order by 1)`;

/** What the schema is beyond its tables: columns, constraints, indexes, functions, triggers, row policies and rights. */
export const schemaOf = (connection: DatabaseConnection): Promise<object[]> =>
  queryOnce(
    connection,
    `select 'column' as kind, table_name || '.' || column_name as name, concat_ws(' ', data_type, is_nullable, column_default) as said
       from information_schema.columns where table_schema = 'public'
     union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
       from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'index', indexname::text, indexdef from pg_indexes where schemaname = 'public'
     union all select 'function', oid::regprocedure::text, concat_ws(' ', pg_get_functiondef(oid), ${rights('proacl')})
       from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
     union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
     union all select 'policy', tablename || '.' || policyname, concat_ws(' ', roles, cmd, qual, with_check)
       from pg_policies where schemaname = 'public'
     union all select 'rights', oid::regclass::text, concat_ws(' ', relrowsecurity, relforcerowsecurity, ${rights('relacl')})
       from pg_class where relnamespace = 'public'::regnamespace
     union all select 'column rights', attrelid::regclass || '.' || attname, ${rights('attacl')}::text
       from pg_attribute where attacl is not null and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
     order by 1, 2, 3`,
  );
