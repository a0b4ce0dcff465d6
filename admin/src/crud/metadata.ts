import generated from '../generated/concepts.json';

/** What the API says of its concepts: generated from their declarations, never edited here. */
export type ConceptName = keyof typeof generated.concepts;
export type EnumName = keyof typeof generated.enums;
export type FieldName<C extends ConceptName> = Extract<keyof (typeof generated.concepts)[C]['fields'], string>;
/** A field of a concept, or of what it is related to: `name`, `commune.name`. A test checks what TypeScript cannot. */
export type FieldPath<C extends ConceptName> = FieldName<C> | `${FieldName<C>}.${string}`;

export type Kind =
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
  | 'one'
  | 'many';

export type Role = 'ADMIN' | 'EPCI_STAFF' | 'AGENT' | 'ANALYST';
export type Verb = 'read' | 'create' | 'update' | 'delete';

export interface Field {
  kind: Kind;
  nullable: boolean;
  filter: boolean;
  sort: boolean;
  write: 'none' | 'create' | 'update' | 'both';
  /** Its name in inputs: `communeId` for `commune`. */
  input?: string;
  enum?: EnumName;
  target?: ConceptName;
  min?: number;
  max?: number;
  /** Decimals kept. */
  scale?: number;
  default?: string | number | boolean | string[];
  /** What is read of an object that is kept as JSON: ` { slots { … } remark }`. */
  selection?: string;
  /** Takes an `on:` day. */
  dated?: boolean;
  personal?: boolean;
  /** Roles that may read it; all who read the concept when absent. */
  readers?: Role[];
}

export interface Concept {
  plural: string;
  title: string[];
  search: string[];
  order: string[];
  dated: boolean;
  roles: Record<Verb, Role[]>;
  fields: Record<string, Field>;
}

const metadata = generated as unknown as { concepts: Record<ConceptName, Concept>; enums: Record<EnumName, string[]> };

export const conceptNames = Object.keys(metadata.concepts) as ConceptName[];
export const conceptOf = (name: ConceptName): Concept => metadata.concepts[name];
export const valuesOf = (name: EnumName): string[] => metadata.enums[name];

/** `Guichet` → `guichet`, the name of the query for one. */
export const singularOf = (name: ConceptName): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The concept whose lists are named so. */
export const conceptOfPlural = (plural: string): ConceptName => {
  const found = conceptNames.find((name) => conceptOf(name).plural === plural);
  if (!found) throw new Error(`No concept is called ${plural}`);
  return found;
};

export interface ResolvedPath {
  /** Every field crossed, from the concept on. */
  fields: Field[];
  names: string[];
  field: Field;
  name: string;
  /** The concept that owns the last field. */
  owner: ConceptName;
}

/** Follows `guichet.commune.name` through the relations. Undefined when the metadata knows no such field. */
export function resolvePath(concept: ConceptName, path: string): ResolvedPath | undefined {
  const names = path.split('.');
  const fields: Field[] = [];
  let owner = concept;
  for (const [index, name] of names.entries()) {
    const field = conceptOf(owner).fields[name];
    if (!field) return undefined;
    fields.push(field);
    if (index === names.length - 1) return { fields, names, field, name, owner };
    if (field.kind !== 'one' || !field.target) return undefined;
    owner = field.target;
  }
  return undefined;
}

/** Like resolvePath, for paths that a test has checked. */
export function fieldAt(concept: ConceptName, path: string): ResolvedPath {
  const resolved = resolvePath(concept, path);
  if (!resolved) throw new Error(`${concept}.${path} is unknown`);
  return resolved;
}

/** The concept that a relation leads to. */
export function targetOf(concept: ConceptName, path: string): ConceptName {
  const { target } = fieldAt(concept, path).field;
  if (!target) throw new Error(`${concept}.${path} is not a relation`);
  return target;
}

/** Whether a role may read a field and everything crossed to reach it. */
export function mayReadPath(concept: ConceptName, path: string, role: Role): boolean {
  const { fields } = fieldAt(concept, path);
  return fields.every(
    (field) =>
      (!field.readers || field.readers.includes(role)) &&
      (!field.target || conceptOf(field.target).roles.read.includes(role)),
  );
}
