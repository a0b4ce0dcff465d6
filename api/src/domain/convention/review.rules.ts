import type { Role, Side } from '../../base/codes.js';
import type { Refusal } from '../../base/refusal.js';
import type { ConventionState, ReadingAct } from './convention.codes.js';
import {
  CommentOnNoField,
  ConventionFieldLocked,
  ConventionNotCommentable,
  ConventionNotEditable,
  ConventionNotInReview,
  DeliberationNotRecordable,
  ReadingWithComments,
} from './convention.errors.js';
import { inPreparation } from './term.rules.js';

/** What the lock of a version depends on. */
export interface LockFacts {
  readonly state: ConventionState;
  /** Fields with an open comment. */
  readonly openComments: readonly string[];
}

/** Who may read what is being prepared, and so take part; AGENT: those whom the guichet names for its review. */
const sideOfRole: Readonly<Partial<Record<Role, Side>>> = { EPCI_STAFF: 'EPCI', AGENT: 'GUICHET' };

/** The side on which a role stands; none for those who only read. */
export function sideOf(role: Role | 'ANONYMOUS'): Side | null {
  return role === 'ANONYMOUS' ? null : (sideOfRole[role] ?? null);
}

/**
 * The fields of the content that the caller may change now: all in draft, for EPCI staff, who prepare it; those with an open
 * comment in correction, for both sides.
 *
 * @param content names of the fields of the content
 */
export function unlockedFields(
  { state, openComments }: LockFacts,
  role: Role | 'ANONYMOUS',
  content: readonly string[],
): string[] {
  if (state === 'DRAFT') return role === 'EPCI_STAFF' ? [...content] : [];
  if (state !== 'CORRECTION' || sideOf(role) === null) return [];
  return content.filter((field) => openComments.includes(field));
}

/** May these fields change? Names the first that is locked. */
export function lockRefusal(
  version: LockFacts,
  role: Role | 'ANONYMOUS',
  changed: readonly string[],
  content: readonly string[],
): Refusal | null {
  if (version.state !== 'DRAFT' && version.state !== 'CORRECTION') return new ConventionNotEditable(version.state);
  const unlocked = unlockedFields(version, role, content);
  const locked = changed.find((field) => !unlocked.includes(field));
  return locked === undefined ? null : new ConventionFieldLocked(locked);
}

/** The states in which each side comments; EPCI staff also note what is seen at the moment of signing. */
const commentable: Readonly<Record<Side, readonly ConventionState[]>> = {
  EPCI: ['IN_REVIEW', 'CORRECTION', 'TO_SIGN'],
  GUICHET: ['IN_REVIEW', 'CORRECTION'],
};

/** May this side open, resolve or reopen a comment now? */
export function reviewRefusal(state: ConventionState, side: Side): Refusal | null {
  return commentable[side].includes(state) ? null : new ConventionNotCommentable(state);
}

/** May this side comment on that field now? */
export function commentRefusal(
  state: ConventionState,
  side: Side,
  field: string,
  content: readonly string[],
): Refusal | null {
  return reviewRefusal(state, side) ?? (content.includes(field) ? null : new CommentOnNoField(field));
}

/** What "nothing to change" depends on: said by the guichet's side of what it was given to read, until a correction begins. */
export interface ReadingFacts extends LockFacts {
  readonly reviewedAt: string | null;
}

/** May the guichet's side say now that there is nothing to change? */
export function readingRefusal({ state, openComments }: LockFacts): Refusal | null {
  if (state !== 'IN_REVIEW') return new ConventionNotInReview(state);
  return openComments.length > 0 ? new ReadingWithComments() : null;
}

/** What the caller can do of that answer: give it, or take it back while nothing else came of it. */
export function readingActs(version: ReadingFacts, role: Role | 'ANONYMOUS'): ReadingAct[] {
  if (role !== 'AGENT' || version.state !== 'IN_REVIEW') return [];
  if (version.reviewedAt !== null) return ['WITHDRAW'];
  return readingRefusal(version) ? [] : ['CONFIRM'];
}

/** May the deliberation, or the convention with the préfet, be recorded by itself? Until the signature. */
export function recordRefusal(state: ConventionState): Refusal | null {
  return inPreparation(state) ? null : new DeliberationNotRecordable(state);
}

/** A field whose value an avenant changed. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields in which two contents differ, in the order of the first; keys of objects are compared in any order. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return Object.keys(before)
    .filter((field) => canonical(before[field]) !== canonical(after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
