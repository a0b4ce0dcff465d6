import type { CrudFilter, CrudOperators, CrudSort, LogicalFilter } from '@refinedev/core';
import { type ConceptName, conceptOf, type Field, fieldAt } from '../crud/metadata';

const operators: Partial<Record<CrudOperators, string>> = {
  eq: 'eq',
  ne: 'ne',
  in: 'in',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
  contains: 'contains',
  startswith: 'startsWith',
  ina: 'has',
};

/** `commune.name`, `{contains: 'ecu'}` → `{commune: {name: {contains: 'ecu'}}}` */
const nest = (path: string, leaf: object | string): object =>
  path.split('.').reduceRight<object | string>((inner, name) => ({ [name]: inner }), leaf) as object;

/** An end of a span, in the type of its field; the last day of one of moments is whole. */
function endOf({ kind }: Field, end: string | number | undefined, time: string): string | number | undefined {
  if (end === undefined || end === '') return undefined;
  if (kind === 'int' || kind === 'decimal') return Number(end);
  return kind === 'datetime' ? `${end}${time}` : end;
}

function leafOf(field: Field, { operator, value }: LogicalFilter): object {
  if (operator === 'null' || operator === 'nnull') return { isNull: (operator === 'null') === (value !== false) };
  if (operator === 'between' && Array.isArray(value)) {
    const [from, to] = value;
    return { gte: endOf(field, from, 'T00:00:00Z'), lte: endOf(field, to, 'T23:59:59Z') };
  }
  if (field.kind === 'texts' && operator === 'contains') return { has: value };
  const name = operators[operator];
  if (!name) throw new Error(`No filter for ${operator}`);
  return { [name]: value };
}

function conditionOf(concept: ConceptName, filter: CrudFilter): object | undefined {
  if (filter.operator === 'and' || filter.operator === 'or') {
    const inner = filter.value.map((one) => conditionOf(concept, one)).filter((one) => one !== undefined);
    return inner.length > 0 ? { [filter.operator]: inner } : undefined;
  }
  const { field: path, operator, value } = filter as LogicalFilter;
  const { field } = fieldAt(concept, path);
  // Of a field that holds several codes: any of them.
  if (field.kind === 'codes' && operator === 'in')
    return { or: value.map((code: string) => nest(path, { has: code })) };
  // A relation is chosen by the thing itself.
  return nest(field.kind === 'one' ? `${path}.id` : path, leafOf(field, filter as LogicalFilter));
}

/** Refine's filters, as the API wants them. */
export function filterOf(
  concept: ConceptName,
  filters: readonly CrudFilter[] = [],
  { where, presets = {} }: { where?: object | undefined; presets?: Record<string, object> | undefined } = {},
): object | undefined {
  const conditions = filters.flatMap((filter) => {
    const preset = 'field' in filter ? presets[filter.field] : undefined;
    return preset ?? conditionOf(concept, filter) ?? [];
  });
  if (where) conditions.push(where);
  return conditions.length > 1 ? { and: conditions } : conditions[0];
}

/** Refine's sorters, as the API wants them; a relation is sorted by what names it. */
export function sortOf(concept: ConceptName, sorters: readonly CrudSort[] = []): object[] {
  return sorters.flatMap(({ field: path, order }) => {
    const { field } = fieldAt(concept, path);
    const paths =
      field.kind === 'one' && field.target ? conceptOf(field.target).title.map((title) => `${path}.${title}`) : [path];
    return paths.map((one) => nest(one, order === 'desc' ? 'DESC' : 'ASC'));
  });
}
