import { sql } from 'kysely';
import {
  type ConceptMeta,
  columnOf,
  type FieldMeta,
  fieldOf,
  isStored,
  partsOf,
  type Sql,
  targetOf,
} from '../concept/meta.js';
import { type Compilation, isReadable, rowOf, Scope } from '../read/scope.js';
import { visibleFields } from './differences.js';

const textArray = (values: readonly string[]): Sql => sql`${sql.lit(`{${values.join(',')}}`)}::text[]`;

/** Columns that a caller is not told of: closed ones, and those that say nothing. */
const hiddenColumns = (concept: ConceptMeta, compilation: Compilation): string[] => {
  const told = new Set(visibleFields(concept, compilation.caller).map(columnOf));
  return [...concept.fields.values()]
    .filter(isStored)
    .map(columnOf)
    .filter((column) => !told.has(column));
};

/** What changes with every write, beside what was written. */
const always = ['revision', 'updated_at'];

/** The name of a row of a concept, by its key; null when the caller does not see it. */
const titleOf = (compilation: Compilation, concept: ConceptMeta, key: Sql): Sql => {
  const { caller } = compilation;
  const readable = concept.title.filter((path) => {
    let at = concept;
    return path.split('.').every((name) => {
      const field: FieldMeta = fieldOf(at, name);
      if (!isReadable(field, caller)) return false;
      if (field.kind === 'one') at = targetOf(field);
      return true;
    });
  });
  if (!concept.access[caller.dbRole]?.read || readable.length === 0) return sql`null`;
  const scope = new Scope(compilation, concept, compilation.when(concept, {}));
  const values = readable.map((path) => sql`${scope.valueAt(path)}::text`);
  return sql`(select concat_ws(' ', ${sql.join(values)}) from ${scope.from} where ${sql.ref(`${scope.alias}.id`)} = ${key})`;
};

/** Input of the concept's `unlocked` rule for the row of `p`; null where it has none, or the row is not there. */
const lockFactsOf = (compilation: Compilation, concept: ConceptMeta): Sql => {
  const facts = concept.unlocked && fieldOf(concept, concept.unlocked).computed;
  if (!facts) return sql`null`;
  const alias = compilation.alias();
  const row = rowOf(concept, alias, compilation.when(concept, {}));
  return sql`(select ${facts(row)} from ${sql.table(concept.table)} as ${sql.ref(alias)} where ${sql.ref(`${alias}.id`)} = p.row_id)`;
};

/** JSON of one change (see `RawChange`), known as `p`, of a concept. */
const changeJson = (compilation: Compilation, concept: ConceptMeta): Sql => {
  const hidden = hiddenColumns(concept, compilation);
  const concealed = hidden.filter((column) => !always.includes(column));
  const columns = (row: Sql): Sql => sql`(${row} - ${textArray(hidden)})`;
  const relations = visibleFields(concept, compilation.caller).filter((field) => field.kind === 'one');
  const titles = relations.flatMap((field): Sql[] => {
    const column = sql.lit(columnOf(field));
    const title = (row: 'before' | 'after') =>
      titleOf(compilation, targetOf(field), sql`(${sql.ref(`p.${row}`)} ->> ${column})::bigint`);
    return [
      column,
      sql`case when p.action <> 'BASELINE' and p.before -> ${column} is distinct from p.after -> ${column} then json_build_array(${title('before')}, ${title('after')}) end`,
    ];
  });
  const current = sql`(select d.after from change d where d.concept = p.concept and d.row_id = p.row_id order by d.id desc limit 1)`;
  const shown = (row: string) => columns(sql.ref(`p.${row}`));
  const difference =
    concealed.length === 0
      ? sql`false`
      : sql`(${sql.join(
          concealed.map((column) => sql`p.before -> ${sql.lit(column)} is distinct from p.after -> ${sql.lit(column)}`),
          sql` or `,
        )})`;
  const moment = (value: Sql): Sql => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return sql`json_build_object(
    'id', p.id::text, 'at', ${moment(sql`p.recorded_at`)}, 'action', p.action, 'concept', p.concept, 'rowKey', p.row_id::text,
    'title', ${titleOf(compilation, concept, sql`p.row_id`)}, 'actorName', p.actor_name, 'actorRole', p.actor_role,
    'motive', p.motive, 'undoes', (select ${moment(sql`u.recorded_at`)} from change u where u.id = p.undoes_id),
    'before', ${shown('before')}, 'after', ${shown('after')}, 'erased', p.erased, 'concealed', ${difference},
    'current', ${columns(current)},
    'revision', (select r.revision from ${sql.table(concept.table)} r where r.id = p.row_id),
    'lockFacts', ${lockFactsOf(compilation, concept)},
    'titles', json_build_object(${sql.join(titles)}))`;
};

