import pg from 'pg';
import type { DatabaseConnection } from './connection.js';
import { DatabaseProblem } from './problem.js';

const oldestMajor = 15;
const patience = 10_000;

/** Whether a user owns the tables of Parvis, or may make them where there are none. */
export const mayOwn = async (connection: DatabaseConnection): Promise<boolean> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ may: boolean }>(
      `select coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('public.migration')),
         has_schema_privilege('public', 'create')) as may`,
    );
    return rows[0]?.may ?? false;
  } finally {
    await client.end();
  }
};

/**
 * What an address says.
 *
 * @param variable the one that has it
 * @throws DatabaseProblem when it is none
 */
export const readAddress = (url: string, variable: string): DatabaseConnection => {
  try {
    const { host, port, user = '', database = '', password, ssl } = new pg.Client({ connectionString: url });
    return { host, port, user, database, ...(password ? { password } : {}), ssl };
  } catch {
    throw new DatabaseProblem(
      `${variable} cannot be read: it should look like postgres://user:password@host:5432/database, with special characters of the password percent-encoded.`,
    );
  }
};

/** A setting of no use but to be found again, given as the queue of jobs is given its role. */
const asked = { connectionTimeoutMillis: patience, options: '-c parvis.session=own' };

/**
 * Whether a pooler stands in between that gives a server's session to others between two transactions, or keeps settings of a
 * connection to itself. Parvis has a pool of its own, and counts on sessions: statements that are prepared, locks, roles.
 *
 * @param one @param other two connections, at rest
 */
export const sharesSessions = async (
  one: Pick<pg.Client, 'query'>,
  other: Pick<pg.Client, 'query'>,
): Promise<boolean> => {
  const sessionOf = async (client: Pick<pg.Client, 'query'>) => {
    const { rows } = await client.query<{ pid: number; own: boolean }>(
      `select pg_backend_pid() as pid, coalesce(current_setting('parvis.session', true), '') = 'own' as own`,
    );
    return rows[0];
  };
  const first = await sessionOf(one);
  await other.query('begin');
  const meanwhile = await sessionOf(other);
  const again = await sessionOf(one);
  await other.query('rollback');
  const own = [first, meanwhile, again].every((session) => session?.own);
  return !own || first?.pid === meanwhile?.pid || first?.pid !== again?.pid;
};

const throughPooler = (variable: string, { host, port }: DatabaseConnection): string =>
  `${variable} leads to a pooler (such as PgBouncer) at ${host}:${port}, which shares sessions between connections or does not pass on their settings: ` +
  'give the address of PostgreSQL itself. Parvis keeps a pool of its own, of some 20 connections.';

/**
 * Checks that the PostgreSQL of an address answers itself and is recent enough.
 *
 * @param variable the one that has the address

 * @throws DatabaseProblem that says which part of the address is wrong, never repeating the password
 */
export async function checkGiven(url: string, variable: string): Promise<DatabaseConnection> {
  const connection = readAddress(url, variable);
  const client = new pg.Client({ ...connection, ...asked });
  const other = new pg.Client({ ...connection, ...asked });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < oldestMajor) {
      throw new DatabaseProblem(
        `The PostgreSQL of ${variable} is version ${major}: Parvis needs ${oldestMajor} or later.`,
      );
    }
    await other.connect();
    if (await sharesSessions(client, other)) throw new DatabaseProblem(throughPooler(variable, connection));
  } catch (error) {
    throw error instanceof DatabaseProblem ? error : explain(variable, error as ConnectionError, connection);
  } finally {
    for (const one of [client, other]) await one.end().catch(() => undefined);
  }
  return connection;
}

type ConnectionError = Error & { code?: string };

function explain(variable: string, error: ConnectionError, at: DatabaseConnection): DatabaseProblem {
  const server = `${at.host}:${at.port}`;
  const sentences: Record<string, string> = {
    ECONNREFUSED: `nothing answers at ${server}`,
    ENOENT: `there is no PostgreSQL socket in ${at.host}`,
    ENOTFOUND: `the host ${at.host} is unknown`,
    EAI_AGAIN: `the host ${at.host} is unknown`,
    ETIMEDOUT: `${server} does not answer`,
    EHOSTUNREACH: `${server} cannot be reached`,
    ENETUNREACH: `${server} cannot be reached`,
    '28P01': `the user "${at.user}" or its password was refused by ${server}`,
    '28000': `${server} does not let the user "${at.user}" in from here (${error.message})`,
    '3D000': `the database "${at.database}" does not exist on ${server}: create it first`,
    '42501': `the user "${at.user}" may not connect to the database "${at.database}"`,
    '53300': `${server} has no connection left`,
    '57P03': `${server} is starting or stopping: try again in a moment`,
  };
  if (/unsupported startup parameter/i.test(error.message)) return new DatabaseProblem(throughPooler(variable, at));
  const timedOut = /timeout/i.test(error.message) ? sentences.ETIMEDOUT : undefined;
  return new DatabaseProblem(
    `${variable} cannot be used: ${sentences[error.code ?? ''] ?? timedOut ?? error.message}.`,
  );
}
