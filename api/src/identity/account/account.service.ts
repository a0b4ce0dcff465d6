import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale, Role } from '../../base/codes.js';
import { InvalidId, NotAllowed, UnknownId, ValueMissing } from '../../base/shared.errors.js';
import type { Clock } from '../../clock.js';
import type { Ref } from '../../concept/decorators.js';
import { conceptNamed, conceptOf } from '../../concept/meta.js';
import { Agent, AgentEnded } from '../../domain/agent/index.js';
import type { Post } from '../../mail/post.js';
import { dataOf, findVisible, keyOf } from '../../write/input.js';
import { updateRow } from '../../write/rows.js';
import { type BeforeDelete, beforeDelete, beforeSave } from '../../write/rules.js';
import { type Caller, sessionOf } from '../access/caller.js';
import { asSignIn } from '../access/sign-in-role.js';
import { hasPassword, takePassword } from '../sign-in/credentials.js';
import { type Demo, isReservedAddress } from '../sign-in/demo.js';
import { issueLink, linkLifetimes } from '../sign-in/link-tokens.js';
import { mailLink, tellFormerAddress } from '../sign-in/links.service.js';
import type { TokenPurpose } from '../sign-in/token.codes.js';
import { Account, AnalystScope } from './account.entity.js';
import {
  AccountAlreadyExists,
  AccountMustBeReopened,
  AccountNeedsAgent,
  AccountNeedsEpci,
  AddressIsTheirs,
  AgentNotForThisRole,
  CannotEndOwnAccount,
  RealAddressInDemo,
} from './account.errors.js';
import { accountEmail } from './account-values.js';
import { closeAccess } from './departure.js';

/** What a change of accounts needs of its request. */
export interface Asked {
  em: EntityManager;
  caller: Caller;
  clock: Clock;
  post: Post;
  demo: Demo;
  /** Where people reach the application, without a final slash. */
  publicUrl: string;
}
/** What a change needs that sends nothing. */
type Changed = Pick<Asked, 'em' | 'caller' | 'clock'>;

export interface Invitation {
  /** Agents may have none: they enter by a link that is handed to them. */
  email?: string | null;
  displayName: string;
  role: Role;
  /** Opaque ids. */
  agentId?: string | null;
  epciId?: string | null;
  national?: boolean | null;
  locale?: Locale | null;
}

/** An account, by its key, and the secret of the link that opens it. */
export interface Invited {
  key: string;
  secret: string;
  expiresAt: Date;
  /** Whether a mail brings it to its owner; else whoever asked hands it over. */
  mailed: boolean;
}

/** Whether an account reads other EPCIs than the caller's. Under sign-in's role: staff see nobody's scopes. */
const readsElsewhere = async (em: EntityManager, { epciId }: Caller, key: string): Promise<boolean> =>
  (await em.count(AnalystScope, { account: key, epci: { $ne: epciId } } as never)) > 0;

/**
 * Makes a link, queues the mail that brings it and says how long it works. Under sign-in's role. Whoever makes a link could use it:
 * staff make none for who reads more than their EPCI.
 *
 * @throws NotAllowed
 */
const makeLink = async (
  em: EntityManager,
  { caller, clock, post, publicUrl }: Pick<Asked, 'caller' | 'clock' | 'post' | 'publicUrl'>,
  key: string,
  purpose: TokenPurpose,
): Promise<Invited> => {
  if (caller.role !== 'ADMIN' && (await readsElsewhere(em, caller, key))) throw new NotAllowed();
  const now = clock.now();
  const secret = await issueLink(em, key, purpose, now);
  const mailed = await mailLink(em, post, { accountId: key, by: caller.accountId, purpose, secret, publicUrl, now });
  return { key, secret, expiresAt: new Date(now.getTime() + linkLifetimes[purpose]), mailed };
};

/** Nobody enters who has left. @throws AgentEnded */
const refuseDeparted = async (em: EntityManager, { id }: Ref<Agent>, { today }: Caller): Promise<void> => {
  const { firstName, lastName, endedOn } = await em.findOneOrFail(Agent, { id });
  if (endedOn && endedOn <= today) throw new AgentEnded(`${firstName} ${lastName}`, endedOn);
};

/** The EPCI that an account is for: staff invite to their own, administrators name it; analysts of several have scopes instead. */
const epciOf = (caller: Caller, { role, epciId, national }: Invitation): string | undefined => {
  const named = epciId ? keyOf(conceptNamed('Epci'), epciId, 'epciId') : undefined;
  if (caller.role === 'EPCI_STAFF') {
    if (role === 'ADMIN' || national) throw new NotAllowed();
    if (named && named !== caller.epciId) throw new UnknownId('Epci', 'epciId');
    return caller.epciId;
  }
  if (role === 'ADMIN' || (role === 'ANALYST' && national)) return undefined;
  if (!named && role !== 'ANALYST') throw new AccountNeedsEpci();
  return named;
};

