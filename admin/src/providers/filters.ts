import type { CrudFilter, CrudOperators, CrudSort } from '@refinedev/core';
import { type ConceptName, conceptOf, fieldAt } from '../crud/metadata';

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

function conditionOf(concept: ConceptName, filter: CrudFilter): object | undefined {
  if (filter.operator === 'and' || filter.operator === 'or') {
    const inner = filter.value.map((one) => conditionOf(concept, one)).filter((one) => one !== undefined);
    return inner.length > 0 ? { [filter.operator]: inner } : undefined;
  }
  const { field: path, operator, value } = filter as { field: string; operator: CrudOperators; value: unknown };
  const { field } = fieldAt(concept, path);
  // A relation is chosen by the thing itself.
  const at = field.kind === 'one' ? `${path}.id` : path;
  if (operator === 'null' || operator === 'nnull')
    return nest(at, { isNull: (operator === 'null') === (value !== false) });
  if (operator === 'between' && Array.isArray(value)) {
    const [from, to] = value;
    return nest(at, { ...(from ? { gte: from } : {}), ...(to ? { lte: to } : {}) });
  }
  const name = operators[operator];
  if (!name) throw new Error(`No filter for ${operator}`);
  return nest(at, { [name]: value });
}

/** Refine's filters, as the API wants them. */
export function filterOf(concept: ConceptName, filters: readonly CrudFilter[] = [], own?: object): object | undefined {
  const conditions = filters.map((filter) => conditionOf(concept, filter)).filter((one) => one !== undefined);
  if (own) conditions.push(own);
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
