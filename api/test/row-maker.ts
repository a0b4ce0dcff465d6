import type { Reference } from '@mikro-orm/core';
import { lastDayOfTerm } from '../src/base/days.rules.js';
import { type Shape } from '../src/base/shape.js';
import type { Base } from '../src/concept/decorators.js';
import { decodeId, encodeId } from '../src/concept/id.js';
import {
  type ConceptClass,
  type ConceptMeta,
  conceptOf,
  type FieldMeta,
  fieldOf,
  isStored,
  targetOf,
} from '../src/concept/meta.js';
import { isSiren } from '../src/domain/territory/territory.rules.js';
import { inseeCode, siren } from '../src/domain/territory/territory.shapes.js';
import { email, personName } from '../src/identity/account/account.shapes.js';
import type { TestApi } from './api.js';
import { TODAY } from './network.js';

/** A row, by its key in the database and by its id in the API. */
export interface Link {
  key: string;
  id: string;
}
/** Fields without a column whose type does not say so. */
type Computed = 'status' | 'conventionCount' | 'signedCount' | 'numberOddity';
type Stored<T, Relation> = {
  [P in keyof T as T[P] extends undefined ? never : Exclude<P, keyof Base | Computed>]: NonNullable<
    T[P]
  > extends Reference<infer _Row>
    ? Relation | Extract<T[P], null | undefined>
    : T[P];
};
/** What a test says of a row: its own fields, and its relations by the rows themselves or by their ids in the API. */
export type Given<T> = Partial<Stored<T, Pick<Link, 'id'> | string>>;
/** A row that was made, with its values as they were given or filled in. */
export type Made<T> = Stored<T, Link> & Link;

/** Values by field; relations by the key of their row. */
type Row = Record<string, unknown>;

const generated: readonly string[] = ['id', 'revision', 'createdAt', 'updatedAt'] satisfies (keyof Base)[];
/** Computed fields that may be given, as the stored field that decides them while nothing else does. */
const decidedBy: Record<string, string> = { 'Guichet.level': 'levelAgreed' };
/** Fields that may be empty in general, and that the database's checks ask of such a row. */
const askedOf: Record<string, (row: Row) => string[]> = {
  Account: ({ role }) =>
    role === 'AGENT' ? ['email', 'epci', 'agent'] : role === 'EPCI_STAFF' ? ['email', 'epci'] : ['email'],
  SecurityEvent: () => ['epci'],
  ConventionComment: ({ state }) => (state === 'RESOLVED' ? ['resolvedAt'] : []),
  ConventionVersion: ({ state }) =>
    state === 'TERMINATED' ? ['signedOn', 'terminatedOn'] : state === 'SIGNED' ? ['signedOn'] : [],
};
const shaped = new Map<Shape, (n: number, name: string) => string>([
  [siren, (n) => Array.from('0123456789', (digit) => `${10_000_000 + n}${digit}`).find(isSiren) ?? ''],
  [inseeCode, (n) => `38${String(n).padStart(3, '0')}`],
  [email, (n, name) => `${name.toLowerCase()}.${n}@example.org`],
  [personName, (n, name) => `${name} ${n}`],
]);

/** The value, in the `n`th row of a concept, of a field that nobody named. */
export const fillerOf = (
  concept: string,
  { name, kind, codes, shape, min = 0 }: FieldMeta,
  n: number,
  row: Row,
): unknown => {
  const day = typeof row.startsOn === 'string' ? row.startsOn : TODAY;
  const values: Partial<Record<FieldMeta['kind'], unknown>> = {
    text: shape ? shaped.get(shape)?.(n, concept) : `${concept} ${n}`,
    longtext: `${concept} ${n}`,
    url: `https://example.org/${n}`,
    texts: [`${concept} ${n}`],
    int: min,
    decimal: min,
    boolean: false,
    date: name === 'endsOn' ? lastDayOfTerm(day, 1) : day,
    time: name === 'endTime' ? '16:00' : '14:00',
    datetime: new Date(`${day}T09:00:00Z`),
    code: codes?.values[0],
    codes: codes?.values.slice(0, 1),
    json: {},
  };
  if (values[kind] === undefined) throw new Error(`${concept}.${name}: no value is known for such a field`);
  return values[kind];
};

/** How many rows of each concept were made, by whichever maker: what is to be unique stays so. */
const counts = new Map<string, number>();

