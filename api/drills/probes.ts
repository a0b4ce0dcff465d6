import { type GraphQLField, type GraphQLSchema, getNamedType } from 'graphql';
import { type ConceptMeta, findConcept } from '../src/concept/meta.js';
import type { Caller } from '../src/identity/access/caller.js';
import type { Draw } from './draw.js';
import { argumentsOf, selectionOf, type Variables } from './selections.js';
import { conceptOfInput, type Pools, type Values } from './values.js';

/** A request to ask. */
export interface Probe {
  operation: string;
  source: string;
  variables: Record<string, unknown>;
  /** It is a list: its variable `after` takes the cursor of the next page. */
  paged: boolean;
}

/** Operations whose `id` is not of the concept that they answer; `Node` is any. */
const idsOf: Record<string, string> = {
  amendConvention: 'Convention',
  commentConvention: 'ConventionVersion',
  resetAccount: 'Account',
  undoChange: 'Change',
  history: 'Node',
};

/** The concept that the `id` of an operation is of. */
const conceptOfOperation = (field: GraphQLField<unknown, unknown>): string | undefined =>
  idsOf[field.name] ??
  (field.name.startsWith('delete')
    ? field.name.slice('delete'.length)
    : getNamedType(field.type).name.replace(/Connection$/, ''));

const readsOf = (schema: GraphQLSchema, { dbRole }: Caller) => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const closed = (concept: ConceptMeta | undefined) => concept && !concept.access[dbRole]?.read;
  return fields.filter((field) => !closed(findConcept(getNamedType(field.type).name.replace(/Connection$/, ''))));
};

/** Whether an operation takes an id somewhere. */
const namesSomething = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ name, type }) => {
    const input = getNamedType(type);
    return input.name === 'ID' || name === 'lines' || (conceptOfInput(input.name) ?? 'getFields' in input);
  });
const writesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).filter(namesSomething);

/** A query for the caller: most often a list, with ids and words of other EPCIs among its values. */
export function readProbe(schema: GraphQLSchema, caller: Caller, draw: Draw, pools: Pools): Probe {
  const fields = readsOf(schema, caller);
  const lists = fields.filter((field) => getNamedType(field.type).name.endsWith('Connection'));
  const others = fields.filter((field) => !lists.includes(field));
  const field = draw.pick(draw.percent(60) ? lists : others);
  return probeOf(field, 'query', { draw, pools, role: roleOf(caller), foreign: 40, named: [] });
}

/** A write that names at least one row of another EPCI. */
export function foreignWrite(schema: GraphQLSchema, caller: Caller, draw: Draw, pools: Pools): Probe {
  const field = draw.pick(writesOf(schema));
  for (const foreign of [50, 100]) {
    const values: Values = { draw, pools, role: roleOf(caller), foreign, named: [] };
    const probe = probeOf(field, 'mutation', values);
    if (values.named.length > 0) return probe;
  }
  // An input whose ids are all optional, and were left out.
  return foreignWrite(schema, caller, draw, pools);
}

/** A write of the caller's own EPCI: some of them should be done. */
export const ownWrite = (schema: GraphQLSchema, caller: Caller, draw: Draw, pools: Pools): Probe =>
  probeOf(draw.pick(writesOf(schema)), 'mutation', { draw, pools, role: roleOf(caller), foreign: 0, named: [] });

const roleOf = ({ role }: Caller) => {
  if (role === 'ANONYMOUS') throw new Error('Probes are of people who are signed in.');
  return role;
};

function probeOf(field: GraphQLField<unknown, unknown>, kind: 'query' | 'mutation', values: Values): Probe {
  const variables: Variables = { types: {}, values: {} };
  const given = argumentsOf(values, field, variables, conceptOfOperation(field), 0);
  // A write is judged by what its arguments name, not by what its answer asks for.
  const asks = kind === 'query' ? values : { ...values, foreign: 0 };
  const selection = selectionOf(asks, getNamedType(field.type), variables, kind === 'query' ? 0 : 2);
  const types = Object.entries(variables.types).map(([name, type]) => `$${name}: ${type}`);
  const source = `${kind}${types.length > 0 ? ` (${types.join(', ')})` : ''} { found: ${field.name}${given} ${selection} }`;
  return { operation: field.name, source, variables: variables.values, paged: 'after' in variables.types };
}
