import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';
import { findConcept } from '../concept/meta.js';

// What may be left out may be said to be nothing: `null` for each argument and each field of an input that GraphQL lets be null.
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());

type Given = GraphQLArgument | GraphQLInputField;
type Values = Record<string, unknown>;

const conceptOf = (name: string, operation: string): string => {
  const said = name.replace(/Ids?$/, '');
  const named = findConcept(`${said.charAt(0).toUpperCase()}${said.slice(1)}`);
  const moved = /Convention|convention/.test(operation) && said === 'id' ? 'ConventionVersion' : undefined;
  const own = operation.replace(/^(create|update|delete|open|close|cancel|end|reopen|reset)/, '');
  return named?.name ?? moved ?? findConcept(`${own.charAt(0).toUpperCase()}${own.slice(1)}`)?.name ?? 'Guichet';
};

/** Any value of a type; of an input, the fields that it cannot do without. */
const anyValue = (name: string, type: GraphQLInputType, operation: string, row: number): unknown => {
  if (isNonNullType(type)) return anyValue(name, type.ofType, operation, row);
  if (isListType(type)) return [anyValue(name, type.ofType, operation, row)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return required(Object.values(type.getFields()), operation, row);
  const scalars: Values = {
    ID: idOf(conceptOf(name, operation), row),
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: '2026-03-12',
    Time: '09:00',
    DateTime: '2100-01-01T09:00:00Z',
    JSON: {},
  };
  return scalars[getNamedType(type).name] ?? 'texte';
};
const required = (fields: readonly Given[], operation: string, row: number): Values =>
  Object.fromEntries(
    fields
      .filter(({ type }) => isNonNullType(type))
      .map(({ name, type }) => [name, anyValue(name, type, operation, row)]),
  );

/**
 * Values in which one thing is null, each with the path of that thing; then those in which all is.
 *
 * @param known input types that were gone through already: filters lead to one another
 */
const nullsOf = (
  fields: readonly Given[],
  operation: string,
  row: number,
  known: Set<string>,
): { at: string; values: Values }[] => {
  const base = required(fields, operation, row);
  const nullable = fields.filter(({ type }) => !isNonNullType(type));
  const one = fields.flatMap(({ name, type }) => {
    const inner = getNullableType(type);
    const own = isNonNullType(type) ? [] : [{ at: name, values: { ...base, [name]: null } }];
    // A list of nothing but null is refused by GraphQL when its items may not be null.
    const item = isListType(inner) ? inner.ofType : inner;
    const object = getNullableType(item);
    const holes =
      isListType(inner) && !isNonNullType(item) ? [{ at: `${name}[]`, values: { ...base, [name]: [null] } }] : [];
    if (!isInputObjectType(object) || known.has(object.name)) return [...own, ...holes];
    known.add(object.name);
    const within = nullsOf(Object.values(object.getFields()), operation, row, known);
    const nested = within.map(({ at, values }) => ({
      at: `${name}.${at}`,
      values: { ...base, [name]: isListType(inner) ? [values] : values },
    }));
    return [...own, ...holes, ...nested];
  });
  const all = { at: '*', values: { ...base, ...Object.fromEntries(nullable.map(({ name }) => [name, null])) } };
  return nullable.length > 1 ? [...one, all] : one;
};

const ask = async (kind: string, field: GraphQLField<unknown, unknown>, values: Values, who: keyof typeof callers) => {
  const used = field.args.filter(({ name }) => name in values);
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  const source = `${kind} ${declared && `(${declared})`} { it: ${field.name}${given && `(${given})`} ${selection} }`;
  await api.ask(callers[who], source, values);
};

const asWhom = ['admin', 'staff', 'agent', 'national', 'analystOfOne', 'anonymous'] as const;

describe.each([
  ['query', () => api.schema.getQueryType()],
  ['mutation', () => api.schema.getMutationType()],
] as const)('null in a %s', (kind, type) => {
  it.each(asWhom)(
    'by %s is never unforeseen',
    async (who) => {
      const unforeseen: string[] = [];
      let asked = 0;
      // Rows in several states: the version of the first is signed, the fourth is under correction.
      for (const row of kind === 'mutation' ? [4, 1] : [1]) {
        const known = new Set<string>();
        for (const field of Object.values(type()!.getFields()))
          for (const { at, values } of nullsOf(field.args, field.name, row, known)) {
            asked += 1;
            await ask(kind, field, values, who).catch((error: Error) =>
              unforeseen.push(`${field.name}(${at}) of row ${row}: ${error.message.slice(0, 200)}`),
            );
          }
      }
      expect(unforeseen).toEqual([]);
      expect(asked).toBeGreaterThan(100);
    },
    120_000,
  );
});
