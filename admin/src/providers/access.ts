import type { AccessControlProvider } from '@refinedev/core';
import { conceptNames, conceptOf, type Role, type Verb } from '../crud/metadata';
import { isOffered, resourceOf } from '../crud/registry';

const verbs: Record<string, Verb> = {
  list: 'read',
  show: 'read',
  create: 'create',
  edit: 'update',
  delete: 'delete',
  clone: 'create',
};

/** What a role is offered, from the rights that the API declares. The API decides; this only hides what it would refuse. */
export const makeAccessControl = (role: Role): AccessControlProvider => ({
  async can({ resource, action }) {
    const concept = conceptNames.find((name) => conceptOf(name).plural === resource);
    const declared = concept && resourceOf(concept);
    const verb = verbs[action];
    return { can: declared !== undefined && verb !== undefined && isOffered(declared, verb, role) };
  },
  options: { buttons: { enableAccessControl: true, hideIfUnauthorized: true } },
});
