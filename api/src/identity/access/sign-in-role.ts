import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from './caller.js';

/** The one database role that reads secrets, and can do nothing else. */
export const signInRole = 'parvis_sign_in';

/** Runs sign-in's own work in one transaction, under the database role that may touch secrets. */
export const signingIn = <T>(system: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> =>
  system.fork({ session: { role: signInRole } }).transactional(work);

/**
 * For the few changes of a caller that reach secrets (a new link, an end of access): takes on sign-in's role for a moment,
 * within the caller's transaction, so that both happen or neither.
 */
export const asSignIn = async <T>(em: EntityManager, { dbRole }: Caller, work: () => Promise<T>): Promise<T> => {
  await em.execute(`set local role ${signInRole}`);
  const result = await work();
  await em.execute(`set local role ${dbRole}`);
  return result;
};
