import path from 'node:path';
import pg from 'pg';
import { type Orm, openOrm } from '../src/database/orm.js';
import { ensureRoles } from '../src/database/roles.js';
import { startEmbedded } from '../src/database/server/embedded.js';
import { projectRoot } from '../src/project.js';

/** Runs `work` on a database that has the committed migrations and nothing else, to be compared with the entities. */
export const onDraftDatabase = async <T>(work: (orm: Orm) => Promise<T>): Promise<T> => {
  const server = await startEmbedded({ folder: path.join(projectRoot, '.data', 'migration') });
  try {
    const client = new pg.Client(server.owner);
    await client.connect();
    await client.query('drop database if exists draft with (force)');
    await client.query('create database draft');
    await ensureRoles(client);
    await client.end();
    const orm = openOrm({ ...server.owner, database: 'draft' });
    try {
      await orm.migrator.up();
      return await work(orm);
    } finally {
      await orm.close(true);
    }
  } finally {
    await server.stop();
  }
};
