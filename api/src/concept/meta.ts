import type { RawBuilder } from 'kysely';
import type { Role } from '../base/codes.js';
import type { DbRole } from '../base/roles.js';
import type { Shape } from '../base/shape.js';

export type Sql = RawBuilder<unknown>;
export type ConceptClass<T extends object = object> = new (...args: never[]) => T;

export type FieldKind =
  | 'id'
  | 'text'
  | 'longtext'
  | 'url'
  | 'int'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'code'
  | 'codes'
  | 'texts'
  | 'json'
  | 'derived'
  | 'one'
  | 'many';

/** What a computed field's SQL may use of its row and its caller. */
export interface Row {
  /** Reference to a column of the row, by the name of its property. */
  col(property: string): Sql;
  /** The day asked for (`on:`), else today in the caller's time zone: a `date`. */
  on: Sql;
  /** The rows of another table, for behind `from`: as they are, or as they were recorded by the moment asked for (`asOf:`). */
  table(name: string): Sql;
}

export interface FieldMeta {
  name: string;
  kind: FieldKind;
  nullable: boolean;
  /** Name and values of the closed list, for `code` and `codes`. */
  codes?: { name: string; values: readonly string[] };
  /** The other concept, for `one` and `many`. */
  target?: () => ConceptClass;
  /** For `many`: the property of the target that points back here. */
  by?: string;
  /** For `one` without a column: the condition that picks at most one row of the target. */
  match?: (row: Row, target: Row) => Sql;
  /** For a field without a column: its SQL expression. */
  computed?: (row: Row) => Sql;
  /** For a value that a rule makes: from the facts that `computed` gives, and the role and day of whoever asks. */
  derive?: (facts: never, role: Role | 'ANONYMOUS', today: string) => unknown;
  /** GraphQL type of a derived value, or of an object that is kept as JSON. */
  answer?: () => object | [object];
  /** GraphQL type under which callers write it, where that is another one. */
  input?: () => object;
  /** The one way to write a value, for an object that is kept as JSON. */
  tidy?: (value: unknown) => unknown;
  /** Takes an `on:` argument. */
  dated: boolean;
  filter: boolean;
  sort: boolean;
  personal: boolean;
  /** Roles that may read it; all who read the concept when absent. */
  readers?: readonly Role[];
  write: 'both' | 'create' | 'update' | 'none';
  max?: number;
  min?: number;
  /** Refuses a value that is not of the shape expected. */
  shape?: Shape;
  unique?: boolean;
  default?: string | number | boolean | string[];
  scale?: number;
}

/** A row policy: an SQL condition on the row's own columns. */
export type Policy = string;
export interface Rights {
  read?: Policy;
  create?: Policy;
  /** Rows that may be changed; they must still be so afterwards, unless `updated` says what they must become. */
  update?: Policy;
  updated?: Policy;
  delete?: Policy;
}
export type Access = Partial<Record<DbRole, Rights>>;

/** The operations of a concept beside its reads: who may call them follows from its policies. */
export interface Crud {
  create?: boolean;
  update?: boolean;
  delete?: boolean;
  /** Its writes change what somebody may do: they go to the journal of security. */
  rights?: boolean;
  /** A field that finds one row, beside its id. */
  key?: string;
}

/** How the state of a row may change, as the database checks it for every writer. */
export interface Moves {
  /** The field that holds the state. */
  field: string;
  /** The states in which callers add a row; history is entered by the owner of the tables alone. */
  initial: readonly string[];
  table: readonly { from: string; to: string; roles: readonly Role[] }[];
}

export interface ConceptMeta {
  name: string;
  plural: string;
  table: string;
  type: ConceptClass;
  fields: Map<string, FieldMeta>;
  access: Access;
  crud: Crud;
  /** The relations to what it is a part of: its changes are told with those of the whole. */
  partOf: readonly string[];
  /** Which of its changes agents read: a condition on a row of `change`. None without it. */
  historyForAgents?: Policy | undefined;
  /** Fields (or paths through to-one relations) that say what a row is, in reading order. */
  title: readonly string[];
  /** Text fields (or paths) that `search:` looks in. */
  search: readonly string[];
  /** Default order. */
  order: readonly string[];
  /** Condition "valid on that day" behind `on:`; absent for what is not dated. */
  validOn?: ((row: Row) => Sql) | undefined;
  /** Its lists and pages take `asOf:`. */
  recorded: boolean;
  /** No history is kept of it: it is one. */
  unrecorded: boolean;
  /** That somebody reads the page of a row goes to the journal of security. */
  noted: boolean;
  moves?: Moves | undefined;
  /** Name of a trigger function (`database/routines`) that every change of a row must pass. */
  guard?: string | undefined;
  /** Name of the derived field that lists the fields that the caller may change now; absent where no state locks any. */
  unlocked?: string | undefined;
}

const concepts = new Map<ConceptClass, ConceptMeta>();

export const registerConcept = (meta: ConceptMeta): void => {
  concepts.set(meta.type, meta);
};
/** All declared concepts, by name: which file was imported first says nothing. */
export const allConcepts = (): ConceptMeta[] => [...concepts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

/** The declaration of a concept's class. */
export const conceptOf = (type: ConceptClass): ConceptMeta => {
  const meta = concepts.get(type);
  if (!meta) throw new Error(`${type.name} is not declared with @Concept`);
  return meta;
};
export const findConcept = (name: string): ConceptMeta | undefined =>
  [...concepts.values()].find((concept) => concept.name === name);
export const conceptNamed = (name: string): ConceptMeta => {
  const concept = findConcept(name);
  if (!concept) throw new Error(`${name} is not declared with @Concept`);
  return concept;
};

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Column of a stored field: `communeWanted` → `commune_wanted_id`. */
export const columnOf = (field: FieldMeta): string =>
  field.kind === 'one' ? `${snake(field.name)}_id` : snake(field.name);
/** Text, whatever it stands for. */
export const isText = ({ kind }: FieldMeta): boolean => kind === 'text' || kind === 'longtext' || kind === 'url';
export const isStored = (field: FieldMeta): boolean => field.kind !== 'many' && !field.computed && !field.match;

export const fieldOf = (concept: ConceptMeta, name: string): FieldMeta => {
  const field = concept.fields.get(name);
  if (!field) throw new Error(`${concept.name}.${name} is not declared`);
  return field;
};
export const targetOf = (field: FieldMeta): ConceptMeta => {
  if (!field.target) throw new Error(`${field.name} is not a relation`);
  return conceptOf(field.target());
};
/** What a row of the concept is made of: other concepts, with the relation that leads from each to it. */
export const partsOf = (concept: ConceptMeta): { part: ConceptMeta; relation: FieldMeta }[] =>
  allConcepts().flatMap((part) =>
    part.partOf
      .map((name) => fieldOf(part, name))
      .filter((relation) => targetOf(relation) === concept)
      .map((relation) => ({ part, relation })),
  );

/** Whether a role may read a field that its concept shows it. */
export const mayRead = (field: FieldMeta, role: Role | 'ANONYMOUS'): boolean =>
  !field.readers || field.readers.some((reader) => reader === role);
