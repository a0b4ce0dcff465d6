import pg from 'pg';
import type { DatabaseConnection } from './open.js';
import { DatabaseProblem } from './problem.js';

const oldestMajor = 15;
const patience = 10_000;

/**
 * Checks that the PostgreSQL of `DATABASE_URL` answers and is recent enough.
 *
 * @throws DatabaseProblem that says which part of the address is wrong, never repeating the password
 */
export async function checkGiven(url: string): Promise<DatabaseConnection> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  } catch {
    throw new DatabaseProblem(
      'DATABASE_URL cannot be read: it should look like postgres://user:password@host:5432/database, with special characters of the password percent-encoded.',
    );
  }
  const { host, port, user = '', database = '', password, ssl } = client;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < oldestMajor) {
      throw new DatabaseProblem(
        `The PostgreSQL of DATABASE_URL is version ${major}: Parvis needs ${oldestMajor} or later.`,
      );
    }
  } catch (error) {
    throw error instanceof DatabaseProblem ? error : explain(error as ConnectionError, { host, port, user, database });
  } finally {
    await client.end().catch(() => undefined);
  }
  return { host, port, user, database, password: password ?? undefined, ssl };
}

type ConnectionError = Error & { code?: string };

function explain(
  error: ConnectionError,
  at: { host: string; port: number; user: string; database: string },
): DatabaseProblem {
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
  const timedOut = /timeout/i.test(error.message) ? sentences.ETIMEDOUT : undefined;
  return new DatabaseProblem(
    `DATABASE_URL cannot be used: ${sentences[error.code ?? ''] ?? timedOut ?? error.message}.`,
  );
}
