import type { EntityManager } from '@mikro-orm/postgresql';
import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { sql } from 'kysely';
import { QueryTooLarge, SavedNotRead } from '../base/shared.errors.js';
import type { ConceptMeta, Row, Sql } from '../concept/meta.js';
import { readGuarded } from '../database/guarded.js';
import type { Caller } from '../identity/access/caller.js';
import { Compilation, rootCosts } from './scope.js';
import { compileConnection, compileOne, type ListArguments, selectionOf } from './select.js';
import { Turns } from './turns.js';

/** The day and the moment that a page of one row asks for. */
type Asked = Pick<ListArguments, 'on' | 'asOf'>;

interface Waiting {
  fragment: Sql;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * What a mutation answers: by then all is written, and whoever is told that it failed would do it again.
 *
 * @throws SavedNotRead whatever goes wrong, with that as its cause
 */
export const afterSaving = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    const answer = await read();
    if (answer === null) throw new Error('What was written is not there for whoever wrote it.');
    return answer;
  } catch (error) {
    throw new SavedNotRead(error);
  }
};

/**
 * The read road of one request: every fragment asked for in the same turn becomes a column of one SQL statement, run
 * under the caller's role and variables, whose JSON goes back without building entities.
 */
export class Reader {
  readonly compilation: Compilation;
  #waiting: Waiting[] = [];

  /**
   * @param em forked under the caller's session
   * @param turns shared by all requests
   */
  constructor(
    private readonly em: EntityManager,
    readonly caller: Caller,
    private readonly turns = new Turns(),
  ) {
    this.compilation = new Compilation(caller);
  }

  /** A page of a concept's rows, with the selection of the field that is being answered. */
  list(concept: ConceptMeta, info: GraphQLResolveInfo, args: ListArguments): Promise<unknown> {
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    return this.run(compileConnection(this.compilation, concept, type, selectionOf(info), args));
  }

  /** Refuses what an answer with one row asks for, without reading it. @throws FieldClosed, QueryTooLarge and the like */
  check(concept: ConceptMeta, info: GraphQLResolveInfo): void {
    const type = info.schema.getType(concept.name) as GraphQLObjectType;
    compileOne(new Compilation(this.caller), concept, type, selectionOf(info), () => sql`true`);
  }

  /** One row, or null when there is none or the caller does not see it. In a mutation: the row that it wrote. */
  one(concept: ConceptMeta, info: GraphQLResolveInfo, condition: (row: Row) => Sql, asked?: Asked): Promise<unknown> {
    const type = info.schema.getType(concept.name) as GraphQLObjectType;
    const read = () => this.run(compileOne(this.compilation, concept, type, selectionOf(info), condition, asked));
    return info.operation.operation === 'mutation' ? afterSaving(read) : read();
  }

  byKey(concept: ConceptMeta, info: GraphQLResolveInfo, key: string, asked?: Asked): Promise<unknown> {
    return this.one(concept, info, (row) => sql`${row.col('id')} = ${key}::bigint`, asked);
  }

  /** The value of an SQL expression that looks through the whole network, such as counts by year: it costs as many pages do. */
  statistic(fragment: Sql): Promise<unknown> {
    return this.#ask(fragment, rootCosts.statistic);
  }

  /** The value of an SQL expression, read with the others of this turn. */
  run(fragment: Sql): Promise<unknown> {
    return this.#ask(fragment, rootCosts.page);
  }

  /** @throws QueryTooLarge once the request costs more than is answered in one go */
  #ask(fragment: Sql, cost: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.compilation.addRowCost(cost);
      if (this.#waiting.length === 0) setImmediate(() => this.#flush());
      this.#waiting.push({ fragment, resolve, reject });
    });
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    const { recorded, isBeyond, isHeavy } = this.compilation;
    const columns = [
      ...batch.map(({ fragment }, index) => sql`${fragment} as ${sql.ref(`c${index}`)}`),
      ...recorded.beginnings,
    ];
    const { accountId } = this.caller;
    const read = () =>
      readGuarded(this.em, sql<Record<string, unknown>>`${recorded.sources}select ${sql.join(columns)}`);
    try {
      if (isBeyond) throw new QueryTooLarge();
      const [row = {}] = await (isHeavy && accountId ? this.turns.during(accountId, read) : read());
      recorded.check(row);
      for (const [index, { resolve }] of batch.entries()) resolve(row[`c${index}`] ?? null);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
