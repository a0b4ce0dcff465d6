import { sql } from 'kysely';
import { InvalidCursor, SortAmbiguous } from '../base/shared.errors.js';
import { type ConceptMeta, type FieldMeta, fieldOf, isText, type Sql } from '../concept/meta.js';
import { sqlTypeOf } from './filter.js';
import { checkReadable, type Scope, sqlOf } from './scope.js';

type Direction = 'ASC' | 'DESC';
interface Key {
  /** The value that a cursor keeps. */
  value: Sql;
  /** The value that orders: French collation for texts, the declared order for codes. */
  ordering: Sql;
  type: Sql;
  direction: Direction;
  /** Known to be there in every row: then an index gives the order, and finds the place of a cursor. */
  filled: boolean;
}

/** French ordering, É beside E, whatever the default of the database; text is compared in no other way. */
const french = sql.raw('collate "fr-x-icu"');

const keyOf = (field: FieldMeta, value: Sql, direction: Direction, filled: boolean): Key => {
  if (field.codes) {
    const position = sql`array_position(${sql.lit(`{${field.codes.values.join(',')}}`)}::text[], ${value})`;
    return { value: position, ordering: position, type: sql.raw('integer'), direction, filled: false };
  }
  const text = isText(field);
  return { value, ordering: text ? sql`${value} ${french}` : value, type: sqlTypeOf(field), direction, filled };
};

const isDirection = (value: unknown): value is Direction => value === 'ASC' || value === 'DESC';

const keyOfSort = (scope: Scope, concept: ConceptMeta, alias: string, sort: Record<string, unknown>): Key => {
  const given = Object.entries(sort).filter(([, value]) => value !== undefined && value !== null);
  const [entry] = given;
  if (!entry || given.length > 1) throw new SortAmbiguous();
  const [name, value] = entry;
  const field = fieldOf(concept, name);
  checkReadable(concept, field, scope.compilation.caller);
  // What lies behind a relation is missing where nothing is related or the caller does not see it; and a field may be younger
  // than the rows of a past moment.
  const filled = !field.nullable && !field.computed && alias === scope.alias && !scope.when.asOf;
  if (isDirection(value)) return keyOf(field, sqlOf(concept, field, alias, scope.when), value, filled);
  const target = scope.joinRelation(concept, alias, field);
  return keyOfSort(scope, target.concept, target.alias, value as Record<string, unknown>);
};

const sortOfPath = (path: string): Record<string, unknown> =>
  path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'ASC') as Record<string, unknown>;

/** The order of a list: what was asked for, else the concept's own; the id last, so that it is total. Empty values come last. */
export class Order {
  readonly #keys: Key[];

  constructor(scope: Scope, sort: Record<string, unknown>[] | undefined | null) {
    const { concept, alias } = scope;
    const asked = sort?.length ? sort : concept.order.map(sortOfPath);
    scope.compilation.addConditionCost(asked.length);
    const id: Key = {
      value: sql.ref(`${alias}.id`),
      ordering: sql.ref(`${alias}.id`),
      type: sql.raw('bigint'),
      direction: 'ASC',
      filled: true,
    };
    this.#keys = [...asked.map((one) => keyOfSort(scope, concept, alias, one)), id];
  }

  /** What goes behind `order by`. */
  get by(): Sql {
    return sql.join(
      this.#keys.map(({ ordering, direction, filled }) => {
        return sql`${ordering} ${sql.raw(direction)} ${filled ? sql`` : sql`nulls last`}`;
      }),
    );
  }

  /** The ordering values of a row as columns, for `cursorOf`. */
  get columns(): Sql {
    return sql.join(this.#keys.map(({ value }, index) => sql`${value} as ${sql.ref(`key_${index}`)}`));
  }

  /** SQL of the cursor of a row of `columns` under an alias: its ordering values, opaque. */
  cursorOf(alias: string): Sql {
    const values = sql.join(this.#keys.map((_, index) => sql`${sql.ref(`${alias}.key_${index}`)}::text`));
    return sql`translate(encode(convert_to(json_build_array(${values})::text, 'UTF8'), 'base64'), E'+/=\n', '-_')`;
  }

  /** Condition "comes after the row of this cursor". */
  after(cursor: string): Sql {
    const values = this.#read(cursor);
    const steps = this.#keys.map((key, index) => {
      const equal = this.#keys
        .slice(0, index)
        .map((earlier, position) => this.#same(earlier, this.#typed(earlier, values[position])));
      return sql`(${sql.join([...equal, this.#beyond(key, values[index])], sql` and `)})`;
    });
    return sql`(${sql.join(steps, sql` or `)}) and ${this.#notBefore(values[0])}`;
  }

  /** Redundant bound on the first sort key, so that PostgreSQL can range-scan the index. */
  #notBefore(value: string | null | undefined): Sql {
    const [first] = this.#keys;
    if (!first?.filled || value === null || value === undefined) return sql`true`;
    return sql`${first.ordering} ${first.direction === 'ASC' ? sql`>=` : sql`<=`} ${this.#typed(first, value)}`;
  }

  #same({ value, filled }: Key, other: Sql): Sql {
    return filled ? sql`${value} = ${other}` : sql`${value} is not distinct from ${other}`;
  }

  #typed(key: Key, value: string | null | undefined): Sql {
    return sql`${value ?? null}::${key.type}`;
  }

  #beyond(key: Key, value: string | null | undefined): Sql {
    if (value === null || value === undefined) return sql`false`;
    const comparison = key.direction === 'ASC' ? sql`>` : sql`<`;
    const further = sql`${key.ordering} ${comparison} ${this.#typed(key, value)}`;
    return key.filled ? further : sql`(${further} or ${key.value} is null)`;
  }

  #read(cursor: string): (string | null)[] {
    try {
      const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
      if (
        Array.isArray(values) &&
        values.length === this.#keys.length &&
        values.every((one) => one === null || typeof one === 'string')
      )
        return values;
    } catch {
      // Not JSON: refused below.
    }
    throw new InvalidCursor();
  }
}
