import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/database/migrate.js';
import { type EmbeddedOptions, startEmbedded } from '../src/database/server/embedded.js';
import type { DatabaseConnection, OwnedDatabase } from '../src/database/server/open.js';
import { FolderInUse } from '../src/database/server/problem.js';
import { projectRoot } from '../src/project.js';

/** Test databases are thrown away: nothing is worth waiting for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

const template = 'template_parvis';
const atMostRuns = 20;

/** One server for the whole run, and in it the template. The folder is kept: the next run saves its creation. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startInFreeFolder();
  try {
    await dropLeftovers(server.owner);
    await migrate({ ...server.owner, database: template }, { users: [server.connection.user] });
  } catch (error) {
    await server.stop();
    throw error;
  }
  provide('server', server.owner);
  provide('worker', server.connection.user);
  provide('template', template);
  return () => server.stop();
}

/** `.data/test-1`, or the next number when another run uses it. */
async function startInFreeFolder(run = 1): Promise<OwnedDatabase> {
  const options: EmbeddedOptions = { folder: path.join(projectRoot, '.data', `test-${run}`), settings, patience: 0 };
  try {
    return await startEmbedded(options);
  } catch (error) {
    if (error instanceof FolderInUse && run < atMostRuns) return startInFreeFolder(run + 1);
    throw error;
  }
}

/** What a run that was killed left behind, and the template of the last one. */
async function dropLeftovers(connection: DatabaseConnection): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'test\\_%' or datname = $1",
      [template],
    );
    for (const { name } of rows) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${template}`);
  } finally {
    await client.end();
  }
}
