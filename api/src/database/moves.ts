import type { Role } from '../base/codes.js';
import { personOf } from '../base/roles.js';
import { type ConceptMeta, columnOf, fieldOf, type Moves } from '../concept/meta.js';
import { unlessThere } from '../history/triggers.js';

/** SQLSTATE of a change of state that the table does not have. */
export const moveRefused = 'PV001';
/** SQLSTATE of a change that a concept's own guard refuses. */
export const guardRefused = 'PV002';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (texts: readonly string[]): string => `array[${texts.map(quoted).join(', ')}]::text[]`;
const databaseRoles = (roles: readonly Role[]): string[] =>
  Object.entries(personOf).flatMap(([dbRole, role]) => (roles.includes(role) ? [dbRole] : []));

/** The check of a table of moves: the table of the rules, in SQL, so that no import, script or forgotten rule goes around it. */
const checkOf = (concept: ConceptMeta, { field, initial, table: moves }: Moves): string => {
  const { name, table } = concept;
  const column = `"${columnOf(fieldOf(concept, field))}"`;
  const lines = moves.map(({ from, to, roles }) => `(${quoted(from)}, ${quoted(to)}, ${list(databaseRoles(roles))})`);
  return `
  create or replace function ${table}_moves() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  declare
    caller text := current_setting('role');
    called boolean := current_setting('role') like 'parvis\\_%';
  begin
    if tg_op = 'INSERT' then
      if called and new.${column} <> all (${list(initial)}) then
        raise exception '${name}: no row begins in %', new.${column} using errcode = '${moveRefused}', table = '${table}';
      end if;
    elsif new.${column} is distinct from old.${column} and not exists (
      select from (values ${lines.join(', ')}) as move(source, target, roles)
      where source = old.${column} and target = new.${column} and (not called or caller = any(roles))) then
      raise exception '${name}: no move from % to % for %', old.${column}, new.${column}, caller
        using errcode = '${moveRefused}', table = '${table}';
    end if;
    return null;
  end $$`;
};

/** After the change, so that policies and constraints have spoken first; made here since the mapper finds triggers of migrations foreign. */
const trigger = (table: string, name: string, events: string, called: string): string =>
  unlessThere(
    table,
    name,
    called,
    `create or replace trigger ${name} after ${events} on "${table}" for each row execute function ${called}();`,
  );

/**
 * Statements by which the database itself refuses what the declarations do not allow: a change of state that is not in the
 * concept's table of moves, and whatever its guard refuses.
 */
export function moveStatements(concepts: ConceptMeta[]): string[] {
  return concepts.flatMap((concept) => {
    const { table, moves, guard } = concept;
    return [
      ...(moves ? [checkOf(concept, moves), trigger(table, 'check_moves', 'insert or update', `${table}_moves`)] : []),
      ...(guard ? [trigger(table, 'check_guard', 'insert or update or delete', guard)] : []),
    ];
  });
}