/** An address as an account takes it. @throws InvalidEmail, RealAddressInDemo, TextTooLong */
const addressFor = async ({ demo }: Pick<Asked, 'demo'>, given: string): Promise<string> => {
  const email = accountEmail(given);
  if (!isReservedAddress(email) && (await demo.isOpen())) throw new RealAddressInDemo();
  return email;
};

/**
 * Opens an account and makes the link by which its owner chooses a password. Staff invite staff, agents and analysts of
 * their EPCI; administrators anyone.
 *
 * An account of the same address in another EPCI changes nothing here, and nobody is told of it.
 *
 * @throws AccountAlreadyExists, AccountNeedsEpci, AccountNeedsAgent, AgentEnded, AgentNotForThisRole,
 * InvalidEmail, NotAllowed, RealAddressInDemo, UnknownId, ValueMissing
 */
export const inviteAccount = async (asked: Asked, invitation: Invitation): Promise<Invited> => {
  const { em, caller } = asked;
  const { role } = invitation;
  const given = invitation.email?.trim();
  if (role !== 'AGENT' && !given) throw new ValueMissing('email');
  if (role !== 'AGENT' && invitation.agentId) throw new AgentNotForThisRole();
  const email = given ? await addressFor(asked, given) : null;
  const epciKey = epciOf(caller, invitation);
  if (role === 'AGENT' && !invitation.agentId) throw new AccountNeedsAgent();
  // An administrator sees no agents: for theirs they act as the EPCI's staff would, under the same policies.
  const acting: Caller =
    caller.role === 'ADMIN' && role === 'AGENT' ? { ...caller, dbRole: 'parvis_staff', epciId: epciKey } : caller;
  const acts = acting === caller ? em : em.fork({ session: sessionOf(acting) });
  try {
    return await acts.transactional(async (inner) => {
      const concept = conceptOf(Account);
      const data = await dataOf(
        inner,
        concept,
        { displayName: invitation.displayName, locale: invitation.locale },
        'create',
      );
      const epciConcept = conceptNamed('Epci');
      if (epciKey && !(await inner.findOne(epciConcept.type, { id: epciKey } as never)))
        throw new UnknownId('Epci', 'epciId');
      const agent =
        role === 'AGENT' ? await findVisible(inner, conceptNamed('Agent'), invitation.agentId ?? '', 'agentId') : null;
      if (agent) await refuseDeparted(inner, agent as Ref<Agent>, acting);
      const account = inner.create(Account, {
        ...data,
        email,
        role,
        epci: epciKey ? inner.getReference(epciConcept.type, epciKey as never) : null,
        agent,
        national: role === 'ANALYST' && Boolean(invitation.national),
      } as never);
      await inner.flush();
      return await asSignIn(inner, acting, () => makeLink(inner, asked, account.id, 'INVITATION'));
    });
  } catch (error) {
    throw alreadyExists(error, email ?? invitation.displayName);
  }
};

/** The refusal of a second account of one person; any other error as it came. */
const alreadyExists = (error: unknown, who: string): unknown =>
  error instanceof UniqueConstraintViolationException ? new AccountAlreadyExists(who) : error;

/**
 * Makes a new link for an account: to choose another password, or the first one when the invitation was never used. The
 * former password and sessions hold until the link is used.
 *
 * @throws UnknownId, AccountMustBeReopened, NotAllowed
 */
export const resetAccount = async (asked: Asked, id: string): Promise<Invited> => {
  const { em, caller } = asked;
  const key = keyOf(conceptOf(Account), id, 'id');
  return em.transactional(async (inner) => {
    const account = await inner.findOne(Account, { id: key });
    // An analyst's or an agent's own row is theirs to see, not to manage: the operation is closed to them.
    if (!account) throw new UnknownId('Account', 'id');
    if (account.endedAt) throw new AccountMustBeReopened();
    return asSignIn(inner, caller, async () => {
      const purpose = (await hasPassword(inner, key)) ? 'RESET' : 'INVITATION';
      return makeLink(inner, asked, key, purpose);
    });
  });
};

/**
 * An account is about to read more, or less: whoever holds a link to it, has it open or chose its password, from when it read
 * something else, proves its address anew. A rule of every write of scopes.
 */
const closeBeforeScope: BeforeDelete<AnalystScope> = ({ em, caller, row }) =>
  asSignIn(em, caller, () => proveAnew(em, row.account.id));
