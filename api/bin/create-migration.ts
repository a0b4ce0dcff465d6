// npm run migration:create [name]: writes the migration that brings the committed ones to what the entities declare.
// Review the file, add its class to api/src/database/migrations/index.ts, commit both.
import path from 'node:path';
import pg from 'pg';
import { openOrm } from '../src/database/orm.js';
import { ensureRoles } from '../src/database/roles.js';
import { startEmbedded } from '../src/database/server/embedded.js';
import { projectRoot } from '../src/project.js';

const server = await startEmbedded({ folder: path.join(projectRoot, '.data', 'migration') });
const client = new pg.Client(server.connection);
await client.connect();
await client.query('drop database if exists draft with (force)');
await client.query('create database draft');
await ensureRoles(client);
await client.end();
const orm = openOrm({ ...server.connection, database: 'draft' });
try {
  await orm.migrator.up();
  const { fileName, diff } = await orm.migrator.create(undefined, false, false, process.argv[2]);
  process.stdout.write(
    diff.up.length > 0 ? `${fileName}\n` : 'The entities and the migrations agree: nothing to write.\n',
  );
} finally {
  await orm.close(true);
  await server.stop();
}
