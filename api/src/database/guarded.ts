import type { SessionContext } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import pg from 'pg';
import { codeOf, isConnectionLost } from './lost.js';
import { poolOf } from './pool.js';

/** Budget for prepared statements per connection, in characters of their text: a plan takes PostgreSQL some 300 bytes for each. */
const preparedMax = 50_000;

/** What a connection keeps prepared: the names of guards, and those of statements by role and text, with the room that is left. */
interface Prepared {
  guards: Set<string>;
  statements: Map<string, string>;
  room: number;
}
const preparedOf = new WeakMap<pg.PoolClient, Prepared>();

/** The name under which a connection keeps a text prepared for a role; undefined when it has no room for it. */
const nameOn = (prepared: Prepared, role: string, text: string): string | undefined => {
  const key = `${role} ${text}`;
  const { statements, room } = prepared;
  if (!statements.has(key) && text.length <= room) {
    prepared.room -= text.length;
    statements.set(key, `read_${statements.size}`);
  }
  return statements.get(key);
};

const preparedOn = (client: pg.PoolClient): Prepared => {
  const known = preparedOf.get(client) ?? { guards: new Set(), statements: new Map(), room: preparedMax };
  preparedOf.set(client, known);
  return known;
};

/**
 * The guard of a session, as a prepared statement that gives no row: its variables, then its role, until the end of the
 * transaction. One text for each number of variables.
 */
const guardOf = ({ role, variables = {} }: SessionContext): { name: string; text: string; values: string[] } => {
  const settings = [...Object.entries(variables), ...(role ? [['role', role]] : [])];
  const calls = settings.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`);
  return {
    name: `guard_${settings.length}`,
    text: `select where concat(${calls.join(', ')}) is null`,
    values: settings.flat().map(String),
  };
};

/**
 * A statement behind the guard of its session, both before one Sync of the protocol: to PostgreSQL that is one transaction,
 * which ends with the statement. If the guard fails, PostgreSQL passes over the statement, so that none runs unguarded; and
 * what the guard set is gone before anything else runs on the connection.
 */
class GuardedQuery extends pg.Query<Record<string, unknown>> {
  constructor(
    guard: { name: string; values: string[] },
    statement: pg.QueryConfig & { queryMode: 'extended' },
    settle: (error: Error | undefined, results: unknown) => void,
  ) {
    super(statement, settle);
    const { submit } = pg.Query.prototype;
    this.submit = (connection) => {
      // All leave in one write.
      connection.stream.cork();
      connection.bind({ statement: guard.name, values: guard.values }, true);
      connection.execute({}, true);
      const refused = submit.call(this, connection);
      connection.stream.uncork();
      return refused;
    };
  }
}

/** Runs the statement on a connection; resolves to its rows. The guard of the session is prepared there already. */
const runGuarded = <T>(
  client: pg.PoolClient,
  guard: { name: string; values: string[] },
  statement: pg.QueryConfig,
): Promise<T[]> =>
  new Promise((resolve, reject) => {
    client.query(
      new GuardedQuery(guard, { ...statement, queryMode: 'extended' }, (error, results) => {
        // That of the guard comes first, and is empty.
        if (error) reject(error);
        else resolve((results as pg.QueryResult[]).at(-1)?.rows as T[]);
      }),
    );
  });

/** What is prepared is gone (26000, behind a pooler), or gives other columns since a migration (0A000). */
const isUnprepared = (error: unknown): boolean => /^(26000|0A000)$/.test(codeOf(error));

/** After which errors a connection goes on: those of a statement, and none that is not PostgreSQL's. */
const leavesFit = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && !isConnectionLost(error) && !isUnprepared(error);

/** Rows of a statement, on a connection of the pool that is dropped when the error is its own. */
const runOnce = async <T>(
  pool: pg.Pool,
  session: SessionContext,
  text: string,
  values: readonly unknown[],
): Promise<T[]> => {
  const guard = guardOf(session);
  const client = await pool.connect();
  let fit = true;
  try {
    const prepared = preparedOn(client);
    if (!prepared.guards.has(guard.name)) {
      await client.query(guard);
      prepared.guards.add(guard.name);
    }
    const name = nameOn(prepared, session.role ?? '', text);
    return await runGuarded<T>(client, guard, { text, values: [...values], ...(name ? { name } : {}) });
  } catch (error) {
    fit = leavesFit(error);
    throw error;
  } finally {
    client.release(!fit);
  }
};

/**
 * Rows of one reading statement under the database session of an entity manager, in one round trip. Texts that come again
 * are prepared: PostgreSQL parses, rewrites and plans them once for each role, whose policies they hold. Within an open
 * transaction it is one more statement of that. Outside, what fails by its connection alone (it was lost, or has forgotten what was
 * prepared) is asked once more on another: nothing of it was given to anybody yet.
 *
 * @param other a session in the place of the entity manager's own
 * @throws Error without a session that has a role, or for another one than an open transaction's; the error of PostgreSQL with
 *   its SQLSTATE as `code`
 */
export const readGuarded = async <T>(
  em: EntityManager,
  statement: RawBuilder<T>,
  other?: SessionContext,
): Promise<T[]> => {
  const session = other ?? em.getSessionContext();
  if (!session?.role) throw new Error('Nothing is read without a database role.');
  // Within a transaction already, it reads what that one has written, under the session that it began with.
  if (em.isInTransaction()) {
    if (other) throw new Error('A transaction reads under the session that it began with.');
    return (await statement.execute(em.getKysely())).rows;
  }
  const { sql: text, parameters } = statement.compile(em.getKysely());
  const pool = await poolOf(em);
  try {
    return await runOnce<T>(pool, session, text, parameters);
  } catch (error) {
    if (!isConnectionLost(error) && !isUnprepared(error)) throw error;
    return runOnce<T>(pool, session, text, parameters);
  }
};
