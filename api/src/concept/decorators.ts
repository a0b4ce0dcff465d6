import 'reflect-metadata';
import { type EntityClass, type Ref } from '@mikro-orm/core';
import { Check, Entity, Index, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Role } from '../base/codes.js';
import { webAddress } from '../base/shape.js';
import { column } from './columns.js';
import { codeList, enumOf } from './enums.js';
import { connectionOf, fieldWithArguments, listArgsOf, OnArgs } from './list-types.js';
import {
  type Access,
  type ConceptClass,
  type ConceptMeta,
  type Crud,
  type FieldKind,
  type FieldMeta,
  isStored,
  type Moves,
  type Policy,
  type Row,
  registerConcept,
  type Sql,
  snake,
  targetOf,
} from './meta.js';
import { Node } from './node.js';
import { policiesOf } from './row-policies.js';
import { DateScalar, DateTimeScalar, JsonScalar, TimeScalar } from './scalars.js';
import { conceptDescription, fieldDescription } from './vocabulary.js';

/** The far side of a to-many relation: read over the read road only, never loaded as a collection. */
export type Many<_T> = undefined;

type FieldOptions = Partial<
  Pick<
    FieldMeta,
    | 'nullable'
    | 'filter'
    | 'sort'
    | 'personal'
    | 'readers'
    | 'write'
    | 'max'
    | 'min'
    | 'shape'
    | 'unique'
    | 'default'
    | 'computed'
    | 'match'
    | 'dated'
    | 'scale'
  >
>;

const declared = new WeakMap<object, FieldMeta[]>();

const declare =
  (kind: FieldKind, options: FieldOptions, more: Partial<FieldMeta> = {}) =>
  (prototype: object, name: string): void => {
    const stored = !options.computed && !options.match;
    const plain = kind !== 'json' && kind !== 'many';
    const field: FieldMeta = {
      name,
      kind,
      nullable: false,
      dated: false,
      personal: false,
      filter: plain,
      sort: plain && kind !== 'codes' && kind !== 'texts',
      write: stored && kind !== 'many' ? 'both' : 'none',
      ...options,
      ...more,
    };
    declared.set(prototype, [...(declared.get(prototype) ?? []), field]);
  };

/** A short text of at most `max` characters (200 unless said). */
export const Text = (options: FieldOptions = {}) => declare('text', { max: 200, ...options });
/** A text of several lines. */
export const LongText = (options: FieldOptions = {}) => declare('longtext', { max: 5000, ...options });
/** An address of the web, `http` or `https`: shown as a link. */
export const Url = (options: FieldOptions = {}) => declare('url', { max: 2000, shape: webAddress, ...options });
export const Whole = (options: FieldOptions = {}) => declare('int', { min: 0, max: 100_000_000, ...options });
/** A decimal number with `scale` digits behind the comma (2 unless said). */
export const Decimal = (options: FieldOptions = {}) => declare('decimal', { scale: 2, ...options });
export const Bool = (options: FieldOptions = {}) => declare('boolean', options);
/** A day, 'YYYY-MM-DD', in the EPCI's time zone. */
export const Day = (options: FieldOptions = {}) => declare('date', options);
/** A local wall time, 'HH:MM'. */
export const WallTime = (options: FieldOptions = {}) => declare('time', options);
/** An instant, stored in UTC. */
export const Instant = (options: FieldOptions = {}) => declare('datetime', options);
/** JSON: free, or an object of the types given. */
export const Json = ({
  answer,
  input,
  tidy,
  ...options
}: FieldOptions & Pick<FieldMeta, 'answer' | 'input' | 'tidy'> = {}) =>
  declare(
    'json',
    { filter: false, sort: false, ...options },
    { ...(answer && { answer }), ...(input && { input }), ...(tidy && { tidy }) },
  );

/** One code of a closed list, given as `{ Level }`. */
export const Code = (list: Record<string, readonly string[]>, options: FieldOptions = {}) =>
  declare('code', options, { codes: codeList(list) });
/** Several codes of a closed list. */
export const Codes = (list: Record<string, readonly string[]>, options: FieldOptions = {}) =>
  declare('codes', options, { codes: codeList(list) });

/** Several short texts, each of at most `max` characters: codes of a list that people keep themselves. */
export const Texts = (options: FieldOptions = {}) => declare('texts', { max: 60, ...options });

/** A to-one relation: stored, or found by `match`. */
export const One = (target: () => ConceptClass, options: FieldOptions = {}) => declare('one', options, { target });
/** A to-many relation: the rows of `target` whose property `by` points here. */
export const ManyOf = (target: () => ConceptClass, by: string, options: FieldOptions = {}) =>
  declare('many', options, { target, by });

/**
 * A value that a pure rule makes, still in the one statement of the read road: `facts` is the SQL of the JSON that the rule
 * needs of the row, `derive` the rule.
 */
export const Derived = <F>(
  answer: () => object | [object],
  facts: (row: Row) => Sql,
  derive: (facts: F, role: Role | 'ANONYMOUS', today: string) => unknown,
  options: Pick<FieldOptions, 'nullable' | 'readers'> = {},
) => declare('derived', { ...options, filter: false, sort: false, write: 'none', computed: facts }, { answer, derive });

