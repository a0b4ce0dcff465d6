import { z } from 'zod';
import { isPreset, type ListDeclaration, type Preset } from './define';
import { type ConceptName, type Field, fieldAt, resolvePath, valuesOf } from './metadata';

/** The state of a list, as its address tells it: `?q=voiron&level=INFO,SUIVI&sort=-commune&page=2`. */
export interface ListState {
  q: string;
  page: number;
  size: number;
  /** Paths, `-` before what goes down. Empty: the usual order. */
  sort: string[];
  /** The day at which dated things are looked at; `all` for every period. The declaration's usual day when absent. */
  on?: string;
  columns?: string[];
  filters: Record<string, FilterValue>;
}

/** One of: codes or ids chosen, a text, yes/no/unknown, a span. */
export type FilterValue = string[];

export const pageSizes = [20, 50, 100] as const;
export const defaultSize = 50;

const reserved = new Set(['q', 'page', 'size', 'sort', 'on', 'columns']);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => {
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  });
const amount = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/);
const list = z.string().transform((value) => value.split(',').filter((part) => part !== ''));
const span = (end: z.ZodType<string, string>) =>
  z
    .string()
    .transform((value) => value.split('..'))
    .pipe(z.tuple([end.or(z.literal('')), end.or(z.literal(''))]))
    .refine(([from, to]) => from !== '' || to !== '');

/** What a filter's address may hold, by the kind of its field. */
export function filterSchema(field: Field): z.ZodType<string[], string> {
  switch (field.kind) {
    case 'code':
    case 'codes': {
      const values = valuesOf(field.enum ?? 'Level');
      return list
        .transform((codes) => codes.filter((code) => values.includes(code)))
        .refine((codes) => codes.length > 0);
    }
    case 'one':
      return list.refine((ids) => ids.length > 0 && ids.every((id) => /^[\w-]{1,80}$/.test(id)));
    case 'boolean':
      return z.enum(['yes', 'no', 'unknown']).transform((value) => [value]);
    case 'date':
    case 'datetime':
      return span(day);
    case 'int':
    case 'decimal':
      return span(amount);
    default:
      return z
        .string()
        .trim()
        .min(1)
        .max(200)
        .transform((value) => [value]);
  }
}

const state = z.object({
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  size: z.coerce
    .number()
    .refine((size) => pageSizes.some((known) => known === size))
    .catch(defaultSize),
  sort: list.catch([]),
  on: day.or(z.literal('all')).optional().catch(undefined),
  columns: list.optional().catch(undefined),
});

/** Reads a list's state from its address. Whatever is odd is left out: an address is typed, shortened and pasted by people. */
export function parseAddress(concept: ConceptName, declared: ListDeclaration, search: URLSearchParams): ListState {
  const raw = Object.fromEntries([...reserved].map((key) => [key, search.get(key) ?? undefined]));
  const read = state.parse({
    ...raw,
    q: raw.q ?? '',
    page: raw.page ?? 1,
    size: raw.size ?? defaultSize,
    sort: raw.sort ?? '',
  });
  const columns = declared.columns.map((column) => (typeof column === 'string' ? column : column.path));
  const sortable = (path: string) => columns.includes(path) && fieldAt(concept, path).field.sort;
  const known = read.columns?.filter((path) => columns.includes(path));
  return {
    ...read,
    sort: read.sort.filter((path) => sortable(path.replace(/^-/, ''))),
    columns: known && known.length > 0 ? known : undefined,
    filters: Object.fromEntries(readFilters(concept, declared, search)),
  };
}

function readFilters(
  concept: ConceptName,
  declared: ListDeclaration,
  search: URLSearchParams,
): [string, FilterValue][] {
  return (declared.filters ?? []).flatMap((filter): [string, FilterValue][] => {
    if (isPreset(filter)) return search.get(filter.preset) === 'on' ? [[filter.preset, ['on']]] : [];
    const value = search.get(filter);
    if (value === null) return [];
    const parsed = filterSchema(fieldAt(concept, filter).field).safeParse(value);
    return parsed.success ? [[filter, parsed.data]] : [];
  });
}

const isSpan = (field: Field) => ['date', 'datetime', 'int', 'decimal'].includes(field.kind);

/** The address of a state; what is usual is not said. */
export function writeAddress(
  concept: ConceptName,
  { q, page, size, sort, on, columns, filters }: ListState,
): URLSearchParams {
  const search = new URLSearchParams();
  if (q) search.set('q', q);
  for (const [key, value] of Object.entries(filters)) {
    const field = resolvePath(concept, key)?.field;
    if (value.length > 0) search.set(key, value.join(field && isSpan(field) ? '..' : ','));
  }
  if (on) search.set('on', on);
  if (sort.length > 0) search.set('sort', sort.join(','));
  if (columns) search.set('columns', columns.join(','));
  if (page > 1) search.set('page', String(page));
  if (size !== defaultSize) search.set('size', String(size));
  return search;
}

/** The condition that a filter's value stands for, in the API's words. */
export function conditionOf(
  concept: ConceptName,
  filter: string | Preset,
  value: FilterValue,
  today: string,
  setting = 0,
): object {
  if (isPreset(filter)) return filter.where(today, setting);
  const { field } = fieldAt(concept, filter);
  const [one = '', other = ''] = value;
  const leaf = leafOf(field, one, other, value);
  const path = field.kind === 'one' ? `${filter}.id` : filter;
  const nest = (inner: object) => path.split('.').reduceRight<object>((rest, name) => ({ [name]: rest }), inner);
  return Array.isArray(leaf) ? { or: leaf.map(nest) } : nest(leaf);
}

function leafOf(field: Field, one: string, other: string, all: string[]): object | object[] {
  const number = (text: string) => (text === '' ? undefined : Number(text));
  switch (field.kind) {
    case 'code':
    case 'one':
      return { in: all };
    case 'texts':
      return { has: one };
    case 'codes':
      return all.map((code) => ({ has: code }));
    case 'boolean':
      return one === 'unknown' ? { isNull: true } : { eq: one === 'yes' };
    case 'date':
      return { gte: one || undefined, lte: other || undefined };
    case 'datetime':
      return { gte: one ? `${one}T00:00:00Z` : undefined, lte: other ? `${other}T23:59:59Z` : undefined };
    case 'int':
    case 'decimal':
      return { gte: number(one), lte: number(other) };
    default:
      return { contains: one };
  }
}
