import type { Client } from 'pg';
import { BackupProblem } from './problem.js';

/** Stands in a database from the first moment of a restore to the last: one that was cut short is told from a whole one. */
export const unfinished = 'unfinished_restore';

/** What somebody made, whatever its schema: not the system's, nor an extension's. */
const contents = `
  with mine as (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')
  select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in (table mine) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  union all
  select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace in (table mine) and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

export const isUnfinished = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query(`select where to_regclass('public.${unfinished}') is not null`);
  return rows.length > 0;
};

/** Removes what a restore has made, in a database that was empty before it: all of it, but for its mark if that is to stay. */
export const clear = async (client: Client, { kept = '' }: { kept?: string } = {}): Promise<void> => {
  await client.query(`
    do $$ declare one text; begin
      for one in select oid::regclass::text from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname <> '${kept}' and not relispartition
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') loop
        execute format('drop table %s cascade', one);
      end loop;
      for one in select oid::regprocedure::text from pg_proc p where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
        execute format('drop routine %s cascade', one);
      end loop;
    end $$`);
};

/**
 * Sees to it that nothing is there, and says in the database that a restore has begun. The mark of one that was cut short stays
 * meanwhile: a statement of it that PostgreSQL is still ending may add a table after all, which nobody must take for somebody's.
 *
 * @throws BackupProblem when anything is there but the remains of a restore that was cut short
 */
export const beginInEmpty = async (client: Client): Promise<void> => {
  const again = await isUnfinished(client);
  if (again) await clear(client, { kept: unfinished });
  const { rows } = await client.query<{ name: string }>(`${contents} except select '${unfinished}' limit 1`);
  if (rows[0])
    throw new BackupProblem(
      again
        ? 'A restore that was cut short is still ending in this database: start this one again.'
        : `This database is not empty (it has ${rows[0].name}), and a backup is restored into an empty one alone: ` +
            'name another with DATABASE_URL, or another folder with PARVIS_DATA.',
    );
  await client.query(`
    create table if not exists public.${unfinished} (since timestamptz not null default clock_timestamp());
    delete from public.${unfinished};
    insert into public.${unfinished} default values`);
};