/** Condition that a change `c` of the concept shows something to the caller. */
const hasVisibleChange = (concept: ConceptMeta, compilation: Compilation): Sql => {
  const hidden = textArray(hiddenColumns(concept, compilation));
  return sql`(c.action <> 'UPDATED' or c.before - ${hidden} <> c.after - ${hidden} or c.erased is not null)`;
};

/** A concept of a history; for parts of the row, the column that leads to it. */
interface Told {
  concept: ConceptMeta;
  column?: string;
}

/** What a history tells of: the row, and with `withParts` what it is made of, as far as the caller reads it. */
export const toldBy = (concept: ConceptMeta, { caller }: Compilation, withParts: boolean): Told[] => {
  const parts = withParts ? partsOf(concept).filter(({ part }) => part.access[caller.dbRole]?.read) : [];
  return [{ concept }, ...parts.map(({ part, relation }) => ({ concept: part, column: columnOf(relation) }))];
};

export interface HistoryAsked {
  key: string;
  first: number;
  /** Database key of the change before which to read. */
  before?: string;
  parts: boolean;
}

const page = (compilation: Compilation, concepts: ConceptMeta[], where: Sql, limit: number): Sql => {
  const json = concepts.map((one) => sql`when ${sql.lit(one.name)} then ${changeJson(compilation, one)}`);
  return sql`(with found as materialized (select c.* from change c where ${where} order by c.id desc limit ${sql.lit(limit)})
    select coalesce(json_agg(case p.concept ${sql.join(json, sql` `)} end order by p.id desc), '[]'::json) from found p)`;
};

/** JSON of the latest changes of a row that show something to the caller; of a row that they do not see, unless it was deleted: none. */
export const historyOf = (compilation: Compilation, concept: ConceptMeta, asked: HistoryAsked): Sql => {
  const { key, first, before } = asked;
  const told = toldBy(concept, compilation, asked.parts);
  const seen = sql`(exists (select 1 from ${sql.table(concept.table)} r where r.id = ${key}::bigint)
    or exists (select 1 from change d where d.concept = ${sql.lit(concept.name)} and d.row_id = ${key}::bigint and d.action = 'DELETED'))`;
  const ofRows = told.map(({ concept: one, column }): Sql => {
    const name = sql.lit(one.name);
    if (!column)
      return sql`(c.concept = ${name} and c.row_id = ${key}::bigint and ${hasVisibleChange(one, compilation)})`;
    // Those that are there, and those that were: a deleted part is known by its last change alone.
    const members = sql`select r.id from ${sql.table(one.table)} r where r.${sql.ref(column)} = ${key}::bigint
      union all select d.row_id from change d where d.concept = ${name} and d.action = 'DELETED' and d.before ->> ${sql.lit(column)} = ${key}`;
    // What a part was made of when no person made it is not news of the whole.
    const news = sql`not (c.actor_role = 'none' and c.action in ('BASELINE', 'CREATED'))`;
    return sql`(c.concept = ${name} and c.row_id in (${members}) and ${news} and ${hasVisibleChange(one, compilation)})`;
  });
  const older = before ? sql`c.id < ${before}::bigint` : sql`true`;
  return page(
    compilation,
    told.map((one) => one.concept),
    sql`${seen} and ${older} and (${sql.join(ofRows, sql` or `)})`,
    first,
  );
};

/** JSON of the one change of a key, in a list. */
export const changeByKey = (compilation: Compilation, concept: ConceptMeta, key: string): Sql =>
  page(compilation, [concept], sql`c.id = ${key}::bigint`, 1);
