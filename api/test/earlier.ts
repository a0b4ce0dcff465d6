import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { ensureRoles } from '../src/database/roles.js';
import type { DatabaseConnection } from '../src/database/server/open.js';

const dump = new URL('./fixtures/demo-b5ebc48.sql.gz', import.meta.url);

/**
 * Fills an empty database with one that people have used, as pg_dump wrote it at an earlier version, but for the territory of its
 * numéros uniques, which is one that does not exist.
 */
export const restoreEarlier = async (connection: DatabaseConnection): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  await ensureRoles(client);
  await client.query(gunzipSync(readFileSync(dump)).toString());
  await client.end();
};
