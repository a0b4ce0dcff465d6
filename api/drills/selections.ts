import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { findConcept, mayRead } from '../src/concept/meta.js';
import { randomValue, type Values } from './values.js';

/** The variables of a probe, gathered while its text is written. */
export interface Variables {
  types: Record<string, string>;
  values: Record<string, unknown>;
}

/** Arguments of a field, as variables: `(filter: $v0, first: $v1)`; required ones always, others now and then. */
export function argumentsOf(
  values: Values,
  field: { args: readonly GraphQLObjectArgument[] },
  variables: Variables,
  concept: string | undefined,
  depth: number,
): string {
  const { draw } = values;
  const given = field.args.flatMap((argument) => {
    const { name, type } = argument;
    const nested = depth > 0;
    const wanted =
      (isNonNullType(type) && argument.defaultValue === undefined) ||
      name === 'first' ||
      draw.percent(nested ? 15 : 35);
    if (name === 'after') {
      // Its value comes from the answer before.
      if (nested) return [];
      variables.types.after = 'String';
      return ['after: $after'];
    }
    if (!wanted || (name === 'offset' && draw.percent(70))) return [];
    const variable = `v${Object.keys(variables.values).length}`;
    variables.types[variable] = String(type);
    const place = { name, concept: findConcept(concept ?? ''), id: concept, depth: 0 };
    variables.values[variable] = randomValue(values, type, place);
    return [`${name}: $${variable}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

type GraphQLObjectArgument = ReturnType<GraphQLObjectType['getFields']>[string]['args'][number];

/** A random selection of a type's fields, with braces; empty for a scalar. */
export function selectionOf(values: Values, given: GraphQLNamedType, variables: Variables, depth: number): string {
  const { draw, role } = values;
  if (isInterfaceType(given))
    return '{ __typename id ... on Guichet { name } ... on Agent { lastName } ... on Request { number } }';
  if (!isObjectType(given)) return '';
  if (given.name.endsWith('Connection')) {
    const row = getNamedType(given.getFields().nodes?.type ?? given);
    return `{ totalCount nodes ${selectionOf(values, row, variables, depth + 1)} pageInfo { hasNextPage endCursor } }`;
  }
  const concept = findConcept(given.name);
  const parts = Object.values(given.getFields()).flatMap((field): string[] => {
    const meta = concept?.fields.get(field.name);
    if (meta && !mayRead(meta, role) && !draw.percent(1)) return [];
    const inner = getNamedType(field.type);
    const leads = isObjectType(inner) || isInterfaceType(inner);
    if (!leads)
      return field.name === 'id' || !concept || draw.percent(25)
        ? [field.name + argumentsOf(values, field, variables, concept?.name, 1)]
        : [];
    if (depth >= 3 || (concept && !draw.percent(depth === 0 ? 30 : 15))) return [];
    const target = inner.name.replace(/Connection$/, '');
    return [
      `${field.name}${argumentsOf(values, field, variables, target, depth + 1)} ${selectionOf(values, inner, variables, depth + 1)}`,
    ];
  });
  return `{ __typename ${parts.join(' ')} }`;
}
