import type { ClientConfig } from 'pg';

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
  /** By which people are answered. Its user owns nothing and takes on the roles of callers, unless it is the owner itself. */
  connection: DatabaseConnection;
  /** For migrations, backups and the commands of the terminal: who owns the tables. `undefined`: nobody said who does. */
  owner: DatabaseConnection | undefined;
  /** Whether it is ours: on a given database nothing is loaded unless asked for. */
  embedded: boolean;
  /** Ends what this process started; to be called after the last connection was closed. Harmless twice. */
  stop(): Promise<void>;
}

/** One whose owner is known. */
export interface OwnedDatabase extends OpenDatabase {
  owner: DatabaseConnection;
}
