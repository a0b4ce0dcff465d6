import pg from 'pg';
import { migrate } from '../migrate.js';
import { migrations } from '../migrations.js';
import { type Orm, openOrm } from '../orm.js';
import { withoutLimits } from '../pool.js';
import { ensureRoles } from '../roles.js';
import type { DatabaseConnection } from '../server/open.js';
import { beginInEmpty, clear, unfinished } from './empty.js';
import { load } from './load.js';
import { asProblem, BackupProblem } from './problem.js';
import { type Backup, type Checked, openBackup } from './read.js';

/** One restore of a database at a time: any constant does. */
const restoreLock = 7_120_444;

/**
 * Opens a backup that is to be restored by this program.
 *
 * @throws BackupProblem when it is damaged, or of a newer version than this program
 */
export const openToRestore = async (file: string): Promise<Backup> => {
  const backup = await openBackup(file);
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = backup.header.migrations.find((name) => !known.has(name));
  if (unknown)
    throw new BackupProblem(
      `${file} is of a newer version of Parvis than this one (it has ${unknown}): restore it with that version, or a newer one.`,
    );
  return backup;
};

const ready = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ encoding: string; taken: boolean }>(
    `select current_setting('server_encoding') as encoding, pg_try_advisory_lock($1) as taken`,
    [restoreLock],
  );
  if (!rows[0]?.taken) throw new BackupProblem('Another restore into this database is under way.');
  if (rows[0].encoding !== 'UTF8')
    throw new BackupProblem(`This database keeps texts as ${rows[0].encoding}: create one with the encoding UTF8.`);
  await beginInEmpty(client);
};

/**
 * Restores a backup into an empty database: the schema by our own migrations up to the backup's last one, then its rows, then what
 * is newer. Whatever happens, either all of it is there and verified, or the database is empty again.
 *
 * @param settle what is done to a copy before it opens, such as holding back mails
 * @throws BackupProblem
 */
export const restore = async (
  connection: DatabaseConnection,
  backup: Backup,
  settle: (orm: Orm) => Promise<void>,
): Promise<Checked> => {
  const client = new pg.Client({ ...connection, application_name: 'parvis-restore' });
  client.on('error', () => undefined);
  await client.connect();
  let begun = false;
  const orm = openOrm(connection, { limits: withoutLimits });
  try {
    await ready(client);
    begun = true;
    await ensureRoles(client);
    await orm.migrator.up({ migrations: backup.header.migrations });
    const summary = await load(client, backup);
    await migrate(connection, { restoring: true });
    await settle(orm);
    await client.query(`drop table public.${unfinished}; analyze`);
    return { ...backup, summary };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (begun) await clear(client).catch(() => undefined);
    throw asProblem(error, backup.file, 'The backup could not be restored');
  } finally {
    await orm.close(true);
    await client.end().catch(() => undefined);
  }
};
