import type { BaseRecord, DataProvider } from '@refinedev/core';
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
  search?: string;
  on?: string;
  /** A condition in the API's own words, beside Refine's filters. */
  where?: object;
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
  { paths = [], nested = [], signal }: { paths?: readonly string[]; nested?: readonly Nested[]; signal?: AbortSignal },
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

const titlePaths = (concept: ConceptName) => conceptOf(concept).title;
const mutate = async <T>({ document, variables }: { document: string; variables: object }) =>
  first(await execute<Record<string, T>, unknown>(document, variables));

export const dataProvider: DataProvider = {
  getApiUrl: () => '/graphql',

  async getList({ resource, pagination, sorters, filters, meta }) {
    const concept = conceptOfPlural(resource);
    const { paths = titlePaths(concept), search, on, where, queryContext } = (meta ?? {}) as QueryMeta;
    const { currentPage = 1, pageSize = 50 } = pagination ?? {};
    const page = await readPage(
      concept,
      {
        fields: paths,
        first: pageSize,
        offset: (currentPage - 1) * pageSize,
        filter: filterOf(concept, filters, where),
        sort: sortOf(concept, sorters),
        search: search || undefined,
        on,
      },
      queryContext?.signal,
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
