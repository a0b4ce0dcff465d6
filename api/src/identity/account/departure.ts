import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Caller } from '../access/caller.js';
import { asSignIn } from '../access/sign-in-role.js';
import { forgetDevicesOf } from '../sign-in/devices.js';
import { voidLinksOf } from '../sign-in/link-tokens.js';
import { endSessionsOf } from '../sign-in/sessions.service.js';

/** Ends what accounts have open: sessions, links and known browsers. Under sign-in's role. */
export const closeAccess = async (em: EntityManager, accountIds: readonly string[]): Promise<void> => {
  await endSessionsOf(em, accountIds);
  await forgetDevicesOf(em, accountIds);
  await voidLinksOf(em, accountIds);
};

/** Ends the access of an agent who has left, within the change that says so. */
export const endAccessOfAgent = async (em: EntityManager, caller: Caller, agentId: string): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    update account set ended_at = now(), updated_at = now(), revision = revision + 1
    where agent_id = ${agentId}::bigint and ended_at is null returning id::text`.execute(em.getKysely());
  await asSignIn(em, caller, () =>
    closeAccess(
      em,
      rows.map(({ id }) => id),
    ),
  );
};
