import { pipeline } from 'node:stream/promises';
import pg, { type Client } from 'pg';
import { startRecording } from '../../history/triggers.js';
import { rowsOf, settings, tablesOf, takeRows } from './catalogue.js';
import type { Summary } from './format.js';
import { BackupProblem } from './problem.js';
import { type Backup, readContent } from './read.js';
import { countOf } from './tally.js';

/** A foreign key, as the statements that take it away and put it back. */
interface Key {
  drop: string;
  add: string;
}

const foreignKeysOf = async (client: Client): Promise<Key[]> => {
  const { rows } = await client.query<Key>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace`);
  return rows;
};

const onEach = (tables: { table: string }[], action: string): string =>
  tables.map(({ table }) => `alter table public.${pg.escapeIdentifier(table)} ${action}`).join(';\n');

/** Each table says what the backup says of it: as many rows, and the same text of every one. */
const compare = async (client: Client, { tables: expected }: Summary): Promise<void> => {
  for (const table of await tablesOf(client)) {
    const said = expected[table.table] ?? { rows: 0 };
    const { rows, sha256 } = await countOf(rowsOf(client, table));
    if (rows !== said.rows || ('sha256' in said && sha256 !== said.sha256))
      throw new BackupProblem(
        `What was restored is not what the backup says: the table ${table.table} differs. Nothing was kept; please report it.`,
      );
  }
};

/**
 * Fills the tables of a database whose schema is the backup's, in one transaction: all rows or none.
 *
 * Triggers are off meanwhile, since what is loaded is no change and history comes with it. Foreign keys are taken away and put
 * back, which checks every row at once, in whatever order tables point to each other. The owner of the tables may do both.
 *
 * @throws BackupProblem when a table or column is missing, or when rows differ afterwards
 */
export const load = async (client: Client, backup: Backup): Promise<Summary> => {
  await client.query(`${settings}; begin`);
  const tables = await tablesOf(client);
  const keys = await foreignKeysOf(client);
  await client.query([onEach(tables, 'disable trigger user'), ...keys.map(({ drop }) => drop)].join(';\n'));
  const summary = await readContent(backup, async (head, rows) => {
    const known = tables.find(({ table }) => table === head.table)?.columns;
    const foreign = known ? head.columns.find((column) => !known.includes(column)) : head.table;
    if (foreign)
      throw new BackupProblem(
        `The backup holds ${head.table}${known ? `.${foreign}` : ''}, which the migrations of its version do not make: it is of a changed Parvis.`,
      );
    await pipeline(rows, takeRows(client, head));
  });
  await client.query([...keys.map(({ add }) => add), onEach(tables, 'enable trigger user')].join(';\n'));
  for (const [sequence, last] of Object.entries(summary.sequences))
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${pg.escapeIdentifier(sequence)}`, last]);
  await compare(client, summary);
  // As they were: what later migrations change is recorded, and what was recorded does not begin anew.
  await client.query(startRecording(backup.header.recorded));
  await client.query('commit');
  return summary;
};
