import type { BaseRecord, CrudFilter, CrudSort, DataProvider } from '@refinedev/core';
import { filterValue } from '../crud/address';
import { type ConceptName, conceptOf, conceptOfPlural, singularOf } from '../crud/metadata';
import { newRequestKey } from '../lite/kit/use-adding';
import {
  createDocument,
  deleteDocument,
  type ListQuery,
  listDocument,
  type Nested,
  oneDocument,
  updateDocument,
} from './documents';
import { ApiError } from './errors';
import { filterOf, sortOf } from './filters';
import { execute } from './graphql';

/** What our pages tell the data provider beyond Refine's own arguments. */
export interface QueryMeta {
  paths?: readonly string[];
  nested?: readonly Nested[];
  /** The day at which dated things are looked at, unless the filters say another one. */
  on?: string | undefined;
  /** A condition in the API's own words, beside Refine's filters. */
  where?: object;
  /** The conditions that filters of those names stand for. */
  presets?: Record<string, object>;
  /** The order, where no other is asked for. */
  order?: CrudSort[];
  revision?: number;
  /** Of an addition: the same for each press until it is done. */
  requestKey?: string;
  queryContext?: { signal?: AbortSignal };
}

export interface Page<T> {
  nodes: T[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const titlePaths = (concept: ConceptName) => conceptOf(concept).title;

/** What is asked of a list, from the state of Refine's table; its search and its day are filters too (crud/address.ts). */
export function listQueryOf(
  concept: ConceptName,
  {
    filters = [],
    sorters = [],
  }: { filters?: readonly CrudFilter[] | undefined; sorters?: readonly CrudSort[] | undefined },
  { paths = titlePaths(concept), on, where, presets, order }: QueryMeta,
): Omit<ListQuery, 'first'> {
  const [text] = filterValue(filters, 'q');
  const [day = on] = filterValue(filters, 'on');
  const fields = filters.filter((filter) => !('field' in filter && ['q', 'on'].includes(filter.field)));
  return {
    fields: paths,
    filter: filterOf(concept, fields, { where, presets }),
    sort: sortOf(concept, sorters.length > 0 ? sorters : order),
    search: text || undefined,
    on: day === 'all' ? undefined : day,
  };
}

/** A page of a concept, by its fields: for the data provider and for exports. */
export async function readPage<T extends BaseRecord>(
  concept: ConceptName,
  query: ListQuery,
  signal?: AbortSignal,
): Promise<Page<T>> {
  const { document, variables } = listDocument(concept, query);
  const data = await execute<Record<string, Page<T>>, unknown>(document, variables, { signal });
  const page = data[conceptOf(concept).plural];
  if (!page) throw new ApiError('INTERNAL', '');
  return page;
}

/** One thing, or undefined when it does not exist or is not open to the caller: the two are never told apart. */
export async function readOne<T extends BaseRecord>(
  concept: ConceptName,
  id: string,
  {
    paths = [],
    nested = [],
    signal,
  }: {
    paths?: readonly string[];
    nested?: readonly Nested[] | undefined;
    signal?: AbortSignal | undefined;
  },
): Promise<T | undefined> {
  const { document, variables } = oneDocument(concept, id, paths, nested);
  const data = await execute<Record<string, T | null>, unknown>(document, variables, { signal });
  return data[singularOf(concept)] ?? undefined;
}

const first = <T>(data: Record<string, T>): T => {
  const [value] = Object.values(data);
  if (value === undefined) throw new ApiError('INTERNAL', '');
  return value;
};

const mutate = async <T>({ document, variables }: { document: string; variables: object }) =>
  first(await execute<Record<string, T>, unknown>(document, variables));

export const dataProvider: DataProvider = {
  getApiUrl: () => '/graphql',

  async getList({ resource, pagination, sorters, filters, meta }) {
    const concept = conceptOfPlural(resource);
    const asked = (meta ?? {}) as QueryMeta;
    const { currentPage = 1, pageSize = 50 } = pagination ?? {};
    const query = listQueryOf(concept, { filters, sorters }, asked);
    const page = await readPage(
      concept,
      { ...query, first: pageSize, offset: (currentPage - 1) * pageSize },
      asked.queryContext?.signal,
    );
    return { data: page.nodes as never[], total: page.totalCount };
  },

  async getOne({ resource, id, meta }) {
    const concept = conceptOfPlural(resource);
    const { paths = titlePaths(concept), nested, queryContext } = (meta ?? {}) as QueryMeta;
    const found = await readOne(concept, String(id), { paths, nested, signal: queryContext?.signal });
    if (!found) throw new ApiError('NOT_FOUND', '');
    return { data: found as never };
  },

  async getMany({ resource, ids, meta }) {
    const concept = conceptOfPlural(resource);
    const { paths = titlePaths(concept), queryContext } = (meta ?? {}) as QueryMeta;
    const page = await readPage(
      concept,
      { fields: paths, first: Math.max(1, Math.min(ids.length, 100)), filter: { id: { in: ids } } },
      queryContext?.signal,
    );
    return { data: page.nodes as never[] };
  },

  async create({ resource, variables, meta }) {
    const { requestKey = newRequestKey() } = (meta ?? {}) as QueryMeta;
    return { data: await mutate(createDocument(conceptOfPlural(resource), variables as object, requestKey)) };
  },

  async update({ resource, id, variables, meta }) {
    const { revision = 0 } = (meta ?? {}) as QueryMeta;
    const concept = conceptOfPlural(resource);
    return { data: await mutate(updateDocument(concept, String(id), revision, variables as object)) };
  },

  async deleteOne({ resource, id, meta }) {
    const { revision = 0 } = (meta ?? {}) as QueryMeta;
    await mutate(deleteDocument(conceptOfPlural(resource), String(id), revision));
    return { data: { id } as never };
  },
};
