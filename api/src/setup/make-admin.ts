import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.js';
import { Account } from '../identity/account/account.entity.js';
import { AccountMustBeReopened } from '../identity/account/account.errors.js';
import { accountEmail, accountName } from '../identity/account/account-values.js';
import { hasPassword } from '../identity/sign-in/credentials.js';
import { issueLink, linkLifetimes } from '../identity/sign-in/link-tokens.js';

export interface AdminMade {
  email: string;
  /** Whether the account is new: an existing one keeps its role. */
  created: boolean;
  /** Of the link by which its owner chooses a password. */
  secret: string;
  expiresAt: Date;
}

/**
 * An administrator's account with its invitation, or a new link for an account that is there. As the owner of the database.
 *
 * @throws InvalidEmail, AccountMustBeReopened
 */
export const makeAdmin = (
  system: EntityManager,
  clock: Clock,
  given: { email: string; displayName?: string | undefined },
): Promise<AdminMade> => {
  const email = accountEmail(given.email);
  return system.fork().transactional(async (em) => {
    // The administrator's of that address before what else the person may be.
    const all = await em.find(Account, { email }, { orderBy: { id: 'asc' } });
    const known = all.find(({ role }) => role === 'ADMIN') ?? all[0];
    if (known?.endedAt) throw new AccountMustBeReopened();
    const account =
      known ??
      em.create(Account, { email, displayName: accountName(given.displayName, email), role: 'ADMIN' } as never);
    await em.flush();
    const purpose = known && (await hasPassword(em, known.id)) ? 'RESET' : 'INVITATION';
    const now = clock.now();
    const secret = await issueLink(em, account.id, purpose, now);
    return { email, created: !known, secret, expiresAt: new Date(now.getTime() + linkLifetimes[purpose]) };
  });
};
