import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { allConcepts } from '../concept/meta.js';
import { type Vocabulary, vocabulary } from '../concept/vocabulary.js';
import { makeSchema } from './schema.js';

interface Described {
  name: string;
  description?: string | null;
}

/** Everything that a reader of the SDL may wonder about, by path: the type, then what is in it. */
const describedParts = (type: GraphQLNamedType): [path: string, part: Described][] => {
  const within = (parts: readonly Described[], path: string): [string, Described][] =>
    parts.map((part) => [`${path}.${part.name}`, part]);
  const parts: [string, Described][] = [[type.name, type]];
  if (isEnumType(type)) parts.push(...within(type.getValues(), type.name));
  if (isInputObjectType(type)) parts.push(...within(Object.values(type.getFields()), type.name));
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      parts.push([path, field], ...field.args.map((arg): [string, Described] => [`${path}(${arg.name})`, arg]));
    }
  return parts;
};

const undescribed = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap(describedParts)
    .filter(([, { description }]) => !description?.trim())
    .map(([path]) => path);

/** Every text of a vocabulary, by path. */
const texts = (value: unknown, path: string): [path: string, text: string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => texts(inner, path ? `${path}/${key}` : key));

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

const labels = ({ concepts }: Vocabulary): [path: string, label: string][] =>
  Object.entries(concepts).flatMap(([concept, { fields }]) =>
    Object.entries(fields).map(([field, { label }]): [string, string] => [`${concept}.${field}`, label]),
  );

describe('the words of the schema', () => {
  it('describe every type, field, argument and value', async () => {
    expect(undescribed(await makeSchema())).toEqual([]);
  });

  it('name no concept or field that was never declared', () => {
    const declared = new Map(allConcepts().map(({ name, fields }) => [name, fields]));
    const shared = new Set([...declared.values()].flatMap((fields) => [...fields.keys()]));
    const unknown = labels(vocabulary.fr).filter(([path]) => {
      const [concept = '', field = ''] = path.split('.');
      return concept === '*' ? !shared.has(field) : !declared.get(concept)?.has(field);
    });
    expect(unknown).toEqual([]);
  });

  it('are the same, with the same placeholders, in both languages', () => {
    const keys = (words: Vocabulary) => texts(words, '').map(([path, text]) => `${path} ${placeholders(text)}`);
    expect(keys(vocabulary.en).sort()).toEqual(keys(vocabulary.fr).sort());
  });

  it('are written in typographic French', () => {
    const careless = texts(vocabulary.fr, '').filter(([, text]) => /'| [:;!?»]|«(?!\u00a0)|(?<!\u00a0)»/.test(text));
    expect(careless).toEqual([]);
  });

  it('are written with typographic apostrophes in English', () => {
    expect(texts(vocabulary.en, '').filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  it('hold labels short enough for a form', () => {
    const long = [...labels(vocabulary.fr), ...labels(vocabulary.en)].filter(([, label]) => label.length > 40);
    expect(long).toEqual([]);
  });
});
