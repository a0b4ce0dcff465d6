import pg from 'pg';
import { dbRoles } from '../base/roles.js';
import { isUnfinished } from './backup/empty.js';
import { isPrepared } from './mark.js';
import { migrate } from './migrate.js';
import { takingOn } from './roles.js';
import type { DatabaseConnection, OpenDatabase } from './server/open.js';
import { DatabaseProblem } from './server/problem.js';

const withClient = async <T>(connection: DatabaseConnection, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(connection);
  await client.connect();
  return work(client).finally(() => client.end());
};

/**
 * Sees to it that the owner brought the database to this version, for a start that knows only a user who may not.
 *
 * @throws DatabaseProblem that says what to run
 */
const refuseUnprepared = (connection: DatabaseConnection): Promise<void> =>
  withClient(connection, async (client) => {
    if ((await isPrepared(client)) && !(await isUnfinished(client))) return;
    throw new DatabaseProblem(
      `The database ${connection.database} is not of this version of Parvis, and the user ${connection.user} of DATABASE_URL does not own it: ` +
        'run npm run prepare-database with DATABASE_OWNER_URL, the address with the user who does, then start again.',
    );
  });

/**
 * Sees to it that the user by whom people are answered can take on the roles of callers and has no right of its own.
 *
 * @throws DatabaseProblem with the statement that an administrator is to run
 */
const refuseWideUser = (connection: DatabaseConnection): Promise<void> =>
  withClient(connection, async (client) => {
    const { rows } = await client.query<{ mend: string }>(
      `with me as (select * from pg_roles where rolname = current_user), ours as (select r, to_regrole(r) as id from unnest($1::text[]) r)
       select format('alter role %I nosuperuser nocreaterole nocreatedb nobypassrls noinherit', rolname) as mend
         from me where rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolinherit
       union all
       select format('grant %I to %I', r, current_user) from ours where not pg_has_role(id, ${takingOn})
       union all
       select format('revoke %I from %I; grant %1$I to %2$I', r, current_user) from ours where pg_has_role(id, 'usage')
       union all
       select format('revoke %I from %I', rolname, current_user) from pg_roles
         where oid in (select relowner from pg_class where relnamespace = 'public'::regnamespace) and pg_has_role(oid, 'member')`,
      [dbRoles],
    );
    if (rows[0])
      throw new DatabaseProblem(
        `The user ${connection.user} by whom people are answered should own nothing, have no right of its own, and may take on the roles of Parvis. As an administrator of PostgreSQL: ${rows[0].mend}`,
      );
  });

/**
 * Brings a database to this version as its owner; where nobody said who that is, sees that it was. Where people are answered by
 * another user, that one is given what it needs, and refused when it may do more.
 *
 * @throws DatabaseProblem
 */
export const prepare = async ({ connection, owner }: Pick<OpenDatabase, 'connection' | 'owner'>): Promise<void> => {
  const apart = owner?.user !== connection.user;
  if (owner) await migrate(owner, { users: apart ? [connection.user] : [] });
  else await refuseUnprepared(connection);
  if (apart) await refuseWideUser(connection);
};