/** GraphQL type of a field's value, for answers and inputs alike. */
export const graphqlType = (field: FieldMeta): (() => object | [object]) => {
  const { kind, codes } = field;
  if (field.answer) return field.answer;
  if (codes) {
    const type = enumOf(codes);
    return kind === 'codes' ? () => [type] : () => type;
  }
  const scalars: Partial<Record<FieldKind, object>> = {
    id: ID,
    text: String,
    longtext: String,
    url: String,
    int: Int,
    decimal: Float,
    boolean: Boolean,
    date: DateScalar,
    time: TimeScalar,
    datetime: DateTimeScalar,
    json: JsonScalar,
  };
  if (kind === 'texts') return () => [String];
  const scalar = scalars[kind];
  if (!scalar) throw new Error(`${field.name}: no scalar for ${kind}`);
  return () => scalar as object;
};

type Decorate = (prototype: object, name: string) => void;

/** Type-GraphQL's decorator of a field. */
const graphqlField = (concept: ConceptMeta, field: FieldMeta): Decorate => {
  const options = {
    nullable: field.nullable || field.match !== undefined,
    description: fieldDescription(concept.name, field.name),
  };
  if (field.kind === 'many') {
    const connection = () => connectionOf(targetOf(field));
    return fieldWithArguments(() => listArgsOf(targetOf(field)), connection, options);
  }
  const type = field.kind === 'one' ? () => (field.target as () => ConceptClass)() : graphqlType(field);
  return field.dated ? fieldWithArguments(() => OnArgs, type, options) : Field(type, options);
};

export interface ConceptOptions {
  plural: string;
  access: Access;
  /** Which plain writes there are; without it rows are read only. Rules to ask first: `write/rules.ts`. */
  crud?: Crud;
  /** The relations to what it is a part of: its changes are told with those of the whole. */
  partOf?: readonly string[];
  /** Which of its changes agents read: a condition on a row of `change`. Staff and administrators read those of what they read. */
  historyForAgents?: Policy;
  title: readonly string[];
  search?: readonly string[];
  order?: readonly string[];
  validOn?: (row: Row) => Sql;
  /** Its lists and pages take `asOf:`, a moment: what was recorded by then. */
  recorded?: boolean;
  /** No history is kept of it: it is one. */
  unrecorded?: boolean;
  /** That somebody reads the page of a row goes to the journal of security. */
  noted?: boolean;
  /** Unique combinations of properties. */
  uniques?: string[][];
  /** Combinations of properties that long lists are sorted by. */
  indexes?: string[][];
  /** Further check constraints: name → SQL condition. */
  checks?: Record<string, string>;
  /** The changes of state that the database lets through, and for whom. */
  moves?: Moves;
  /** Name of a trigger function (`database/routines`) that every change of a row must pass. */
  guard?: string;
  /** Name of the derived field that lists the fields that the caller may change now. */
  unlocked?: string;
  /** Its `epci` is not the owner of its rows but what they say, so that relations may lead to another EPCI. */
  acrossEpcis?: boolean;
}

/**
 * Declares a concept: one class that is its table (MikroORM), its GraphQL type (Type-GraphQL), its row policies, and
 * the metadata from which filters, sorting, inputs, lists, forms and exports follow. Abstract bases need no decorator.
 */
export const Concept =
  (options: ConceptOptions) =>
  (type: ConceptClass): void => {
    const { prototype } = type;
    const chain: object[] = [];
    for (let level = prototype; level && level !== Object.prototype; level = Object.getPrototypeOf(level))
      chain.unshift(level);
    const fields = chain.flatMap((level) => declared.get(level) ?? []);
    const concept: ConceptMeta = {
      name: type.name,
      plural: options.plural,
      table: snake(type.name).slice(1),
      type,
      fields: new Map(fields.map((field) => [field.name, field])),
      access: options.access,
      crud: options.crud ?? {},
      partOf: options.partOf ?? [],
      historyForAgents: options.historyForAgents,
      title: options.title,
      search: options.search ?? options.title,
      order: options.order ?? options.title,
      validOn: options.validOn,
      recorded: options.recorded ?? false,
      unrecorded: options.unrecorded ?? false,
      noted: options.noted ?? false,
      moves: options.moves,
      guard: options.guard,
      unlocked: options.unlocked,
    };
    registerConcept(concept);
    for (const field of fields) {
      if (isStored(field)) column(field)(prototype, field.name);
      graphqlField(concept, field)(prototype, field.name);
    }
    for (const properties of options.uniques ?? [])
      Unique({ properties: properties as never, name: `${concept.table}_${properties.map(snake).join('_')}_key` })(
        type as never,
      );
    for (const properties of options.indexes ?? [])
      Index({ properties: properties as never, name: `${concept.table}_${properties.map(snake).join('_')}_index` })(
        type as never,
      );
    for (const [name, expression] of Object.entries(options.checks ?? {}))
      Check({ name: `${concept.table}_${name}`, expression })(type as EntityClass<object>);
    Entity({ tableName: concept.table, policies: policiesOf(concept, options.acrossEpcis ?? false) })(
      type as EntityClass<object>,
    );
    ObjectType(concept.name, { description: conceptDescription(concept.name), implements: Node })(type);
  };

/** What every concept has: an opaque id, the revision that detects stale writes, and the instants of its making and last change. */
export abstract class Base {
  id!: string;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
}
declare('id', { write: 'none' })(Base.prototype, 'id');
declare('int', { write: 'none', filter: false, sort: false })(Base.prototype, 'revision');
declare('datetime', { write: 'none' })(Base.prototype, 'createdAt');
declare('datetime', { write: 'none' })(Base.prototype, 'updatedAt');

export type { Ref };
