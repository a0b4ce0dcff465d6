import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { conceptNames, conceptOf } from '../crud/metadata';
import { createDocument, deleteDocument, listDocument, oneDocument, selectionOf, updateDocument } from './documents';
import { filterOf, sortOf } from './filters';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));
const known = JSON.parse(readFileSync(new URL('../../../schema/operations.json', import.meta.url), 'utf8')) as string[];
const mistakes = (document: string) => validate(schema, parse(document)).map(({ message }) => message);
const mutations = schema.getMutationType()?.getFields() ?? {};
/** The mutations of a document that could be given a key, and are not. */
const keyless = (document: string): string[] => {
  const found: string[] = [];
  visit(parse(document), {
    enter: (node) => {
      if (node.kind !== Kind.FIELD) return;
      const takes = mutations[node.name.value]?.args.some(({ name }) => name === 'requestKey');
      if (takes && !node.arguments?.some(({ name }) => name.value === 'requestKey')) found.push(node.name.value);
    },
  });
  return found;
};

describe('documents built from declarations', () => {
  it('a path through relations becomes a nested selection, with the id of all that is crossed', () => {
    expect(selectionOf('Guichet', ['name', 'commune.name'])).toBe('id name commune { name id }');
  });
  it('a relation comes with what names it', () => {
    expect(selectionOf('Assignment', ['agent'])).toBe('id agent { id lastName firstName }');
  });
  it('a related list is read in the same request', () => {
    const { document, variables } = oneDocument(
      'Guichet',
      'x',
      ['name'],
      [{ many: 'assignments', fields: ['agent', 'startsOn'], first: 10 }],
    );
    expect(mistakes(document)).toEqual([]);
    expect(variables).toMatchObject({ id: 'x', assignmentsFirst: 10 });
  });
  it('an unknown field is refused before anything is asked', () => {
    expect(() => selectionOf('Guichet', ['nome'])).toThrow('Guichet.nome is unknown');
  });
  it.each(conceptNames)('every readable field of %s makes a document that the API accepts', (name) => {
    const readable = Object.entries(conceptOf(name).fields).filter(([, { kind }]) => kind !== 'many');
    const fields = readable.map(([field]) => field);
    expect(mistakes(listDocument(name, { fields, first: 10 }).document)).toEqual([]);
    expect(mistakes(oneDocument(name, 'x', fields).document)).toEqual([]);
    for (const { document } of [
      listDocument(name, { fields, first: 10 }),
      listDocument(name, { fields, first: 10, exporting: true }),
      oneDocument(name, 'x', fields),
      createDocument(name, {}, 'key'),
      updateDocument(name, 'x', 1, {}),
      deleteDocument(name, 'x', 1),
    ])
      expect(known, 'the name by which the log and the metrics know it').toContain(/^\w+ (\w+)/.exec(document)?.[1]);
    // A campaign is added with its lines, by a page of its own.
    if (!mutations[`create${name}`] || name === 'Campaign') return;
    const { document } = createDocument(name, {}, 'x');
    expect([...mistakes(document), ...keyless(document)]).toEqual([]);
  });
});

describe('what adds a row', () => {
  const files = Object.entries(
    import.meta.glob<string>('../**/*.graphql', { eager: true, query: '?raw', import: 'default' }),
  );
  it.each(files)('%s gives the key of its request', (_file, text) => expect(keyless(text)).toEqual([]));
});

describe('filters and sorting', () => {
  it('a path is nested, several conditions are all required', () => {
    expect(
      filterOf('Guichet', [
        { field: 'commune.name', operator: 'contains', value: 'ecu' },
        { field: 'level', operator: 'in', value: ['INFO'] },
      ]),
    ).toEqual({ and: [{ commune: { name: { contains: 'ecu' } } }, { level: { in: ['INFO'] } }] });
  });
  it('a relation is filtered by id and sorted by what names it', () => {
    expect(filterOf('Assignment', [{ field: 'agent', operator: 'eq', value: 'x' }])).toEqual({
      agent: { id: { eq: 'x' } },
    });
    expect(sortOf('Assignment', [{ field: 'agent', order: 'desc' }])).toEqual([
      { agent: { lastName: 'DESC' } },
      { agent: { firstName: 'DESC' } },
    ]);
  });
  it('an open range keeps only its known end', () => {
    expect(
      filterOf('Assignment', [{ field: 'startsOn', operator: 'between', value: ['2026-01-01', undefined] }]),
    ).toEqual({
      startsOn: { gte: '2026-01-01' },
    });
  });
  it('no filter is no condition', () => {
    expect(filterOf('Guichet', [])).toBeUndefined();
  });
});
