import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import type { Role } from '../src/base/codes.js';
import { encodeId } from '../src/concept/id.js';
import { type ConceptMeta, findConcept, mayRead, targetOf } from '../src/concept/meta.js';
import type { Draw } from './draw.js';

/** What a probe may name: keys of rows by concept, of the caller's EPCI and of the others, and words of both. */
export interface Pools {
  own: Map<string, string[]>;
  foreign: Map<string, string[]>;
  words: string[];
}

/** How a probe chooses its values. */
export interface Values {
  draw: Draw;
  pools: Pools;
  role: Role;
  /** In a hundred, how many ids are of another EPCI. */
  foreign: number;
  /** Ids of other EPCIs named so far. */
  named: string[];
}

/** Where a value stands: it decides which concept an id is of. */
interface Place {
  name: string;
  /** The concept whose filter, sort or input holds the value. */
  concept?: ConceptMeta | undefined;
  /** What the `id` of an operation is of. */
  id?: string | undefined;
  depth: number;
}

/** Names of ids that do not say their concept. */
const idNames: Record<string, string> = {
  fromId: 'Referential',
  toId: 'Referential',
  versionId: 'ConventionVersion',
  before: 'Change',
};

/** Texts that have a shape, by the name of their field: a probe should get past that. */
const shaped: Record<string, string> = {
  email: 'probe@example.org',
  inseeCode: '38001',
  siren: '243800984',
  telephone: '0476000000',
  motive: 'Motif',
  field: 'etp',
  displayName: 'Personne',
  number: '000010000000000001',
};

export const conceptOfInput = (type: string): ConceptMeta | undefined =>
  findConcept(type.replace(/(Filter|Sort|CreateInput|UpdateInput)$/, ''));

const conceptOfId = ({ name, concept, id }: Place): string | undefined => {
  if (name === 'id') return id ?? concept?.name;
  const relation = concept?.fields.get(name.replace(/Id$/, ''));
  if (relation?.target) return targetOf(relation).name;
  const said = idNames[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replace(/Id$/, '');
  return findConcept(said)?.name ?? (said === 'Change' ? said : undefined);
};

/** The id of a row of the concept, or of any when none is said. */
export const idFor = ({ draw, pools, foreign, named }: Values, concept: string | undefined): string => {
  const pool = draw.percent(foreign) ? pools.foreign : pools.own;
  const of = concept && pool.has(concept) ? concept : draw.pick([...pool.keys()]);
  const id = encodeId(of, draw.pick(pool.get(of) ?? []));
  if (pool === pools.foreign) named.push(id);
  return id;
};

const days = ['2019-06-30', '2024-01-01', '2025-12-31', '2026-03-12', '2026-09-01', '2029-12-31', '2031-01-01'];

const scalar = (values: Values, type: string, place: Place): unknown => {
  const { draw, pools } = values;
  switch (type) {
    case 'ID':
      return idFor(values, conceptOfId(place));
    case 'Int':
      if (/year/i.test(place.name)) return 2024 + draw.whole(3);
      // Most rows were never changed.
      if (place.name === 'revision') return draw.percent(90) ? 1 : 2;
      return place.name === 'first' ? 1 + draw.whole(4) : draw.whole(12);
    case 'Float':
      return draw.whole(100) / 10;
    case 'Boolean':
      return draw.percent(50);
    case 'Date':
      return draw.pick(days);
    case 'DateTime':
      // Nothing was recorded before, and everything after.
      return draw.pick(['2020-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z']);
    case 'Time':
      return draw.pick(['08:00', '14:00', '16:00']);
    case 'JSON':
      return null;
    default:
      return shaped[place.name] ?? draw.pick(pools.words);
  }
};

/** The fields of an input that a probe gives. */
const chosen = (values: Values, type: string, names: string[], required: string[], place: Place): string[] => {
  const { draw } = values;
  if (type.endsWith('Sort')) return [draw.pick(names)];
  if (!type.endsWith('Filter'))
    return [
      ...required,
      ...draw.some(
        names.filter((name) => !required.includes(name)),
        15,
      ),
    ];
  if (!place.concept || conceptOfInput(type) === undefined) return [draw.pick(names)];
  return Array.from({ length: 1 + draw.whole(1) }, () => draw.pick(names));
};

/** Whether the caller may read what a filter or a sort asks for; now and then a probe asks for what is closed. */
const open = ({ role, draw }: Values, concept: ConceptMeta | undefined, name: string): boolean => {
  const field = concept?.fields.get(name);
  return !field || mayRead(field, role) || draw.percent(2);
};

/** A random value of an input type. */
export function randomValue(values: Values, given: GraphQLInputType, place: Place): unknown {
  const type = getNullableType(given);
  const { draw } = values;
  if (isListType(type))
    return Array.from({ length: 1 + draw.whole(1) }, () => randomValue(values, type.ofType as GraphQLInputType, place));
  // An invitation of anybody but an agent passes over the agent that it names.
  if (isEnumType(type)) return place.name === 'role' && !place.concept ? 'AGENT' : draw.pick(type.getValues()).name;
  if (isScalarType(type)) return scalar(values, type.name, place);
  if (!isInputObjectType(type)) throw new Error(`No value of ${String(type)}`);
  const concept = conceptOfInput(type.name) ?? place.concept;
  const compares = /(Filter|Sort)$/.test(type.name);
  const deep = place.depth >= 2;
  const fields = Object.values(type.getFields());
  const names = fields
    .filter(({ name, type: inner }) => {
      if (!compares) return true;
      // Deeper than this, only comparisons.
      if (deep && conceptOfInput(getNamedType(inner).name)) return false;
      return open(values, concept, name);
    })
    .map(({ name }) => name);
  const required = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
  const wanted = new Set(chosen(values, type.name, names, required, { ...place, concept }));
  return Object.fromEntries(
    fields
      .filter(({ name }) => wanted.has(name))
      .map((field) => {
        // An operator (`eq`, `in`) compares the field that holds it.
        const name = compares && conceptOfInput(type.name) === undefined ? place.name : field.name;
        return [field.name, randomValue(values, field.type, { name, concept, depth: place.depth + 1 })];
      }),
  );
}
