import type { EntityManager } from '@mikro-orm/postgresql';
import type { DbRole } from '../base/roles.js';

/** The one database role that reads mails, and that queues their sending. */
const outboxRole = 'parvis_outbox' satisfies DbRole;

/** Runs the outbox's own work in one transaction, under its role. */
export const inOutbox = <T>(system: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> =>
  system.fork({ session: { role: outboxRole } }).transactional(work);

/**
 * Takes on the outbox's role for a moment, within somebody's transaction, so that a change and the mail that tells of it
 * both happen or neither.
 *
 * @param back the role that the transaction runs under
 */
export const asOutbox = async <T>(em: EntityManager, back: DbRole, work: () => Promise<T>): Promise<T> => {
  await em.execute(`set local role ${outboxRole}`);
  const result = await work();
  await em.execute(`set local role ${back}`);
  return result;
};
