import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client, ClientBase } from 'pg';
import { type DbRole, dbRoles } from '../base/roles.js';
import { projectRoot } from '../project.js';

/** One function of `routines/`, in a file of its name, with the triggers that belong to it alone. */
interface Routine {
  name: string;
  /** Idempotent: `create or replace`. */
  sql: string;
  /** The roles that call it, as its file says: nobody else may. Triggers and other functions need no right. */
  callers: readonly DbRole[];
  hash: string;
  /** Names of the triggers in it. */
  triggers: string[];
}

const folder = path.join(projectRoot, 'api', 'src', 'database', 'routines');

/** The roles of a file's line `-- Called by: staff, agent`, or `no role`. */
const callersIn = (sql: string): DbRole[] => {
  const named = /^-- Called by: (.+)$/m.exec(sql)?.[1]?.split(', ') ?? [];
  return dbRoles.filter((role) => named.includes(role.replace('parvis_', '')));
};

/** Every hand-written function of the database, as it is today. */
export const routines: Routine[] = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .map((file) => {
    const sql = readFileSync(path.join(folder, file), 'utf8');
    const triggers = [...sql.matchAll(/^create or replace trigger (\w+)/gim)].map(([, name]) => name ?? '');
    return {
      name: path.basename(file, '.sql'),
      sql,
      callers: callersIn(sql),
      hash: createHash('sha256').update(sql).digest('hex'),
      triggers,
    };
  });

/** SQL: what PostgreSQL keeps of a function `p` that may be altered by hand. */
const kept = 'md5(row(p.prosrc, p.prosecdef, p.proconfig, p.provolatile, p.proisstrict, p.proleakproof)::text)';

/** Statements that put one routine in place; its comment in the database remembers which text that was, and what came of it. */
const put = ({ name, sql, hash }: Routine): string => `${sql};
  do $$ begin
    execute (select format('comment on function %s is %L', p.oid::regprocedure, 'sha256 ${hash} ' || ${kept})
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname = '${name}');
  end $$`;

/** Statements that let each function be called by the roles of its file, where nobody may call any. */
export const routineGrants = (): string[] =>
  routines.flatMap(({ name, callers }) =>
    callers.length > 0 ? [`grant execute on function ${name} to ${callers.join(', ')}`] : [],
  );

/** A file that PostgreSQL refuses; the message names it. */
export class RoutineRefused extends Error {
  override readonly name = 'RoutineRefused';
}

/**
 * The statements of one routine, for a migration whose policies or checks call it: routines come after the migrations otherwise.
 *
 * @throws Error when there is no file of that name
 */
export const routine = (name: string): string => {
  const found = routines.find((one) => one.name === name);
  if (!found) throw new Error(`There is no api/src/database/routines/${name}.sql`);
  return put(found);
};

/**
 * The routines whose file has changed since it was applied to a database, that were changed there by hand, or whose triggers are
 * missing or off.
 */
export const changedRoutines = async (client: ClientBase): Promise<Routine[]> => {
  const { rows } = await client.query<{ name: string; comment: string | null; kept: string; triggers: string[] }>(
    `select p.proname as name, obj_description(p.oid, 'pg_proc') as comment, ${kept} as kept,
       array(select t.tgname::text from pg_trigger t where t.tgfoid = p.oid and t.tgenabled = 'O') as triggers
     from pg_proc p where p.pronamespace = 'public'::regnamespace`,
  );
  const applied = new Map(rows.map((row) => [row.name, row]));
  return routines.filter(({ name, hash, triggers }) => {
    const there = applied.get(name);
    if (there?.comment !== `sha256 ${hash} ${there?.kept}`) return true;
    return triggers.some((trigger) => !there.triggers.includes(trigger));
  });
};

/**
 * Brings the functions of a database to what the files say, within an open transaction: first all of them unchecked, whatever the
 * order in which they call each other, then each checked against what is there.
 *
 * @throws RoutineRefused
 */
export const applyRoutines = async (client: Client): Promise<void> => {
  const changed = await changedRoutines(client);
  for (const check of ['off', 'on']) {
    await client.query(`set local check_function_bodies = ${check}`);
    for (const one of changed)
      await client.query(put(one)).catch((error: Error) => {
        throw new RoutineRefused(`api/src/database/routines/${one.name}.sql: ${error.message}`, { cause: error });
      });
  }
};
