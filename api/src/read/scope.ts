import { sql } from 'kysely';
import { FieldClosed, QueryTooLarge } from '../base/shared.errors.js';
import {
  type ConceptMeta,
  columnOf,
  type FieldMeta,
  fieldOf,
  mayRead,
  type Row,
  type Sql,
  targetOf,
} from '../concept/meta.js';
import type { Caller } from '../identity/access/caller.js';
import { Recorded } from './recorded.js';
import type { When } from './when.js';

/** Rows of one answer at most, all lists together, if every page were full: each hundred of a hundred rows, five times. */
const rowsMax = 50_000;

/**
 * What the roots of a request cost, in the same measure, besides the rows that they give: a list is filtered, sorted and counted
 * over its whole table however short its page is, and a statistic looks through the whole network.
 */
export const rootCosts = { page: 500, statistic: 5000 } as const;

/** From which cost on a request is heavy: half of what one may have. The homes of the admin, with 15,000, are below. */
const heavyFrom = rowsMax / 2;

/** Conditions of one request at most, and values in their lists: PostgreSQL takes 65,535 parameters. */
const comparisonsMax = 5000;

/** What one compilation knows: who asks, how many aliases were handed out, and of which moments. */
export class Compilation {
  readonly recorded = new Recorded();
  #aliases = 0;
  #rows = 0;
  #comparisons = 0;
  constructor(readonly caller: Caller) {}

  /**
   * Counts the rows that a list may have to give, times those of the lists around it.
   *
   * @throws QueryTooLarge past what is answered in one go
   */
  addRowCost(rows: number): void {
    this.#rows += rows;
    if (this.#rows > rowsMax) throw new QueryTooLarge();
  }

  /** More was asked for than is answered: nothing of it is read, also not what was asked for before. */
  get isBeyond(): boolean {
    return this.#rows > rowsMax;
  }

  get isHeavy(): boolean {
    return this.#rows >= heavyFrom;
  }

  /** Counts conditions and the values of lists that filters compare with. @throws QueryTooLarge */
  addConditionCost(values: number): void {
    this.#comparisons += values;
    if (this.#comparisons > comparisonsMax) throw new QueryTooLarge();
  }

  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }
  /** The day asked for, else today in the caller's time zone. */
  day(on?: unknown): Sql {
    return sql`${typeof on === 'string' ? on : this.caller.today}::date`;
  }

  /** The day and moment that a list or page asks for, and what it does not say as those around it have it. */
  when(concept: ConceptMeta, { on, asOf }: { on?: unknown; asOf?: unknown }, around?: When): When {
    const day = on || !around ? this.day(on) : around.on;
    return asOf instanceof Date
      ? { on: day, ...this.recorded.by(asOf.toISOString(), concept) }
      : { ...(around ?? asTheyAre), on: day };
  }
}

const asTheyAre: Pick<When, 'table'> = { table: (name) => sql.table(name) };

/** A row of a concept under its alias, for the expressions of computed fields and conditions. */
export const rowOf = (concept: ConceptMeta, alias: string, { on, table }: When): Row => ({
  col: (property) => sql.ref(`${alias}.${columnOf(fieldOf(concept, property))}`),
  on,
  table,
});

/** The same, where conditions may name computed fields too. */
export const computedRowOf = (concept: ConceptMeta, alias: string, when: When): Row => ({
  col: (property) => sqlOf(concept, fieldOf(concept, property), alias, when),
  on: when.on,
  table: when.table,
});

/** A field's value in SQL, as a value of its column's type. */
export const sqlOf = (concept: ConceptMeta, field: FieldMeta, alias: string, when: When): Sql =>
  field.computed ? field.computed(rowOf(concept, alias, when)) : sql.ref(`${alias}.${columnOf(field)}`);

/** May the caller read the field, and what it leads to? */
export const isReadable = (field: FieldMeta, caller: Caller): boolean =>
  mayRead(field, caller.role) && (!field.target || Boolean(targetOf(field).access[caller.dbRole]?.read));

/**
 * Refuses a field that the caller may not read, wherever it is used: answer, filter or sort. The database refuses it too,
 * since the column is not granted; here it gets a sentence.
 */
export const checkReadable = (concept: ConceptMeta, field: FieldMeta, caller: Caller): void => {
  if (!isReadable(field, caller)) throw new FieldClosed(concept.name, field.name);
};

/**
 * The rows of a list: a table under an alias, and the to-one relations that its filters and sorts look through, each joined
 * once. Joins are left joins: a row whose relation is not open to the caller stays, with nothing known of it.
 */
export class Scope {
  readonly alias: string;
  readonly #joins = new Map<string, { alias: string; join: Sql }>();

  constructor(
    readonly compilation: Compilation,
    readonly concept: ConceptMeta,
    readonly when: When,
  ) {
    this.alias = compilation.alias();
  }

  /** Joins a to-one relation of the row known as `from`, once. */
  joinRelation(concept: ConceptMeta, from: string, field: FieldMeta): { concept: ConceptMeta; alias: string } {
    checkReadable(concept, field, this.compilation.caller);
    const target = targetOf(field);
    const key = `${from}.${field.name}`;
    const known = this.#joins.get(key);
    if (known) return { concept: target, alias: known.alias };
    const alias = this.compilation.alias();
    const condition = matching(concept, from, field, target, alias, this.when);
    this.#joins.set(key, {
      alias,
      join: sql`left join ${this.when.table(target.table)} as ${sql.ref(alias)} on ${condition}`,
    });
    return { concept: target, alias };
  }

  /** The value at the end of a path through to-one relations, such as `commune.name`. */
  valueAt(path: string): Sql {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const end = names.reduce((from, name) => this.joinRelation(from.concept, from.alias, fieldOf(from.concept, name)), {
      concept: this.concept,
      alias: this.alias,
    });
    const field = fieldOf(end.concept, last);
    checkReadable(end.concept, field, this.compilation.caller);
    return sqlOf(end.concept, field, end.alias, this.when);
  }

  /** `table as alias left join …`: to be written after every filter and sort was compiled. */
  get from(): Sql {
    const joins = [...this.#joins.values()].map(({ join }) => join);
    return sql.join([sql`${this.when.table(this.concept.table)} as ${sql.ref(this.alias)}`, ...joins], sql` `);
  }
}

/** Condition that the row `alias` of the target is the one that a to-one field of the row `from` points to. */
export const matching = (
  concept: ConceptMeta,
  from: string,
  field: FieldMeta,
  target: ConceptMeta,
  alias: string,
  when: When,
): Sql =>
  field.match
    ? field.match(rowOf(concept, from, when), rowOf(target, alias, when))
    : sql`${sql.ref(`${alias}.id`)} = ${sql.ref(`${from}.${columnOf(field)}`)}`;