beforeSave(AnalystScope, closeBeforeScope);
beforeDelete(AnalystScope, closeBeforeScope);

/** Nothing opens an account any more but a link that is made from now on. Under sign-in's role. */
const proveAnew = async (em: EntityManager, accountId: string): Promise<void> => {
  await closeAccess(em, [accountId]);
  await takePassword(em, accountId);
};

interface Versioned {
  id: string;
  revision: number;
}

/**
 * Gives an account another address. What opened it opens it no more: a link goes to the new address, and a word to the former one.
 * What a colleague has opened is theirs: only an administrator gives it another address. Accounts of the person elsewhere stay as
 * they are.
 *
 * @param email null for an agent who has none
 * @throws AccountAlreadyExists, AccountMustBeReopened, AddressIsTheirs, InvalidEmail, NotAllowed, RealAddressInDemo, StaleRevision,
 * UnknownId, ValueMissing
 */
export const changeAccountEmail = async (
  asked: Asked,
  { id, revision, email: given }: Versioned & { email: string | null | undefined },
): Promise<Invited> => {
  const { em, caller } = asked;
  const typed = given?.trim() ?? '';
  const email = typed ? await addressFor(asked, typed) : null;
  let invited: Invited | undefined;
  try {
    await updateRow<Account>(
      em,
      caller,
      conceptOf(Account),
      { id, revision, input: {} },
      async ({ em: inner, row }) => {
        if (row.endedAt) throw new AccountMustBeReopened();
        if (!email && row.role !== 'AGENT') throw new ValueMissing('email');
        const former = row.email ?? null;
        await asSignIn(inner, caller, async () => {
          const theirs = row.role !== 'AGENT' && caller.role !== 'ADMIN' && (await hasPassword(inner, row.id));
          if (theirs) throw new AddressIsTheirs();
        });
        row.email = email;
        row.updatedAt = asked.clock.now();
        await inner.flush();
        await asSignIn(inner, caller, async () => {
          await proveAnew(inner, row.id);
          if (former)
            await tellFormerAddress(inner, asked.post, {
              accountId: row.id,
              by: caller.accountId,
              to: former,
              now: asked.clock.now(),
            });
          invited = await makeLink(inner, asked, row.id, 'INVITATION');
        });
      },
    );
  } catch (error) {
    throw alreadyExists(error, typed);
  }
  if (!invited) throw new UnknownId('Account', 'id');
  return invited;
};

/** Ends an account's access: signed out everywhere, and its links work no more. @throws CannotEndOwnAccount, UnknownId, StaleRevision */
export const endAccount = async ({ em, caller, clock }: Changed, { id, revision }: Versioned): Promise<string> => {
  const concept = conceptOf(Account);
  if (keyOf(concept, id, 'id') === caller.accountId) throw new CannotEndOwnAccount();
  return updateRow<Account>(em, caller, concept, { id, revision, input: {} }, async ({ em: inner, row }) => {
    if (row.endedAt) return;
    row.endedAt = clock.now();
    row.updatedAt = clock.now();
    await inner.flush();
    await asSignIn(inner, caller, async () => {
      await closeAccess(inner, [row.id]);
    });
  });
};

/** Opens an ended account again; its password still holds. @throws UnknownId, StaleRevision, AgentEnded */
export const reopenAccount = async ({ em, caller, clock }: Changed, { id, revision }: Versioned): Promise<string> =>
  updateRow<Account>(em, caller, conceptOf(Account), { id, revision, input: {} }, async ({ em: inner, row }) => {
    if (!row.endedAt) return;
    // An administrator sees no agents: whose day has come does not enter for all that.
    if (row.agent && caller.role !== 'ADMIN') await refuseDeparted(inner, row.agent, caller);
    row.endedAt = null;
    row.updatedAt = clock.now();
  });

/** The language of one's own account. @returns its key */
export const setMyLocale = async ({ em, caller }: Pick<Asked, 'em' | 'caller'>, locale: Locale): Promise<string> => {
  if (!caller.accountId) throw new InvalidId('Account');
  await em.transactional((inner) => inner.execute('select set_own_locale(?)', [locale]));
  return caller.accountId;
};

/** Whether one gets a mail of what waits, a day at most. @returns the own account's key */
export const setMyDigest = async ({ em, caller }: Pick<Asked, 'em' | 'caller'>, on: boolean): Promise<string> => {
  if (!caller.accountId) throw new InvalidId('Account');
  await em.transactional((inner) => inner.execute('select set_own_digest(?)', [on]));
  return caller.accountId;
};
