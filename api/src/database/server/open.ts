import type { ClientConfig } from 'pg';
import { joinEmbedded, startEmbedded } from './embedded.js';
import { checkGiven } from './given.js';

export { DatabaseProblem } from './problem.js';

/** What `pg` and MikroORM need to connect. With the embedded server, `host` is the folder of its Unix socket. */
export interface DatabaseConnection {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
  ssl?: ClientConfig['ssl'];
}

export interface OpenDatabase {
  connection: DatabaseConnection;
  /** Whether it is ours: on a given database nothing is loaded unless asked for. */
  embedded: boolean;
  /** Ends what this process started; to be called after the last connection was closed. Harmless twice. */
  stop(): Promise<void>;
}

/**
 * The PostgreSQL that the configuration asks for, ready to accept connections: the given one (`DATABASE_URL`), else the
 * embedded one, started in `dataFolder`. An embedded server killed while Parvis runs is started again within seconds.
 *
 * The embedded one connects as a superuser named `parvis` to a database of that name (UTF-8, ICU fr-FR), and any other
 * role may be named in `user`: the system's peer authentication decides who comes in, not a password.
 *
 * @throws DatabaseProblem whose message is for the person at the terminal: print it and exit
 */
export async function openDatabase(config: {
  databaseUrl?: string | undefined;
  /** Absolute. */
  dataFolder: string;
}): Promise<OpenDatabase> {
  if (!config.databaseUrl) return startEmbedded({ folder: config.dataFolder });
  return { connection: await checkGiven(config.databaseUrl), embedded: false, stop: async () => undefined };
}

/** The address of a database as `DATABASE_URL` writes it, for another process; the host may be the folder of a socket. */
export function databaseUrl({ host, port, user, password = '', database }: DatabaseConnection): string {
  const who = [user, password].map(encodeURIComponent).join(':');
  return `postgres://${who}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

/** The embedded database that a running Parvis holds, for a command beside it; `undefined` when there is none. */
export function joinDatabase(config: { dataFolder: string }): OpenDatabase | undefined {
  return joinEmbedded(config.dataFolder);
}
