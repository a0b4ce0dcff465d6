import type { AuthCheckerFn } from 'type-graphql';
import type { Role } from '../base/codes.js';
import { type DbRole, personOf } from '../base/roles.js';
import { NotAllowed, NotSignedIn } from '../base/shared.errors.js';
import type { ConceptMeta, Rights } from '../concept/meta.js';
import type { Context } from './context.js';

/** The roles for which a concept's policies open a right: an operation is as open as its rows are. */
export const rolesWith = (concept: ConceptMeta, right: keyof Rights): Role[] => [
  ...new Set(
    Object.entries(concept.access).flatMap(([dbRole, rights]) => {
      const role = personOf[dbRole as DbRole];
      return rights[right] && role ? [role] : [];
    }),
  ),
];

/** Refuses the callers that an operation does not name; a signed-out one is told to sign in. */
export const checkRole: AuthCheckerFn<Context> = ({ context: { caller } }, roles) => {
  if (caller.role !== 'ANONYMOUS' && roles.includes(caller.role)) return true;
  throw caller.role === 'ANONYMOUS' ? new NotSignedIn() : new NotAllowed();
};
