import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { addDays } from '../../base/days.rules.js';
import { accepted } from '../../base/refusal.js';
import { StaleRevision, TextTooLong, UnknownId } from '../../base/shared.errors.js';
import { conceptOf } from '../../concept/meta.js';
import { withMotive } from '../../history/index.js';
import type { Caller } from '../../identity/access/caller.js';
import { keyOf, tidyLine } from '../../write/input.js';
import { withRetriedTransaction } from '../../write/rows.js';
import { checkGuichet, type Guichet } from '../guichet/index.js';
import { settlementRefusal } from './amend.rules.js';
import type { ConventionTransition } from './convention.codes.js';
import {
  bindsUntil,
  type GuichetAfter,
  type Neighbours,
  rolesFrom,
  type TransitionInput,
  transition,
  type VersionFacts,
} from './convention.rules.js';
import { ConventionVersion } from './convention-version.entity.js';
import { checkGuichetOpen, lifeOf, lockGuichet } from './drafts.js';
import { versionFactsOf } from './version-facts.js';

/** The version as it stands now, held until the end of the transaction; undefined when the caller may not change it. */
export const lockVersion = (em: EntityManager, key: string): Promise<ConventionVersion | null> =>
  em.findOne(ConventionVersion, { id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** The facts that the rules judge a saved version by: those of the read road. */
export const factsOf = async (em: EntityManager, key: string): Promise<VersionFacts> => {
  const { rows } = await versionFactsOf(key).execute(em.getKysely());
  const [found] = rows as { facts: VersionFacts }[];
  if (!found) throw new UnknownId('ConventionVersion', 'id');
  return found.facts;
};

interface Around extends Neighbours {
  readonly formerVersion: ConventionVersion | null;
  readonly shortenedVersion: ConventionVersion | null;
}

/**
 * What binds the guichet beside a version: an avenant takes over from the version of its convention that binds on its first day,
 * and a signed one has ended that version's term on its eve.
 */
const neighboursOf = async (em: EntityManager, guichet: Guichet, version: ConventionVersion): Promise<Around> => {
  const binding = await em.find(
    ConventionVersion,
    { guichet: guichet.id, id: { $ne: version.id }, state: { $in: ['SIGNED', 'TERMINATED'] } },
    { populate: ['convention'], orderBy: { startsOn: 'asc' } },
  );
  const former = binding.find(
    ({ convention, state, startsOn, endsOn }) =>
      convention.id === version.convention.id &&
      state === 'SIGNED' &&
      startsOn < version.startsOn &&
      version.startsOn <= endsOn,
  );
  const shortened = binding.find(
    ({ convention, signedEndsOn, endsOn }) =>
      convention.id === version.convention.id && signedEndsOn && endsOn === addDays(version.startsOn, -1),
  );
  const termOf = (one: ConventionVersion) => ({
    number: one.convention.getEntity().number,
    startsOn: one.startsOn,
    endsOn: bindsUntil({ endsOn: one.endsOn, terminatedOn: one.terminatedOn ?? null }),
  });
  return {
    formerVersion: former ?? null,
    former: former ? termOf(former) : null,
    shortenedVersion: shortened ?? null,
    shortened: shortened ? { ...termOf(shortened), endsOn: shortened.signedEndsOn ?? null } : null,
    amends: version.rank > 1 ? (await version.convention.loadOrFail()).number : null,
    otherTerms: binding.filter((one) => one !== former && one !== shortened).map(termOf),
  };
};

const textMax = 5000;
const partyMax = 200;
const checkTexts = ({ signatories }: TransitionInput, motive: string): void => {
  if (motive.length > textMax) throw new TextTooLong(motive.length, textMax, 'motive');
  for (const text of (signatories ?? []).flatMap(({ party, name, quality }) => [party, name, quality ?? '']))
    if (text.length > partyMax) throw new TextTooLong(text.length, partyMax, 'signatories');
};

/** Names are printed in documents, which hold no control characters. */
const tidySignatories = (signatories: TransitionInput['signatories']) =>
  signatories?.map(({ party, name, quality, ...one }) => ({
    ...one,
    party: tidyLine(party),
    name: tidyLine(name),
    ...(quality == null ? {} : { quality: tidyLine(quality) }),
  }));

/** Writes what the guichet becomes, by the rules of a guichet. */
const settleGuichet = async (
  em: EntityManager,
  caller: Caller,
  guichet: Guichet,
  { level, registers, closedOn }: GuichetAfter,
): Promise<void> => {
  const before = { ...guichet };
  em.assign(guichet, { levelAgreed: level ?? null, registers, ...(closedOn ? { closedOn } : {}) });
  await checkGuichet({ em, caller, row: guichet, before });
  await em.flush();
};

interface Target {
  readonly id: string;
  readonly revision: number;
}

/** What else belongs to a move, in its transaction: when it fails, nothing moved. */
export type WithMove = (em: EntityManager, key: string) => Promise<void>;

/**
 * Moves a version along the table of transitions: state and what goes with it, in one transaction. Signing an avenant ends
 * the term of the version that it changes on its eve, and withdrawing it gives that term back; a termination that does not
 * wait for its day says what becomes of the guichet. A correction takes away the answer "nothing to change".
 *
 * @returns database key of the version
 * @throws Refusal: the state, the role, what is missing, the dates, an overlap; StaleRevision when the content changed
 *   since the caller read it. A second click meets the state that the first one made, and says so.
 */
export const moveConvention = (
  em: EntityManager,
  caller: Caller,
  { id, revision }: Target,
  name: ConventionTransition,
  given: TransitionInput = {},
  motive = '',
  withMove?: WithMove,
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const input = { ...given, signatories: tidySignatories(given.signatories) };
    const key = keyOf(conceptOf(ConventionVersion), id, 'id');
    const seen = await inner.findOne(ConventionVersion, { id: key });
    if (!seen || caller.role === 'ANONYMOUS') throw new UnknownId('ConventionVersion', 'id');
    // Agents cannot lock a guichet (its row policies) and never move a binding version: the version's own lock suffices.
    const guichet =
      caller.role === 'EPCI_STAFF' ? await lockGuichet(inner, seen.guichet.id) : await seen.guichet.loadOrFail();
    const version = (await lockVersion(inner, key)) ?? seen;
    if (version.revision !== revision && rolesFrom(name, version.state).length > 0)
      throw new StaleRevision('ConventionVersion', []);
    checkTexts(input, motive);
    const { formerVersion, shortenedVersion, ...around } = await neighboursOf(inner, guichet, version);
    const { state, changes, formerEndsOn } = accepted(
      transition({ ...(await factsOf(inner, key)), ...around }, name, caller.role, input, caller.today),
    );
    if (state === 'SIGNED') checkGuichetOpen(guichet, version);
    if (motive.trim()) await withMotive(inner, motive.trim());
    // First, so that the two never bind on one day.
    if (formerVersion && formerEndsOn) {
      inner.assign(formerVersion, { endsOn: formerEndsOn, signedEndsOn: formerVersion.endsOn });
      await inner.flush();
    }
    const settled = state === 'TERMINATED' && input.guichet ? { guichetSettledOn: caller.today } : {};
    const read = state === 'CORRECTION' ? { reviewedAt: null, reviewedByName: null } : {};
    inner.assign(version, { ...changes, ...settled, ...read, state } as never);
    await inner.flush();
    if (name === 'WITHDRAW' && shortenedVersion?.signedEndsOn) {
      inner.assign(shortenedVersion, { endsOn: shortenedVersion.signedEndsOn, signedEndsOn: null });
      checkGuichetOpen(guichet, shortenedVersion);
      await inner.flush();
    }
    if (state === 'TERMINATED' && input.guichet) await settleGuichet(inner, caller, guichet, input.guichet);
    await withMove?.(inner, key);
    return key;
  });

/**
 * Says what becomes of a guichet whose convention came to its end without a successor.
 *
 * @returns database key of the version
 * @throws Refusal: it still binds, another one follows, it was said already
 */
export const settleConvention = (
  em: EntityManager,
  caller: Caller,
  { id, revision }: Target,
  after: GuichetAfter,
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const key = keyOf(conceptOf(ConventionVersion), id, 'id');
    const seen = await inner.findOne(ConventionVersion, { id: key });
    if (!seen) throw new UnknownId('ConventionVersion', 'id');
    const guichet = await lockGuichet(inner, seen.guichet.id);
    const version = (await lockVersion(inner, key)) ?? seen;
    if (version.revision !== revision) throw new StaleRevision('ConventionVersion', []);
    const life = await lifeOf(inner, version.convention.id);
    const facts = life.versions.find((one) => one.id === key);
    if (!facts) throw new UnknownId('ConventionVersion', 'id');
    const refusal = settlementRefusal(life, facts, caller.today);
    if (refusal) throw refusal;
    inner.assign(version, { guichetSettledOn: caller.today });
    await inner.flush();
    await settleGuichet(inner, caller, guichet, after);
    return key;
  });
