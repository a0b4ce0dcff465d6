import type { CrudFilter, CrudSort, LogicalFilter } from '@refinedev/core';
import { columnOf, isPreset, type ListDeclaration } from './define';
import { type ConceptName, type Field, fieldAt, valuesOf } from './metadata';

/**
 * The state of Refine's table, which a list's address tells in words: `?q=voiron&level=INFO,SUIVI&sort=-commune&page=2`. The search
 * is the filter `q`, the day at which dated things are looked at the filter `on` (`all` for every period).
 */
export interface TableState {
  filters: CrudFilter[];
  /** None: the usual order. */
  sorters: CrudSort[];
  currentPage: number;
  pageSize: number;
}

/** What a filter holds, as its editor and the address say it. One of: codes or ids, a text, yes/no/unknown, the ends of a span. */
export type FilterValue = string[];

export const pageSizes = [20, 50, 100] as const;
export const defaultSize = 50;

const isSpan = ({ kind }: Field) => ['date', 'datetime', 'int', 'decimal'].includes(kind);
const isDay = (text: string) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const isAmount = (text: string) => /^-?\d{1,9}(\.\d{1,6})?$/.test(text);
const isId = (text: string) => /^[\w-]{1,80}$/.test(text);

const textFilter = (field: string, text = ''): LogicalFilter | undefined => {
  const value = text.trim();
  return value !== '' && value.length <= 200 ? { field, operator: 'contains', value } : undefined;
};
const spanFilter = (field: string, ends: FilterValue, isEnd: (text: string) => boolean): LogicalFilter | undefined =>
  ends.length === 2 && ends.some((end) => end !== '') && ends.every((end) => end === '' || isEnd(end))
    ? { field, operator: 'between', value: ends }
    : undefined;
const choiceFilter = (field: string, choices: string[]): LogicalFilter | undefined =>
  choices.length > 0 ? { field, operator: 'in', value: choices } : undefined;

/** The filter of that name with that value; none where the value cannot be understood: an address is typed, shortened and pasted by people. */
export function filterFor(
  concept: ConceptName,
  declared: ListDeclaration,
  key: string,
  value: FilterValue,
): LogicalFilter | undefined {
  const [one] = value;
  if (one === undefined) return undefined;
  if (key === 'q') return textFilter(key, one);
  if (key === 'on') return one === 'all' || isDay(one) ? { field: key, operator: 'eq', value: one } : undefined;
  if (declared.filters?.some((filter) => isPreset(filter) && filter.preset === key))
    return one === 'on' ? { field: key, operator: 'eq', value: one } : undefined;
  const { field } = fieldAt(concept, key);
  switch (field.kind) {
    case 'code':
    case 'codes': {
      const known = valuesOf(field.enum ?? 'Level');
      return choiceFilter(
        key,
        value.filter((code) => known.includes(code)),
      );
    }
    case 'one':
      return value.every(isId) ? choiceFilter(key, value) : undefined;
    case 'boolean':
      if (one === 'unknown') return { field: key, operator: 'null', value: true };
      return one === 'yes' || one === 'no' ? { field: key, operator: 'eq', value: one === 'yes' } : undefined;
    case 'date':
    case 'datetime':
      return spanFilter(key, value, isDay);
    case 'int':
    case 'decimal':
      return spanFilter(key, value, isAmount);
    default:
      return textFilter(key, one);
  }
}

/** What a filter of the table holds; nothing when it is not set. */
export function filterValue(filters: readonly CrudFilter[], key: string): FilterValue {
  const filter = filters.find((one) => 'field' in one && one.field === key);
  if (!filter) return [];
  if (filter.operator === 'null') return ['unknown'];
  if (typeof filter.value === 'boolean') return [filter.value ? 'yes' : 'no'];
  return Array.isArray(filter.value) ? filter.value : [String(filter.value)];
}

const nameOf = (filter: NonNullable<ListDeclaration['filters']>[number]) => (isPreset(filter) ? filter.preset : filter);
const keysOf = (declared: ListDeclaration): string[] => ['q', ...(declared.filters ?? []).map(nameOf), 'on'];

/** What stands between the parts of a filter's value; nothing where it is one text. */
function separatorOf(concept: ConceptName, declared: ListDeclaration, key: string): string | undefined {
  if (!declared.filters?.includes(key)) return undefined;
  const { field } = fieldAt(concept, key);
  if (isSpan(field)) return '..';
  return ['code', 'codes', 'one'].includes(field.kind) ? ',' : undefined;
}

const wholeNumber = (text: string | null) => (text && /^\d{1,6}$/.test(text) ? Number(text) : 0);

/** Reads a list's state from its address; whatever is odd is left out. */
export function readAddress(concept: ConceptName, declared: ListDeclaration, search: URLSearchParams): TableState {
  const columns = declared.columns.map((column) => columnOf(column).path);
  const size = wholeNumber(search.get('size'));
  return {
    filters: keysOf(declared).flatMap((key) => {
      const text = search.get(key);
      if (!text) return [];
      const separator = separatorOf(concept, declared, key);
      const parts = separator ? text.split(separator) : [text];
      return filterFor(concept, declared, key, separator === ',' ? parts.filter(Boolean) : parts) ?? [];
    }),
    sorters: (search.get('sort') ?? '').split(',').flatMap((text): CrudSort[] => {
      const field = text.replace(/^-/, '');
      if (!columns.includes(field) || !fieldAt(concept, field).field.sort) return [];
      return [{ field, order: text.startsWith('-') ? 'desc' : 'asc' }];
    }),
    currentPage: wholeNumber(search.get('page')) || 1,
    pageSize: pageSizes.find((known) => known === size) ?? defaultSize,
  };
}

/** The address of a state; what is usual is not said. */
export function writeAddress(
  concept: ConceptName,
  declared: ListDeclaration,
  { filters, sorters, currentPage, pageSize }: TableState,
): URLSearchParams {
  const search = new URLSearchParams();
  for (const key of keysOf(declared)) {
    const value = filterValue(filters, key);
    if (value.length > 0) search.set(key, value.join(separatorOf(concept, declared, key) ?? ''));
  }
  if (sorters.length > 0)
    search.set('sort', sorters.map(({ field, order }) => (order === 'desc' ? `-${field}` : field)).join(','));
  if (currentPage > 1) search.set('page', String(currentPage));
  if (pageSize !== defaultSize) search.set('size', String(pageSize));
  return search;
}
