import pg from 'pg';
import { dbRoles } from '../base/roles.js';
import { createRole } from './roles.js';

/** Who is who in a database that two users share. */
export interface Users {
  database: string;
  /** Owns the tables, and works for the migrations. */
  owner: string;
  /** By whom people are answered. */
  worker: string;
}

/**
 * What an administrator of PostgreSQL runs once for a database, connected to it, so that neither of its two users needs to make
 * roles. Run again it changes nothing; a later version that brings a role needs it again.
 */
export const prepareStatements = ({ database, owner, worker }: Users): string[] => {
  const [base, first, second] = [database, owner, worker].map(pg.escapeIdentifier);
  return [
    ...dbRoles.map((role) => createRole(role).trim()),
    // Before the roles are given: what is given to such a user has to be taken on.
    `alter role ${second} nosuperuser nocreatedb nocreaterole nobypassrls noinherit`,
    `grant ${dbRoles.join(', ')} to ${first}, ${second}`,
    `alter database ${base} owner to ${first}`,
    `grant connect on database ${base} to ${second}`,
    // The server's log would hold statements and what they are refused for, in which people stand.
    `alter database ${base} set log_min_error_statement = 'panic'`,
    `alter database ${base} set log_error_verbosity = 'terse'`,
    `alter database ${base} set log_parameter_max_length_on_error = 0`,
  ];
};
