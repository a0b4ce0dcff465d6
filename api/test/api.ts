import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import pg from 'pg';
import { vi } from 'vitest';
import { pinnedClock } from '../src/clock.js';
import { type Orm, openOrm } from '../src/database/orm.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { errorFor } from '../src/graphql/errors.js';
import { makeSchema } from '../src/graphql/schema.js';
import { type HealthOptions, makeHealth } from '../src/health/report.js';
import { type Caller, sessionOf } from '../src/identity/access/caller.js';
import type { SecurityNote } from '../src/identity/journal/journal.js';
import { noPost, type Post } from '../src/mail/post.js';
import { Reader } from '../src/read/reader.js';
import { createTestDatabase } from './database.js';

/** The API over a database of its own, asked as a given caller: everything but HTTP and the session's look-up. */
export interface TestApi {
  connection: DatabaseConnection;
  /** As the owner of the tables, for what a test makes and looks up. */
  orm: Orm;
  /** What requests are answered with. */
  working: Orm;
  schema: GraphQLSchema;
  /** Runs a request as a caller; errors come as callers see them. */
  ask<T = Record<string, unknown>>(
    caller: Caller,
    source: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<T>>;
  /** What went to the journal of security, by all requests. */
  notes: SecurityNote[];
  /** SQL statements of the last request, without those that open and close its transaction. */
  statements: string[];
  close(): Promise<void>;
}
export interface Answer<T> {
  data: T;
  errors: {
    message: string;
    code: string;
    name: string;
    field?: string;
    conflicts?: { field: string; current: unknown }[];
  }[];
}

const frame =
  /^(begin|start transaction|commit|rollback|set |select set_config|select where concat\(set_config|savepoint|release)/i;
const { query } = pg.Client.prototype;

/** @param template a database to copy, in the place of the empty one: nobody may be connected to it */
export const startTestApi = async (
  today = '2026-03-12',
  post: Post = noPost,
  template?: string,
  { dataFolder, backups }: Partial<Pick<HealthOptions, 'dataFolder' | 'backups'>> = {},
): Promise<TestApi> => {
  const database = await createTestDatabase(template);
  const orm = openOrm(database.connection);
  const working = openOrm(database.working);
  // What a first connection asks by itself is no statement of a request.
  await working.em.fork().execute('select 1');
  const schema = await makeSchema();
  const statements: string[] = [];
  const watched = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [first] = given;
    const text = typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text') ?? '');
    if (!frame.test(text)) statements.push(text);
    return Reflect.apply(query, this, given);
  } as never);
  const clock = pinnedClock(today);
  const notes: SecurityNote[] = [];
  const log = { info: () => undefined, warn: () => undefined };
  const health = makeHealth({ orm: working, dataFolder, backups, log, freshness: 0 });
  return {
    notes,
    connection: database.connection,
    orm,
    working,
    schema,
    statements,
    async ask<T>(caller: Caller, source: string, variableValues: Record<string, unknown> = {}): Promise<Answer<T>> {
      statements.length = 0;
      const em = working.em.fork({ session: sessionOf(caller) });
      const contextValue = {
        caller,
        em,
        reader: new Reader(em, caller),
        clock,
        requestId: 'test',
        publicUrl: 'http://parvis.test',
        post,
        note: (noted: SecurityNote) => void notes.push(noted),
        demo: { isOpen: async () => false },
        health,
      };
      const { data, errors = [] }: ExecutionResult = await graphql({ schema, source, contextValue, variableValues });
      return {
        data: data as T,
        errors: errors.map((error) => {
          const { message, extensions } = errorFor(error, caller.locale, 'test');
          if (extensions.code === 'INTERNAL') throw error.originalError ?? error;
          return { message, ...extensions } as Answer<T>['errors'][number];
        }),
      };
    },
    close: async () => {
      watched.mockRestore();
      await orm.close(true);
      await working.close(true);
      await database.drop();
    },
  };
};
