import type { Role } from './codes.js';

/**
 * Database roles: cluster-wide, created idempotently, without login; every statement of a caller runs under one of them, and that of
 * the queue of jobs under the last, which owns the queue's own schema and reads nothing else.
 */
export const dbRoles = [
  'parvis_admin',
  'parvis_staff',
  'parvis_agent',
  'parvis_analyst',
  'parvis_national',
  'parvis_anonymous',
  'parvis_sign_in',
  'parvis_outbox',
  'parvis_erasure',
  'parvis_jobs',
] as const;
export type DbRole = (typeof dbRoles)[number];

/** Whose database role it is, for those of signed-in people. */
export const personOf: Partial<Record<DbRole, Role>> = {
  parvis_admin: 'ADMIN',
  parvis_staff: 'EPCI_STAFF',
  parvis_agent: 'AGENT',
  parvis_analyst: 'ANALYST',
  parvis_national: 'ANALYST',
};

/** The database role of a signed-in person: analysts of named EPCIs and of all have one each, so that policies keep their indexes. */
export const dbRoleOf = (role: Role, national: boolean): DbRole => {
  const roles: Record<Role, DbRole> = {
    ADMIN: 'parvis_admin',
    EPCI_STAFF: 'parvis_staff',
    AGENT: 'parvis_agent',
    ANALYST: national ? 'parvis_national' : 'parvis_analyst',
  };
  return roles[role];
};
