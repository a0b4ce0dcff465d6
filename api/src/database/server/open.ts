import type { DatabaseConnection, OpenDatabase, OwnedDatabase } from './connection.js';
import { joinEmbedded, startEmbedded } from './embedded.js';
import { checkGiven, mayOwn } from './given.js';
import { DatabaseProblem } from './problem.js';

export type { DatabaseConnection, OpenDatabase, OwnedDatabase } from './connection.js';
export { readAddress } from './given.js';
export { DatabaseProblem } from './problem.js';

/**
 * The PostgreSQL that the configuration asks for, ready to accept connections: the given one (`DATABASE_URL`), else the
 * embedded one, started in `dataFolder`. An embedded server killed while Parvis runs is started again within seconds.
 *
 * The embedded one belongs to a superuser named `parvis`, as does its database of that name (UTF-8, ICU fr-FR); people are answered
 * as `parvis_app`, which owns nothing. Any other role may be named in `user`: the system's peer authentication decides who comes
 * in, not a password.
 *
 * @throws DatabaseProblem whose message is for the person at the terminal: print it and exit
 */
export async function openDatabase(config: {
  databaseUrl?: string | undefined;
  databaseOwnerUrl?: string | undefined;
  /** Absolute. */
  dataFolder: string;
}): Promise<OpenDatabase> {
  if (!config.databaseUrl) return startEmbedded({ folder: config.dataFolder });
  const connection = await checkGiven(config.databaseUrl, 'DATABASE_URL');
  const owner = config.databaseOwnerUrl
    ? await checkGiven(config.databaseOwnerUrl, 'DATABASE_OWNER_URL')
    : (await mayOwn(connection))
      ? connection
      : undefined;
  if (owner && owner.database !== connection.database)
    throw new DatabaseProblem(
      `DATABASE_OWNER_URL leads to the database ${owner.database}, and DATABASE_URL to ${connection.database}: name the same one.`,
    );
  return { connection, owner, embedded: false, stop: async () => undefined };
}

/** The address of a database as `DATABASE_URL` writes it, for another process; the host may be the folder of a socket. */
export function databaseUrl({ host, port, user, password = '', database }: DatabaseConnection): string {
  const who = [user, password].map(encodeURIComponent).join(':');
  return `postgres://${who}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

/** The embedded database that a running Parvis holds, for a command beside it; `undefined` when there is none. */
export function joinDatabase(config: { dataFolder: string }): OwnedDatabase | undefined {
  return joinEmbedded(config.dataFolder);
}
