import type { Client } from 'pg';
import { dbRoles } from '../base/roles.js';
import type { Orm } from './orm.js';
import { DatabaseProblem } from './server/problem.js';

/** Opens and closes rows, and touches none. */
const ofPolicies = /^(create|drop) policy |^alter table "\w+" (enable|no force) row level security/;
/** Takes away what the entities do not have: an index that somebody added by hand is theirs. */
const ofSurplus = /^drop (index|table) |^alter table "\w+" drop /;

/**
 * What a database lacks of what the entities declare, as statements that set its policies and row security again. A dump that was
 * restored without our roles has lost them all, and says nothing of it.
 *
 * @throws DatabaseProblem when tables, columns, constraints or indexes lack
 */
export const policyStatements = async (orm: Orm): Promise<string[]> => {
  const update = await orm.schema.getUpdateSchemaSQL({ wrap: false, dropTables: false });
  const statements = update
    .split(/;\s*\n/)
    .map((one) => one.trim().replace(/;$/, ''))
    .filter(Boolean);
  const lacking = statements.find((one) => !ofPolicies.test(one) && !ofSurplus.test(one));
  if (lacking)
    throw new DatabaseProblem(
      `The tables are not those of this version, though its migrations were applied; it lacks: ${lacking}. Restore a backup, or undo what was changed by hand.`,
    );
  return statements.filter((one) => ofPolicies.test(one));
};

/** Foreign keys that a restore with `--disable-triggers` left unchecked are checked again. */
export const enabledKeys = `
  do $$ declare one text; begin
    for one in select distinct tgrelid::regclass::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and t.tgisinternal and t.tgenabled <> 'O' loop
      execute format('alter table %s enable trigger all', one);
    end loop;
  end $$`;

/**
 * Sees to it that our roles are held by row policies. They belong to the whole server, whose administrator alone may change them.
 *
 * @throws DatabaseProblem
 */
export const refuseWideRoles = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ role: string; mend: string }>(
    `select rolname as role, format('alter role %I nosuperuser nobypassrls', rolname) as mend
       from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)
     union all
     select m.rolname, format('revoke %I from %I', r.rolname, m.rolname)
       from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid where m.rolname = any($1)`,
    [dbRoles],
  );
  if (rows[0])
    throw new DatabaseProblem(
      `The database role ${rows[0].role} may do more than Parvis gives it, and people would see what is not theirs: ${rows[0].mend}`,
    );
};
