import type { EntityManager } from '@mikro-orm/postgresql';
import { accepted } from '../../base/refusal.js';
import { UnknownId } from '../../base/shared.errors.js';
import { conceptNamed, conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { findVisible, keyOf } from '../../write/input.js';
import { withRetriedTransaction } from '../../write/rows.js';
import { knownMissions } from '../referential/index.js';
import { amendment, type LifeVersion, renewal } from './amend.rules.js';
import { Convention } from './convention.entity.js';
import { ConventionVersion } from './convention-version.entity.js';
import { addDraft, contentOf, currentReferential, lifeOf, lockGuichet } from './drafts.js';
import { proposedNumbers } from './proposed-numbers.js';

/** A convention, its guichet held until the end of the transaction, with all that decides what follows on it. */
const lockConvention = async (em: EntityManager, id: string) => {
  const convention = await em.findOne(Convention, { id: keyOf(conceptOf(Convention), id, 'id') });
  if (!convention) throw new UnknownId('Convention', 'id');
  const guichet = await lockGuichet(em, convention.guichet.id);
  return { convention, guichet, facts: await lifeOf(em, convention.id) };
};

/** The version whose content is taken over, as it stands now. */
const sourceOf = (em: EntityManager, { id }: LifeVersion): Promise<ConventionVersion> =>
  em.findOneOrFail(ConventionVersion, { id }, { refresh: true });

/**
 * Begins an avenant: a draft with the content of the version last signed, to take over on `startsOn`.
 *
 * @param id of the convention
 * @returns database key of the draft
 * @throws Refusal: one is being prepared, nothing is in force or to come, a day outside the term
 */
export const amendConvention = (
  em: EntityManager,
  caller: Caller,
  { id, startsOn }: { id: string; startsOn: string },
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const { guichet, facts } = await lockConvention(inner, id);
    const source = await sourceOf(inner, accepted(amendment(facts, startsOn, caller.today)));
    const rank = Math.max(...facts.versions.map((one) => one.rank)) + 1;
    return (await addDraft(inner, guichet, { ...contentOf(source), convention: source.convention, startsOn, rank })).id;
  });

/**
 * Begins the convention that follows on one: a number of its own, the content last signed, under the référentiel of today. Its
 * deliberation is a new one.
 *
 * @param id of the convention that it follows
 * @returns database key of the new convention
 * @throws Refusal: it was never signed, it still binds on `startsOn`, another is being prepared for these days
 */
export const renewConvention = (
  em: EntityManager,
  caller: Caller,
  { id, startsOn, endsOn }: { id: string; startsOn: string; endsOn: string },
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const { convention: renews, guichet, facts } = await lockConvention(inner, id);
    const source = await sourceOf(inner, accepted(renewal(facts, { startsOn, endsOn })));
    const [number] = await proposedNumbers(inner, caller, 1);
    const convention = inner.create(Convention, { epci: guichet.epci, guichet, number, renews } as never);
    await inner.flush();
    const referential = (await findVisible(
      inner,
      conceptNamed('Referential'),
      await currentReferential(inner, caller),
    )) as { id: string };
    const content = contentOf(source);
    await addDraft(inner, guichet, {
      ...content,
      missions: await knownMissions(inner, referential, content.missions),
      ...{ deliberationAssembly: null, deliberationOn: null, deliberationNumber: null },
      ...({ convention, referential } as never as Partial<ConventionVersion>),
      ...{ startsOn, endsOn, rank: 1 },
    });
    return convention.id;
  });
