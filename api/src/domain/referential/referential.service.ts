import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Competence, Level, ReceptionMode } from '../../base/codes.js';
import { EndBeforeStart, StaleRevision } from '../../base/shared.errors.js';
import type { Clock } from '../../clock.js';
import { conceptNamed, conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { rowAt, withRetriedTransaction } from '../../write/rows.js';
import { beforeDelete, beforeSave } from '../../write/rules.js';
import { type ReferentialItemKind } from './referential.codes.js';
import { Obligation, Referential, ReferentialItem } from './referential.entity.js';
import {
  InvalidItemCode,
  ItemAlreadyNamed,
  ObligationAlreadySet,
  ReferentialPublished,
  UnknownItemCode,
} from './referential.errors.js';
import { nameOfNext, orderRefusal, publicationRefusal } from './referential.rules.js';

/** What is published does not change under the hands of those who signed it: another version is prepared. */
beforeSave(Referential, ({ row, before }) => {
  if (before?.state === 'PUBLISHED') throw new ReferentialPublished(before.name);
  const { validFrom, validTo = null } = row;
  if (validTo && validTo <= validFrom) throw new EndBeforeStart(validFrom, validTo, 'validTo');
});

/** Whoever changes a part holds the draft until the change is saved, so that it is not published in between. */
const lockDraft = async (em: EntityManager, { referential }: { referential: { id: string } }): Promise<void> => {
  const draft = await em.findOneOrFail(
    Referential,
    { id: referential.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (draft.state === 'PUBLISHED') throw new ReferentialPublished(draft.name);
};

/** A draft goes with all that it holds. */
beforeDelete(Referential, async ({ em, row }) => {
  await lockDraft(em, { referential: row });
  await em.nativeDelete(ReferentialItem, { referential: row.id });
  await em.nativeDelete(Obligation, { referential: row.id });
});

/** A level asks for each kind of obligation once. */
beforeSave(Obligation, async ({ em, row }) => {
  await lockDraft(em, row);
  const { id, referential, level, kind } = row;
  const others = id ? { id: { $ne: id } } : {};
  if ((await em.count(Obligation, { referential: referential.id, level, kind, ...others })) > 0)
    throw new ObligationAlreadySet(level, kind);
});

beforeDelete(Obligation, ({ em, row }) => lockDraft(em, row));

/** The codes that rules know; missions and means are the EPCI's own. */
const closed: Partial<Record<ReferentialItemKind, readonly string[]>> = {
  LEVEL: Level,
  RECEPTION_MODE: ReceptionMode,
  COMPETENCE: Competence,
};

beforeSave(ReferentialItem, async ({ em, row }) => {
  await lockDraft(em, row);
  const { id, referential, kind, code } = row;
  const known = closed[kind];
  if (known ? !known.includes(code) : !/^\w+$/.test(code))
    throw known ? new UnknownItemCode(kind, code) : new InvalidItemCode(code);
  // What is said of a level is said of that one.
  if (kind === 'LEVEL') row.levels = Level.filter((level) => level === code);
  const others = id ? { id: { $ne: id } } : {};
  if ((await em.count(ReferentialItem, { referential: referential.id, kind, code, ...others })) > 0)
    throw new ItemAlreadyNamed(kind, code);
});

beforeDelete(ReferentialItem, ({ em, row }) => lockDraft(em, row));

const latestPublished = (em: EntityManager): Promise<Referential | null> =>
  em.findOne(Referential, { state: 'PUBLISHED' }, { orderBy: { validFrom: 'desc' } });

/**
 * Prepares a version to come: a draft with all that the latest published one holds. Several drafts may be prepared side by side.
 *
 * @param validFrom first day on which it is to hold, after that of the latest published one
 * @returns database key of the draft
 * @throws ReferentialTooEarly
 */
export const draftReferential = (em: EntityManager, caller: Caller, validFrom: string): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    await inner.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`referential ${caller.epciId}`]);
    const latest = await latestPublished(inner);
    const refusal = orderRefusal(validFrom, latest);
    if (refusal) throw refusal;
    const [last] = await inner.find(Referential, {}, { orderBy: { number: 'desc' }, limit: 1 });
    const draft = inner.create(Referential, {
      epci: inner.getReference(conceptNamed('Epci').type, caller.epciId as never),
      name: nameOfNext(latest?.name ?? 'Référentiel', validFrom),
      number: (last?.number ?? 0) + 1,
      validFrom,
      state: 'DRAFT',
      ...(latest && {
        withoutDeliberation: latest.withoutDeliberation,
        withoutSneConvention: latest.withoutSneConvention,
        etpTooLow: latest.etpTooLow,
        termTooLong: latest.termTooLong,
      }),
    } as never);
    await inner.flush();
    if (latest) await cloneParts(inner, latest.id, draft.id);
    return draft.id;
  });

/** In one statement for each, whatever their number. */
const cloneParts = async (em: EntityManager, from: string, to: string): Promise<void> => {
  await em.execute(
    `insert into referential_item (epci_id, referential_id, kind, code, levels, label, text, position)
     select epci_id, ?, kind, code, levels, label, text, position from referential_item where referential_id = ? order by id`,
    [to, from],
  );
  await em.execute(
    `insert into obligation (epci_id, referential_id, level, kind, target, planned, modes, window_months, text)
     select epci_id, ?, level, kind, target, planned, modes, window_months, text from obligation where referential_id = ? order by id`,
    [to, from],
  );
};

/**
 * Publishes a draft: from its first day on it holds instead of the one published before, whose last day is the eve. Both in one
 * transaction. Conventions keep the référentiel that they were signed under.
 *
 * @returns database key
 * @throws ReferentialPublished, ReferentialTooEarly, ReferentialLevelsUndescribed, ObligationIncoherent, StaleRevision
 */
export const publishReferential = (
  em: EntityManager,
  caller: Caller,
  clock: Clock,
  { id, revision }: { id: string; revision: number },
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    await inner.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`referential ${caller.epciId}`]);
    const draft = await rowAt<Referential>(inner, conceptOf(Referential), id, revision);
    await lockDraft(inner, { referential: draft });
    // Whoever held it until now may have changed it.
    if (draft.revision !== revision) throw new StaleRevision('Referential', []);
    const latest = await latestPublished(inner);
    const items = await inner.find(ReferentialItem, { referential: draft.id });
    const obligations = await inner.find(
      Obligation,
      { referential: draft.id },
      { orderBy: { level: 'asc', kind: 'asc' } },
    );
    const refusal =
      orderRefusal(draft.validFrom, latest) ??
      publicationRefusal(
        Level,
        items.map((item) => ({ ...item, text: item.text ?? null })),
        obligations.map(({ level, kind, target = null, planned = null, modes = null }) => ({
          level,
          kind,
          target,
          planned,
          modes,
        })),
      );
    if (refusal) throw refusal;
    if (latest && (!latest.validTo || latest.validTo > draft.validFrom)) {
      latest.validTo = draft.validFrom;
      // Written first: on each day there is one, at every moment.
      await inner.flush();
    }
    inner.assign(draft, { state: 'PUBLISHED', publishedAt: clock.now() });
    await inner.flush();
    return draft.id;
  });
