import pg from 'pg';
import { allConcepts } from '../concept/meta.js';
import { historyStatements } from '../history/triggers.js';
import { enabledKeys, policyStatements, refuseWideRoles } from './as-declared.js';
import { isUnfinished } from './backup/empty.js';
import { codeOf } from './lost.js';
import { markPrepared } from './mark.js';
import { migrations } from './migrations.js';
import { moveStatements } from './moves.js';
import { type Orm, openOrm } from './orm.js';
import { withoutLimits } from './pool.js';
import { ensureRoles, grantStatements, queueStatements } from './roles.js';
import { applyRoutines } from './routines.js';
import type { DatabaseConnection } from './server/open.js';
import { DatabaseProblem } from './server/problem.js';

/** One at a time, whatever the number of processes that start: any constant does. */
const migrationLock = 7_120_441;

/** SQLSTATE of what the connecting user may not do. */
const mayNot = '42501';

/**
 * Brings a database to this version: roles, migrations, functions, then the policies, the history and the rights that follow from
 * the declarations. What was changed by hand, or lost by a dump, is set again where that touches no row.
 *
 * @param given.restoring whether a restore asks for it, which is not finished before
 * @param given.users who else works with it, and owns nothing: let take on the roles
 * @throws DatabaseProblem when the database is of a newer version than this program, holds half of a backup, or is
 *   not as declared and cannot be made so
 */
export async function migrate(
  connection: DatabaseConnection,
  { restoring = false, users = [] }: { restoring?: boolean; users?: readonly string[] } = {},
): Promise<void> {
  const client = new pg.Client(connection);
  // A connection that is lost is told by the statement under way; unheard, it would end the process before anybody is told why.
  client.on('error', () => undefined);
  await client.connect();
  const orm = openOrm(connection, { limits: withoutLimits });
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    if (!restoring) await refuseUnfinished(client);
    await ensureRoles(client, users);
    await refuseWideRoles(client);
    await refuseNewer(orm);
    await orm.migrator.up();
    const policies = await policyStatements(orm);
    // At once for everybody else: a Parvis that answers requests meanwhile never sees a right missing.
    const concepts = allConcepts();
    await client.query('begin');
    await applyRoutines(client);
    await client.query(
      [
        ...policies,
        enabledKeys,
        ...historyStatements(concepts),
        ...moveStatements(concepts),
        ...grantStatements(concepts),
        ...queueStatements,
        markPrepared(),
        'commit',
      ].join(';\n'),
    );
    if (policies.length > 0 && (await policyStatements(orm)).length > 0)
      throw new DatabaseProblem(
        'The row policies were set again, and are not as declared all the same: restore a backup.',
      );
  } catch (error) {
    if (!(error instanceof Error) || codeOf(error) !== mayNot) throw error;
    throw new DatabaseProblem(
      `The user of the database may not do what Parvis needs (${error.message}): it must own the tables, and may create roles unless an administrator made them (npm run prepare-database -- --print).`,
      { cause: error },
    );
  } finally {
    await client.end();
    await orm.close(true);
  }
}

async function refuseUnfinished(client: pg.Client): Promise<void> {
  if (await isUnfinished(client))
    throw new DatabaseProblem(
      'A backup is being restored into this database, or that was cut short: then restore it again (npm run restore -- FILE).',
    );
}

async function refuseNewer(orm: Orm): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const applied = await orm.migrator.getExecuted();
  const unknown = applied.find(({ name }) => !known.has(name));
  if (unknown)
    throw new DatabaseProblem(
      `The database is of a newer version of Parvis than this one (it has ${unknown.name}). Start that version, or a newer one.`,
    );
}
