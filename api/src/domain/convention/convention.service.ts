import type { EntityManager } from '@mikro-orm/postgresql';
import { StaleRevision, UnknownId } from '../../base/shared.errors.js';
import { encodeId } from '../../concept/id.js';
import { conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { dataOf, findVisible, type Input, keyOf } from '../../write/input.js';
import { withRetriedTransaction } from '../../write/rows.js';
import { beforeSave } from '../../write/rules.js';
import { Guichet } from '../guichet/index.js';
import { Convention } from './convention.entity.js';
import { ConventionHasHistory, ConventionNumberFixed } from './convention.errors.js';
import { ConventionVersion } from './convention-version.entity.js';
import { addDraft, checkContent, currentReferential, lockGuichet, plainContent } from './drafts.js';
import { factsOf } from './move.service.js';
import { proposedNumbers } from './proposed-numbers.js';
import { changedFields, lockRefusal } from './review.rules.js';
import { contentNames } from './version-facts.js';

/**
 * Begins a convention: its identity and its first version, a draft, in one transaction.
 *
 * @param input `guichetId`, `number` (proposed when absent), and the content of the first version
 * @returns database key of the convention
 * @throws Refusal: unknown guichet or one that is closed, a term too long, a convention of the guichet already in preparation
 */
export const createConvention = (em: EntityManager, caller: Caller, input: Input): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const { guichetId, number, ...content } = input;
    const reference = (await findVisible(inner, conceptOf(Guichet), String(guichetId), 'guichetId')) as Guichet;
    const guichet = await lockGuichet(inner, reference.id);
    const identity = await dataOf(
      inner,
      conceptOf(Convention),
      { guichetId, number: number || (await proposedNumbers(inner, caller, 1))[0] },
      'create',
    );
    const convention = inner.create(Convention, { ...identity, epci: guichet.epci } as never);
    await inner.flush();
    const given = {
      ...content,
      referentialId: content.referentialId ?? (await currentReferential(inner, caller)),
      conventionId: encodeId('Convention', convention.id),
    };
    const data = await dataOf(inner, conceptOf(ConventionVersion), given, 'create');
    await addDraft(inner, guichet, { ...data, rank: 1 });
    return convention.id;
  });

/** The content changes while and where it is unlocked, and keeps to its rules. */
beforeSave(ConventionVersion, async ({ em, caller, row, before }) => {
  if (before) {
    const changed = changedFields(plainContent(before), plainContent(row)).map(({ field }) => field);
    const { openComments } = await factsOf(em, row.id);
    const refusal = lockRefusal({ state: before.state, openComments }, caller.role, changed, contentNames());
    if (refusal) throw refusal;
  }
  await checkContent(em, await em.findOneOrFail(Guichet, { id: row.guichet.id }), row);
});

/** A number that was signed is on paper: it stays. */
beforeSave(Convention, async ({ em, row, before }) => {
  if (!before || before.number === row.number) return;
  const signed = await em.count(ConventionVersion, { convention: row.id, state: { $in: ['SIGNED', 'TERMINATED'] } });
  if (signed > 0) throw new ConventionNumberFixed(before.number);
});

/** Removes a convention that never left its first draft, with that draft; any other is cancelled or terminated, and kept. */
export const deleteConvention = (
  em: EntityManager,
  { id, revision }: { id: string; revision: number },
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const convention = await inner.findOne(Convention, { id: keyOf(conceptOf(Convention), id, 'id') });
    if (!convention) throw new UnknownId('Convention', 'id');
    await lockGuichet(inner, convention.guichet.id);
    if (convention.revision !== revision) throw new StaleRevision('Convention', []);
    const versions = await inner.find(ConventionVersion, { convention: convention.id });
    if (versions.some(({ state }) => state !== 'DRAFT')) throw new ConventionHasHistory(convention.number);
    for (const version of versions) inner.remove(version);
    await inner.flush();
    inner.remove(convention);
    await inner.flush();
    return id;
  });
