import { isDeepStrictEqual } from 'node:util';
import pg, { type Client } from 'pg';
import { notInBackups } from '../../identity/sign-in/secrets.entity.js';
import { blankInBackups } from '../../mail/mail.entity.js';
import { versionOfParvis } from '../../project.js';
import { routines } from '../routines.js';
import { migrationsOf, recordedOf, rowsOf, sequencesOf, type Table, tablesOf } from './catalogue.js';
import { isUnfinished } from './empty.js';
import { type Count, endOfRows, formatVersion, type Header, type Summary } from './format.js';
import { BackupProblem } from './problem.js';
import { Tally } from './tally.js';

/** What a backup reads: all of it as it was at one moment, whatever people write meanwhile. */
export interface Snapshot {
  header: Header;
  tables: Table[];
}

/**
 * Begins the transaction that a backup reads in. The tables are held before their first row is read, so that no migration changes
 * them meanwhile; people write on.
 *
 * @throws BackupProblem where there is no Parvis, or its tables change at this very moment
 */
export const takeSnapshot = async (client: Client): Promise<Snapshot> => {
  if ((await migrationsOf(client)).length === 0)
    throw new BackupProblem('There is nothing to back up: this database holds no Parvis.');
  if (await isUnfinished(client))
    throw new BackupProblem('There is nothing to back up yet: a backup is being restored here, or that was cut short.');
  const before = await tablesOf(client);
  const names = before.map(({ table }) => `public.${pg.escapeIdentifier(table)}`);
  await client.query('begin isolation level repeatable read, read only');
  await client.query(`lock table public.migration, ${names.join(', ')} in access share mode`);
  const tables = await tablesOf(client);
  if (!isDeepStrictEqual(tables, before))
    throw new BackupProblem(
      'The tables have changed at this very moment: Parvis was brought to another version. Try again.',
    );
  const { rows } = await client.query<{ madeAt: Date; postgresql: string }>(
    `select now() as "madeAt", current_setting('server_version') as postgresql`,
  );
  const [made] = rows;
  if (!made) throw new BackupProblem('The database does not say which PostgreSQL it is.');
  const header: Header = {
    parvisBackup: formatVersion,
    parvis: versionOfParvis,
    postgresql: made.postgresql,
    madeAt: made.madeAt.toISOString(),
    migrations: await migrationsOf(client),
    routines: Object.fromEntries(routines.map(({ name, hash }) => [name, hash])),
    recorded: await recordedOf(client),
  };
  return { header, tables };
};

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

/** The content of a backup, before it is compressed: a table after the other, then what it comes to. */
export async function* contentOf(client: Client, { tables }: Snapshot): AsyncGenerator<Buffer> {
  const counts: Record<string, Count> = {};
  for (const table of tables.filter((one) => !notInBackups.includes(one.table))) {
    const tally = new Tally();
    yield line({ table: table.table, columns: table.columns });
    yield* tally.of(rowsOf(client, table, blankInBackups[table.table]));
    yield Buffer.from(endOfRows);
    counts[table.table] = tally.count();
  }
  const summary: Summary = { tables: counts, sequences: await sequencesOf(client) };
  yield line(summary);
}
