import type { EntityManager } from '@mikro-orm/postgresql';
import type { Side } from '../../base/codes.js';
import { NotAllowed, StaleRevision, TextTooLong, UnknownId, ValueMissing } from '../../base/shared.errors.js';
import { conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { nameOfCaller } from '../../identity/access/callers.js';
import { dataOf, keyOf, tidyText } from '../../write/input.js';
import { rowAt, withRetriedTransaction } from '../../write/rows.js';
import { ConventionNotInReview, DeliberationInFuture, SneConventionInFuture } from './convention.errors.js';
import { ConventionComment } from './convention-comment.entity.js';
import { ConventionVersion } from './convention-version.entity.js';
import { factsOf, lockVersion } from './move.service.js';
import { commentRefusal, readingRefusal, recordRefusal, reviewRefusal, sideOf } from './review.rules.js';
import { contentNames } from './version-facts.js';

const sideOfCaller = ({ role }: Caller): Side => {
  const side = sideOf(role);
  if (!side) throw new NotAllowed();
  return side;
};

/** A version that the caller takes part in, held until the end of the transaction. */
const versionUnderReview = async (em: EntityManager, key: string): Promise<ConventionVersion> => {
  const seen = await em.findOne(ConventionVersion, { id: key });
  if (!seen) throw new UnknownId('ConventionVersion', 'id');
  return (await lockVersion(em, key)) ?? seen;
};

/** A remark of the guichet takes back its answer that there is nothing to change. */
const takeReadingBack = async (em: EntityManager, version: ConventionVersion, side: Side): Promise<void> => {
  if (side !== 'GUICHET' || !version.reviewedAt) return;
  em.assign(version, { reviewedAt: null, reviewedByName: null });
  await em.flush();
};

/**
 * Opens a comment on a field of a version, in the name of the caller's side. The same words by the same person, still open, are
 * the same comment: on a phone that lost the answer, one presses again.
 *
 * @returns database key of the comment
 * @throws Refusal: a state that is not for comments, no such field
 */
export const commentConvention = (
  em: EntityManager,
  caller: Caller,
  { id, field, text }: { id: string; field: string; text: string },
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const side = sideOfCaller(caller);
    const version = await versionUnderReview(inner, keyOf(conceptOf(ConventionVersion), id, 'id'));
    const refusal = commentRefusal(version.state, side, field, contentNames());
    if (refusal) throw refusal;
    const data = await dataOf(inner, conceptOf(ConventionComment), { versionId: id, field, text }, 'create');
    const { epci, guichet } = version;
    const authorName = await nameOfCaller(inner, caller);
    const { field: on, text: said } = data as { field: string; text: string };
    const same = await inner.findOne(ConventionComment, {
      version,
      field: on,
      text: said,
      side,
      authorName,
      state: 'OPEN',
    });
    if (same) return same.id;
    await takeReadingBack(inner, version, side);
    const comment = inner.create(ConventionComment, { ...data, epci, guichet, side, authorName } as never);
    await inner.flush();
    return (comment as ConventionComment).id;
  });

/** A comment at the revision that the caller saw, of a version that is still under review. */
const commentAt = async (
  em: EntityManager,
  caller: Caller,
  { id, revision }: { id: string; revision: number },
): Promise<{ comment: ConventionComment; version: ConventionVersion; side: Side }> => {
  const side = sideOfCaller(caller);
  const seen = await em.findOne(ConventionComment, { id: keyOf(conceptOf(ConventionComment), id, 'id') });
  if (!seen) throw new UnknownId('ConventionComment', 'id');
  const version = await versionUnderReview(em, seen.version.id);
  const refusal = reviewRefusal(version.state, side);
  if (refusal) throw refusal;
  return { comment: await rowAt<ConventionComment>(em, conceptOf(ConventionComment), id, revision), version, side };
};

const answerMax = 2000;

/**
 * Says that a comment is dealt with, and how.
 *
 * @returns database key of the comment
 */
