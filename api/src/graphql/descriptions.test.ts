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
import { languages, texts } from '../words/words.js';
import { makeSchema } from './schema.js';

interface Described {
  name: string;
  description?: string | null | undefined;
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

const partsOf = (schema: GraphQLSchema): [path: string, part: Described][] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap(describedParts);

/** Every text of a section, by path. */
const textsOf = (value: unknown, path: string): [path: string, text: string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));

describe('the words of the schema', () => {
  it('describe every type, field, argument and value', async () => {
    const undescribed = partsOf(await makeSchema()).filter(([, { description }]) => !description?.trim());
    expect(undescribed.map(([path]) => path)).toEqual([]);
  });

  it('describe nothing that is not there', async () => {
    const said = new Set(partsOf(await makeSchema()).map(([, { description }]) => description));
    const { types, operations, arguments: byName } = texts.fr;
    const isSaid = (text: string): boolean => {
      const [before = '', after] = text.split(/\{\{\w+\}\}/);
      return after === undefined
        ? said.has(text)
        : [...said].some((one) => one?.startsWith(before) && one.endsWith(after));
    };
    expect(textsOf({ types, operations, byName }, '').filter(([, text]) => !isSaid(text))).toEqual([]);
  });

  it('name no concept or field that was never declared', () => {
    const declared = new Map(allConcepts().map(({ name, fields }) => [name, fields]));
    const shared = new Set([...declared.values()].flatMap((fields) => [...fields.keys()]));
    const unknown = Object.entries(texts.fr.concepts).flatMap(([concept, { fields }]) =>
      Object.keys(fields)
        .filter((field) => (concept === '*' ? !shared.has(field) : !declared.get(concept)?.has(field)))
        .map((field) => `${concept}.${field}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(languages)('hold labels short enough for a form: %s', (language) => {
    const long = Object.values(texts[language].concepts)
      .flatMap(({ fields }) => Object.values(fields))
      .filter(({ label }) => label.length > 40);
    expect(long).toEqual([]);
  });
});
