import type { Client } from 'pg';
import { type DbRole, dbRoles, personOf } from '../base/roles.js';
import { type ConceptMeta, columnOf, isStored, mayRead } from '../concept/meta.js';
import { historyGrants } from '../history/triggers.js';
import { routineGrants } from './routines.js';

/** SQL that makes a role unless it is there: who may not make any needs no right to where all are. */
export const createRole = (role: DbRole): string => `
  do $$ begin
    if to_regrole('${role}') is null then create role ${role} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;

/** SQL: how `pg_has_role` is asked whether a user may take on a role. From 16 on whoever made one is a member of it who may not. */
export const takingOn = `case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end`;

/**
 * Creates the database roles that are missing and lets users take them on. Roles are cluster-wide: another database, or another
 * process at this moment, may have made them already.
 *
 * @param users besides the connecting one
 */
export async function ensureRoles(client: Client, users: readonly string[] = []): Promise<void> {
  await client.query(dbRoles.map(createRole).join(';'));
  const { rows } = await client.query<{ give: string }>(
    `select format('grant %I to %I', r, u) as give from unnest($1::text[]) r, unnest($2::text[] || current_user::text) u
     where not pg_has_role(u, r, ${takingOn})`,
    [dbRoles, users],
  );
  for (const { give } of rows) await client.query(give);
}

/**
 * The schema of the queue of jobs, which that makes and upgrades itself, under the one role that owns it. What an earlier version
 * made there belonged to the user who migrated.
 */
export const queueStatements = [
  `do $$ begin
    if to_regnamespace('pgboss') is null then create schema pgboss authorization parvis_jobs; end if;
  end $$`,
  `do $$ declare one text; begin
    for one in
      select 'schema pgboss' from pg_namespace where nspname = 'pgboss' and nspowner <> 'parvis_jobs'::regrole
      union all
      select 'table ' || oid::regclass from pg_class
        where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p') and relowner <> 'parvis_jobs'::regrole
      union all
      select 'routine ' || oid::regprocedure from pg_proc where pronamespace = 'pgboss'::regnamespace and proowner <> 'parvis_jobs'::regrole
      union all
      select 'type ' || oid::regtype from pg_type
        where typnamespace = 'pgboss'::regnamespace and typtype = 'e' and typowner <> 'parvis_jobs'::regrole
    loop
      execute format('alter %s owner to parvis_jobs', one);
    end loop;
  end $$`,
  // Who looks whether there is anything in it: nobody may do so but its owner, who need not be the one that migrates.
  'set local role parvis_jobs',
  'grant usage on schema pgboss to parvis_outbox',
  'reset role',
];

/** Sign-in's own: tables that are no concepts, and the columns of them that change. */
const signInStatements = [
  'grant select, insert, update (password_hash, changed_at), delete on credential to parvis_sign_in',
  'grant select, insert, update (credential_id, used_at), delete on credential_account to parvis_sign_in',
  'grant select, insert, update (seen_at, expires_at), delete on session to parvis_sign_in',
  'grant select, insert, update (expires_at, used_at, mailed_to), delete on token to parvis_sign_in',
  'grant select, insert, update (seen_at), delete on known_device to parvis_sign_in',
  'grant select, insert, update (points, expire), delete on attempt to parvis_sign_in',
];

/** Contents of files, the outbox, the keys of requests: tables that are no concepts either. */
const otherStatements = [
  'grant select, insert on file_chunk to parvis_staff',
  'grant select on file_chunk to parvis_agent, parvis_analyst, parvis_national',
  'grant select, insert, update on mail to parvis_outbox',
  'grant select (id, account_id, kind, status, problem, created_at, sent_at) on mail to parvis_admin, parvis_staff',
  'grant select, insert, update on notice_watermark to parvis_outbox',
  'grant select, insert, update (at, row_key) on request_key to parvis_admin, parvis_staff, parvis_agent',
  'grant select (at), delete on request_key to parvis_sign_in',
];

/**
 * Statements that give each role exactly what the declarations open: columns to read, rows to write. A column that a role
 * may not read is not granted, so that neither a filter nor a sort can guess it; a function is for the roles that call it.
 */
export function grantStatements(concepts: ConceptMeta[]): string[] {
  const roles = dbRoles.join(', ');
  const statements = [
    `revoke all on all tables in schema public from public, ${roles}`,
    'revoke all on all sequences in schema public from public',
    `revoke all on all functions in schema public from public, ${roles}`,
    // Nobody makes tables: a temporary one would stand before ours for whoever looks without a search path of its own.
    `revoke create on schema public from public, ${roles}`,
    `do $$ begin execute format('revoke temporary on database %I from public, ${roles}', current_database()); end $$`,
    `grant usage on schema public to ${roles}`,
    `grant usage on all sequences in schema public to ${roles}`,
  ];
  for (const concept of concepts)
    for (const [role, rights] of Object.entries(concept.access)) {
      const reader = personOf[role as DbRole];
      const columns = [...concept.fields.values()]
        .filter((field) => isStored(field) && (!reader || mayRead(field, reader)))
        .map((field) => `"${columnOf(field)}"`);
      if (rights.read) statements.push(`grant select (${columns.join(', ')}) on "${concept.table}" to ${role}`);
      for (const [right, verb] of [
        ['create', 'insert'],
        ['update', 'update'],
        ['delete', 'delete'],
      ] as const)
        if (rights[right]) statements.push(`grant ${verb} on "${concept.table}" to ${role}`);
    }
  return [...statements, ...signInStatements, ...otherStatements, ...routineGrants(), ...historyGrants(concepts)];
}