export const resolveComment = (
  em: EntityManager,
  caller: Caller,
  { answer, ...target }: { id: string; revision: number; answer: string | null | undefined },
  now: Date,
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const { comment } = await commentAt(inner, caller, target);
    const said = (answer && tidyText(answer)) || null;
    if (said && said.length > answerMax) throw new TextTooLong(said.length, answerMax, 'answer');
    inner.assign(comment, {
      state: 'RESOLVED',
      answer: said,
      resolvedByName: await nameOfCaller(inner, caller),
      resolvedAt: now,
    });
    await inner.flush();
    return comment.id;
  });

/** Opens a comment again: what was answered stays to be read. @returns its database key */
export const reopenComment = (
  em: EntityManager,
  caller: Caller,
  target: { id: string; revision: number },
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const { comment, version, side } = await commentAt(inner, caller, target);
    await takeReadingBack(inner, version, side);
    inner.assign(comment, { state: 'OPEN', resolvedByName: null, resolvedAt: null });
    await inner.flush();
    return comment.id;
  });

interface Target {
  readonly id: string;
  readonly revision: number;
}

/**
 * Records that a reviewer of the guichet read the version and has nothing to change. Idempotent.
 *
 * @returns database key of the version
 * @throws Refusal: it is not in review, something waits for an answer; StaleRevision: it changed since it was read
 */
export const confirmReading = (
  em: EntityManager,
  caller: Caller,
  { id, revision }: Target,
  now: Date,
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const version = await versionUnderReview(inner, keyOf(conceptOf(ConventionVersion), id, 'id'));
    const { state, reviewedAt } = version;
    if (reviewedAt && state === 'IN_REVIEW') return version.id;
    const { openComments } = await factsOf(inner, version.id);
    const refusal = readingRefusal({ state, openComments });
    if (refusal) throw refusal;
    if (version.revision !== revision) throw new StaleRevision('ConventionVersion', []);
    inner.assign(version, { reviewedAt: now, reviewedByName: await nameOfCaller(inner, caller) });
    await inner.flush();
    return version.id;
  });

/**
 * Takes that answer back while nothing else came of it: the version is still in review.
 *
 * @returns database key of the version
 */
export const withdrawReading = (em: EntityManager, { id, revision }: Target): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const version = await versionUnderReview(inner, keyOf(conceptOf(ConventionVersion), id, 'id'));
    if (version.state !== 'IN_REVIEW') throw new ConventionNotInReview(version.state);
    if (!version.reviewedAt) return version.id;
    if (version.revision !== revision) throw new StaleRevision('ConventionVersion', []);
    await takeReadingBack(inner, version, 'GUICHET');
    return version.id;
  });

const record = (em: EntityManager, { id, revision }: Target, values: Partial<ConventionVersion>): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const version = await versionUnderReview(inner, keyOf(conceptOf(ConventionVersion), id, 'id'));
    const refusal = recordRefusal(version.state);
    if (refusal) throw refusal;
    if (version.revision !== revision) throw new StaleRevision('ConventionVersion', []);
    // The texts are checked as those of any input.
    const data = await dataOf(inner, conceptOf(ConventionVersion), values as Record<string, unknown>, 'update');
    inner.assign(version, data as never);
    await inner.flush();
    return version.id;
  });

/** Notes the deliberation by which the guichet's assembly allows the convention: it often votes once the text is settled. */
export const recordDeliberation = async (
  em: EntityManager,
  caller: Caller,
  {
    assembly,
    on,
    number,
    ...target
  }: { id: string; revision: number; assembly: string; on: string; number: string | null | undefined },
): Promise<string> => {
  if (assembly.trim() === '') throw new ValueMissing('assembly');
  if (on > caller.today) throw new DeliberationInFuture(on);
  return record(em, target, {
    deliberationAssembly: assembly,
    deliberationOn: on,
    deliberationNumber: number ?? null,
  });
};

/** Notes the day on which the guichet signed its convention with the préfet. */
export const recordSneConvention = async (
  em: EntityManager,
  caller: Caller,
  { signedOn, ...target }: { id: string; revision: number; signedOn: string },
): Promise<string> => {
  if (signedOn > caller.today) throw new SneConventionInFuture(signedOn);
  return record(em, target, { sneSignedOn: signedOn });
};
