import { type DbRole, personOf } from '../base/roles.js';
import { type ConceptMeta, columnOf, isStored, mayRead, type Policy } from '../concept/meta.js';
import { recordedPolicy } from './recorded-policy.rules.js';

/** Name of the trigger of each concept's table. */
export const triggerName = 'record_change';

/** The function that gives a concept's rows as they were recorded by a moment. */
export const asOfFunction = (concept: ConceptMeta): string => `${concept.table}_as_of`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL of where a row of the concept belongs, from its own columns. */
const belongs = (concept: ConceptMeta, property: 'epci' | 'guichet'): string => {
  if (concept.name.toLowerCase() === property) return 't.id';
  const field = concept.fields.get(property);
  return field && isStored(field) ? `t.${columnOf(field)}` : 'null';
};

/** Statements to run where a table has no trigger of that name that calls that function, or has it switched off. */
export const unlessThere = (table: string, trigger: string, called: string, statements: string): string => `
  do $$ begin
    if not exists (select from pg_trigger where tgrelid = '"${table}"'::regclass and tgname = '${trigger}'
      and tgfoid = '${called}'::regproc and tgenabled = 'O') then
      ${statements}
    end if;
  end $$`;

const record = (table: string, name: string): string => `
      create or replace trigger ${triggerName} after insert or update or delete on "${table}"
        for each row execute function record_change(${quoted(name)})`;

/**
 * Statements that have changes recorded from now on, of tables whose history was restored with them.
 *
 * @param recorded by table, the name under which its changes are
 */
export const startRecording = (recorded: Readonly<Record<string, string>>): string =>
  Object.entries(recorded)
    .map(([table, name]) => record(table, name))
    .join(';\n');

/** History for a table that has none yet, or whose was switched off: the trigger, and a first record of what is there. */
const recording = (concept: ConceptMeta): string => {
  const { table, name } = concept;
  return unlessThere(
    table,
    triggerName,
    'record_change',
    `${record(table, name)};
      insert into change (concept, row_id, epci_id, guichet_id, action, after, actor_role)
        select ${quoted(name)}, t.id, ${belongs(concept, 'epci')}, ${belongs(concept, 'guichet')}, 'BASELINE', to_jsonb(t), current_setting('role')
        from "${table}" t order by t.id;`,
  );
};

/** Branches of a `case` on the caller's database role. */
const byRole = (branches: [DbRole, string][], otherwise: string): string =>
  branches.length === 0
    ? otherwise
    : `case current_setting('role') ${branches.map(([role, value]) => `when '${role}' then ${value}`).join(' ')} else ${otherwise} end`;

/** The roles of people that read a concept, with the policy that says which rows. */
const readersOf = ({ access }: ConceptMeta): [DbRole, Policy][] =>
  Object.entries(access).flatMap(([role, { read }]): [DbRole, Policy][] =>
    read && personOf[role as DbRole] ? [[role as DbRole, read]] : [],
  );

/**
 * The rows of a concept as they were recorded by a moment. It runs with its owner's rights, since changes are closed, and so
 * keeps itself to what the declaration opens: the read policy of the caller's role over the row as it was, and no column that
 * the role may not read.
 */
const asOf = (concept: ConceptMeta, concepts: ConceptMeta[]): string => {
  const functionOf = (table: string) => {
    const other = concepts.find((one) => one.table === table && !one.unrecorded);
    return other && asOfFunction(other);
  };
  const readers = readersOf(concept).map(([role, read]): [DbRole, string] => [role, recordedPolicy(read, functionOf)]);
  const closed = readers.flatMap(([role]): [DbRole, string][] => {
    const reader = personOf[role];
    const columns = [...concept.fields.values()].filter(
      (field) => isStored(field) && reader && !mayRead(field, reader),
    );
    return columns.length > 0 ? [[role, `'{${columns.map(columnOf).join(',')}}'::text[]`]] : [];
  });
  const epci = concept.fields.get('epci');
  // Rows of one EPCI are found by its changes; what belongs to no EPCI, or to several, is left to the policy.
  const narrowed = epci?.kind === 'one' && !epci.nullable;
  const scope: [DbRole, string][] = narrowed
    ? [
        ['parvis_staff', "array[nullif(current_setting('app.epci_id', true), '')::bigint]"],
        ['parvis_agent', "array[nullif(current_setting('app.epci_id', true), '')::bigint]"],
        ['parvis_analyst', "nullif(current_setting('app.epci_ids', true), '')::bigint[]"],
      ]
    : [];
  return `
  create or replace function "${asOfFunction(concept)}"(asked_moment timestamptz) returns setof "${concept.table}"
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    asked_epcis bigint[] := ${byRole(scope, 'null::bigint[]')};
    closed_columns text[] := ${byRole(closed, "'{}'::text[]")};
  begin
    return query
      select "${concept.table}".* from (
        select distinct on (c.row_id) c.after as recorded_row from change c
        where c.concept = ${quoted(concept.name)} and c.recorded_at <= asked_moment
          and (asked_epcis is null or c.epci_id = any(asked_epcis))
        order by c.row_id, c.id desc
      ) l cross join lateral jsonb_populate_record(null::"${concept.table}", l.recorded_row - closed_columns) "${concept.table}"
      where l.recorded_row is not null and (${byRole(readers, 'false')});
  end $$`;
};

/**
 * Statements that give every concept its history, but for what is one itself: the trigger that records changes, and the function that reads rows as they
 * were recorded. Run after each migration, so that a new concept has both with nothing to remember.
 */
export const historyStatements = (concepts: ConceptMeta[]): string[] =>
  concepts.filter(({ unrecorded }) => !unrecorded).flatMap((concept) => [recording(concept), asOf(concept, concepts)]);

/** What callers may do with history: read what policies let them, and ask for rows as recorded of what they read as it is. */
export const historyGrants = (concepts: ConceptMeta[]): string[] => [
  'grant select on change to parvis_staff, parvis_admin, parvis_agent',
  ...concepts
    .filter(({ unrecorded }) => !unrecorded)
    .flatMap((concept) => {
      const readers = readersOf(concept).map(([role]) => role);
      return readers.length > 0
        ? [`grant execute on function "${asOfFunction(concept)}" to ${readers.join(', ')}`]
        : [];
    }),
];