/** Makes rows as the owner of the tables, and fills in from the declarations what is needed and not given: see `builders`. */
export const rowMaker = ({ orm }: TestApi) => {
  let firstEpci: string | undefined;
  let before: Promise<unknown> = Promise.resolve();

  const make = async (concept: ConceptMeta, given: Row): Promise<Row & Link> => {
    const em = orm.em.fork();
    const row = { ...given };
    const related: Record<string, Pick<Link, 'id'> | null | undefined>[] = [];
    const relate = async (field: FieldMeta, key: unknown): Promise<void> => {
      row[field.name] = key;
      related.push(await em.findOneOrFail(targetOf(field).type, key as never));
    };
    const fields = [...concept.fields.values()].filter((one) => isStored(one) && !generated.includes(one.name));
    const relations = fields.filter(({ kind }) => kind === 'one');
    /** Where a row given leads by a relation of the same name, else the first EPCI, else a row that is made to go with this one. */
    const keyFor = async (field: FieldMeta): Promise<string> => {
      const shared = related.map((other) => other[field.name]).find((other) => other);
      if (shared) return shared.id;
      const target = targetOf(field);
      if (target.name === 'Epci' && firstEpci) return firstEpci;
      const common = relations.filter(({ name }) => row[name] && target.fields.get(name)?.kind === 'one');
      return (await make(target, Object.fromEntries(common.map(({ name }) => [name, row[name]])))).key;
    };
    /** A number that tells rows apart is the next one: the rank of a version in its convention. */
    const next = async ({ name, kind }: FieldMeta): Promise<number | undefined> => {
      const { uniques } = orm.getMetadata().get(concept.type as never);
      const unique = uniques.map(({ properties }) => [properties].flat().map(String)).find((one) => one.includes(name));
      if (kind !== 'int' || !unique) return undefined;
      const alike = Object.fromEntries(unique.flatMap((one) => (row[one] === undefined ? [] : [[one, row[one]]])));
      const [last]: Row[] = await em.find(concept.type, alike, { orderBy: { [name]: 'desc' }, limit: 1 });
      return Number(last?.[name] ?? 0) + 1;
    };

    const n = (counts.get(concept.name) ?? 0) + 1;
    counts.set(concept.name, n);
    for (const field of relations) if (row[field.name]) await relate(field, row[field.name]);
    for (const field of fields) {
      const { name, nullable, default: fallback } = field;
      const needed = (!nullable && fallback === undefined) || askedOf[concept.name]?.(row).includes(name);
      if (!needed || row[name] !== undefined) continue;
      if (field.kind === 'one') await relate(field, await keyFor(field));
      else row[name] = (await next(field)) ?? fillerOf(concept.name, field, n, row);
    }

    const entity: Row = em.create(concept.type, row as never);
    await em.flush();
    const key = String(entity.id);
    if (concept.name === 'Epci') firstEpci ??= key;
    const made = fields.map((field) => [field.name, entity[field.name]]);
    const links = relations.map((field) => {
      const other = row[field.name];
      return [field.name, other ? { key: other, id: encodeId(targetOf(field).name, String(other)) } : null];
    });
    return { ...Object.fromEntries([...made, ...links]), key, id: encodeId(concept.name, key) };
  };

  /** What a test gives, by stored field, and relations by key. */
  const understood = (concept: ConceptMeta, given: Row): Row =>
    Object.fromEntries(
      Object.entries(given).map(([said, value]) => {
        const field = fieldOf(concept, decidedBy[`${concept.name}.${said}`] ?? said);
        if (!isStored(field) || generated.includes(field.name))
          throw new Error(`${concept.name}.${said} is not for a test to give`);
        if (field.kind !== 'one' || !value) return [field.name, value];
        const id = decodeId(typeof value === 'string' ? value : (value as Link).id);
        if (id?.concept !== targetOf(field).name) throw new Error(`${concept.name}.${said}: ${id?.concept} given`);
        return [field.name, id.key];
      }),
    );

  /** The builder of a class; rows are made one after the other, even when asked for at once. */
  return <T extends object>(type: ConceptClass<T>) =>
    (given: Given<T> = {}): Promise<Made<T>> => {
      const concept = conceptOf(type);
      const made = before.then(() => make(concept, understood(concept, given))) as Promise<Made<T>>;
      before = made.catch(() => undefined);
      return made;
    };
};
