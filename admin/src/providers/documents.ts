import { type ConceptName, conceptOf, fieldAt, singularOf, targetOf } from '../crud/metadata';

/** A related list read along with a page: `assignments`, its columns, how many, in which order. */
export interface Nested {
  many: string;
  fields: string[];
  first: number;
  sort?: object[] | undefined;
  filter?: object | undefined;
}

type Tree = Map<string, Tree>;

const plant = (tree: Tree, concept: ConceptName, path: string): void => {
  const { names, field } = fieldAt(concept, path);
  let branch = tree;
  for (const name of names) {
    const next = branch.get(name) ?? new Map();
    branch.set(name, next);
    branch = next;
  }
  if (field.kind !== 'one' || !field.target) return;
  // A related thing always comes with what names it and links to it.
  for (const title of ['id', ...conceptOf(field.target).title]) plant(branch, field.target, title);
};

const print = (tree: Tree, concept: ConceptName): string =>
  [...tree]
    .map(([name, branch]) => {
      if (branch.size === 0) return `${name}${fieldAt(concept, name).field.selection ?? ''}`;
      const target = targetOf(concept, name);
      if (!branch.has('id')) branch.set('id', new Map());
      return `${name} { ${print(branch, target)} }`;
    })
    .join(' ');

/** The selection of some paths: `['name', 'commune.name']` → `id name commune { name id }`. */
export function selectionOf(concept: ConceptName, paths: readonly string[]): string {
  const tree: Tree = new Map();
  for (const path of ['id', ...paths]) plant(tree, concept, path);
  return print(tree, concept);
}

const nestedOf = (concept: ConceptName, { many, fields }: Nested) => {
  const target = targetOf(concept, many);
  return {
    declares: `$${many}First: Int!, $${many}Sort: [${target}Sort!], $${many}Filter: ${target}Filter`,
    reads: `${many}(first: $${many}First, sort: $${many}Sort, filter: $${many}Filter) { totalCount nodes { ${selectionOf(target, fields)} } }`,
  };
};

const nestedVariables = (nested: readonly Nested[]) =>
  Object.fromEntries(
    nested.flatMap(({ many, first, sort, filter }) => [
      [`${many}First`, first],
      [`${many}Sort`, sort],
      [`${many}Filter`, filter],
    ]),
  );

interface Document {
  document: string;
  variables: Record<string, unknown>;
}

export interface ListQuery {
  fields: readonly string[];
  first: number;
  offset?: number;
  after?: string | undefined;
  filter?: object | undefined;
  sort?: readonly object[] | undefined;
  search?: string | undefined;
  on?: string | undefined;
  /** For a file: the API's journal of security notes operations of that name. */
  exporting?: boolean;
}

/** One page of a list, with the count of all that match. */
export function listDocument(concept: ConceptName, { fields, exporting, ...variables }: ListQuery): Document {
  const { plural, dated } = conceptOf(concept);
  const on = dated ? { declares: ', $on: Date', gives: ', on: $on' } : { declares: '', gives: '' };
  const document =
    `query ${exporting ? 'Export' : 'List'}${concept}($first: Int!, $offset: Int, $after: String, $filter: ${concept}Filter, $sort: [${concept}Sort!], $search: String${on.declares}) { ` +
    `${plural}(first: $first, offset: $offset, after: $after, filter: $filter, sort: $sort, search: $search${on.gives}) { ` +
    `totalCount pageInfo { hasNextPage endCursor } nodes { ${selectionOf(concept, fields)} } } }`;
  const { on: day, ...others } = variables;
  return { document, variables: dated ? { ...others, on: day } : others };
}

/** One thing, with the related lists of its page: a single request. */
export function oneDocument(
  concept: ConceptName,
  id: string,
  fields: readonly string[],
  nested: readonly Nested[] = [],
): Document {
  const lists = nested.map((list) => nestedOf(concept, list));
  const declared = ['$id: ID!', ...lists.map(({ declares }) => declares)].join(', ');
  const selection = [selectionOf(concept, ['revision', ...fields]), ...lists.map(({ reads }) => reads)].join(' ');
  return {
    document: `query One${concept}(${declared}) { ${singularOf(concept)}(id: $id) { ${selection} } }`,
    variables: { id, ...nestedVariables(nested) },
  };
}

export function createDocument(concept: ConceptName, input: object, requestKey: string): Document {
  return {
    document: `mutation Create${concept}($input: ${concept}CreateInput!, $requestKey: UUID!) { create${concept}(input: $input, requestKey: $requestKey) { id revision } }`,
    variables: { input, requestKey },
  };
}

export function updateDocument(concept: ConceptName, id: string, revision: number, input: object): Document {
  return {
    document: `mutation Update${concept}($id: ID!, $revision: Int!, $input: ${concept}UpdateInput!) { update${concept}(id: $id, revision: $revision, input: $input) { id revision } }`,
    variables: { id, revision, input },
  };
}

export function deleteDocument(concept: ConceptName, id: string, revision: number): Document {
  return {
    document: `mutation Delete${concept}($id: ID!, $revision: Int!) { delete${concept}(id: $id, revision: $revision) }`,
    variables: { id, revision },
  };
}
