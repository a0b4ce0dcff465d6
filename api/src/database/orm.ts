import path from 'node:path';
import type { MigrationDiff } from '@mikro-orm/core';
import { type EntityClass, MetadataStorage } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator, TSMigrationGenerator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { exportsOf } from '../discover.js';
import { projectRoot } from '../project.js';
import { migrations } from './migrations.js';
import { freeLostPlaces, type Limits, limitsOfRequests, watchful } from './pool.js';
import type { DatabaseConnection } from './server/open.js';

export type Orm = MikroORM;

/** Migrations go one way: what `down` would say of functions and policies lacks their settings, and nobody would try it. */
class OneWay extends TSMigrationGenerator {
  override generateMigrationFile(className: string, diff: MigrationDiff): string {
    return super.generateMigrationFile(className, { ...diff, down: [] });
  }
}

/** Every table: the entity classes of all files named `*.entity.ts`. */
const entities = (await exportsOf('*.entity')).filter(
  (exported): exported is EntityClass<object> =>
    typeof exported === 'function' && MetadataStorage.isKnownEntity(exported.name),
);

export interface PoolOptions {
  /** How many there are at most: 16. */
  connections?: number;
  /** How long to wait for one of them, in milliseconds: 10 s. */
  acquisition?: number;
  limits?: Limits;
}

/** The object-relational mapper over a database: it connects on first use. `close()` ends its connections. */
export const openOrm = (
  connection: DatabaseConnection,
  { connections = 16, acquisition = 10_000, limits = limitsOfRequests }: PoolOptions = {},
): Orm =>
  new MikroORM(
    defineConfig({
      entities,
      metadataProvider: ReflectMetadataProvider,
      host: connection.host,
      port: connection.port,
      user: connection.user,
      ...(connection.password === undefined ? {} : { password: connection.password }),
      dbName: connection.database,
      // A database that is gone is told, not made anew and empty.
      ensureDatabase: false,
      driverOptions: {
        // Whoever gets no connection of the pool by then is told that the service is busy, and does not wait for ever.
        connectionTimeoutMillis: acquisition,
        // What a connection has prepared goes with it: texts that nobody asks any more are forgotten within the hour.
        maxLifetimeSeconds: 3600,
        ...watchful(limits),
        onPoolCreated: freeLostPlaces,
        ...(connection.ssl === undefined ? {} : { ssl: connection.ssl }),
      },
      // A connection that knows the tables answers several times faster than a new one: it waits for the next page of whoever reads.
      pool: { min: 0, max: connections, idleTimeoutMillis: 300_000 },
      extensions: [Migrator],
      migrations: {
        tableName: 'migration',
        migrationsList: migrations,
        path: path.join(projectRoot, 'api', 'src', 'database', 'migrations'),
        emit: 'ts',
        snapshot: false,
        generator: OneWay,
        silent: true,
      },
      // Functions are in files of their own (routines), triggers made of the declarations at each start.
      schemaGenerator: { ignoreRoutines: true, ignoreTriggers: true, skipViews: [/./] },
      forceUtcTimezone: true,
    }),
  );
