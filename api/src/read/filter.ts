import { sql } from 'kysely';
import { InvalidId, ValueMissing } from '../base/shared.errors.js';
import { decodeId } from '../concept/id.js';
import { type ConceptMeta, type FieldMeta, fieldOf, type Sql } from '../concept/meta.js';
import { checkReadable, type Scope, sqlOf } from './scope.js';

type Filter = Record<string, unknown>;

const sqlTypes: Partial<Record<FieldMeta['kind'], string>> = {
  id: 'bigint',
  int: 'integer',
  decimal: 'numeric',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  datetime: 'timestamptz',
};
/** Type that a parameter is cast to when it meets a field's value. */
export const sqlTypeOf = (field: FieldMeta) => sql.raw(sqlTypes[field.kind] ?? 'text');

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Condition "the text holds those words", whatever the accents, capitals, hyphens and apostrophes. */
export const containsText = (value: Sql, text: string): Sql =>
  sql`fold(${value}) like '%' || fold(${escapeLike(text)}::text) || '%'`;

const keyOf = (concept: ConceptMeta, id: unknown): string => {
  const decoded = decodeId(String(id));
  if (decoded?.concept !== concept.name) throw new InvalidId(concept.name, 'id');
  return decoded.key;
};

const operators: Record<string, (value: Sql, operand: Sql) => Sql> = {
  eq: (value, operand) => sql`${value} = ${operand}`,
  ne: (value, operand) => sql`${value} is distinct from ${operand}`,
  gt: (value, operand) => sql`${value} > ${operand}`,
  gte: (value, operand) => sql`${value} >= ${operand}`,
  lt: (value, operand) => sql`${value} < ${operand}`,
  lte: (value, operand) => sql`${value} <= ${operand}`,
  has: (value, operand) => sql`${value} @> array[${operand}]`,
};

/** `null` is a value to equal or differ from, and nothing that a row could be before, after or within. @throws ValueMissing */
const compareScalar = (
  scope: Scope,
  concept: ConceptMeta,
  field: FieldMeta,
  value: Sql,
  operator: string,
  operand: unknown,
): Sql => {
  const type = sqlTypeOf(field);
  const typed = (raw: unknown): Sql => sql`${field.kind === 'id' ? keyOf(concept, raw) : raw}::${type}`;
  if (operand === null && operator !== 'eq' && operator !== 'ne') throw new ValueMissing(field.name);
  if (operator === 'isNull' || operand === null) {
    const empty = operator === 'isNull' ? operand !== false : operator !== 'ne';
    return empty ? sql`${value} is null` : sql`${value} is not null`;
  }
  if (operator === 'in') {
    const list = operand as unknown[];
    scope.compilation.addConditionCost(list.length);
    return list.length === 0 ? sql`false` : sql`${value} in (${sql.join(list.map(typed))})`;
  }
  if (operator === 'contains') return containsText(value, String(operand));
  if (operator === 'startsWith') return sql`fold(${value}) like fold(${escapeLike(String(operand))}::text) || '%'`;
  const compare = operators[operator];
  if (!compare) throw new Error(`Unknown operator ${operator}`);
  return compare(value, typed(operand));
};

const conjunction = (conditions: Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;

/**
 * SQL condition of a filter on the row `alias` of a concept; an empty filter is true.
 *
 * @throws FieldClosed for a field that the caller may not read, InvalidId for an id of something else, ValueMissing
 */
export const compileFilter = (scope: Scope, concept: ConceptMeta, alias: string, filter: Filter): Sql => {
  scope.compilation.addConditionCost(1);
  const list = (value: unknown): Sql[] => (value as Filter[]).map((one) => compileFilter(scope, concept, alias, one));
  const conditions = Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]): Sql => {
      if (name === 'and') return conjunction(list(value));
      if (name === 'or')
        return (value as Filter[]).length === 0 ? sql`false` : sql`(${sql.join(list(value), sql` or `)})`;
      // `IS NOT TRUE`: NULL counts as no match, so that `not` gives all rows that the condition leaves out.
      if (name === 'not') return sql`(${compileFilter(scope, concept, alias, value as Filter)}) is not true`;
      const field = fieldOf(concept, name);
      checkReadable(concept, field, scope.compilation.caller);
      if (field.kind === 'one') {
        const target = scope.joinRelation(concept, alias, field);
        return compileFilter(scope, target.concept, target.alias, value as Filter);
      }
      const column = sqlOf(concept, field, alias, scope.when);
      return conjunction(
        Object.entries(value as Filter)
          .filter(([, operand]) => operand !== undefined)
          .map(([operator, operand]) => compareScalar(scope, concept, field, column, operator, operand)),
      );
    });
  return conjunction(conditions);
};
