import type { Role, Side } from '../base/codes.js';
import { type DbRole, personOf } from '../base/roles.js';
import { encodeId } from '../concept/id.js';
import { type ConceptMeta, columnOf, type FieldMeta, fieldOf, isStored, targetOf } from '../concept/meta.js';
import { rolesWith } from '../graphql/access.js';
import type { Caller } from '../identity/access/caller.js';
import { isReadable } from '../read/scope.js';
import { isWritten } from '../write/input.js';
import type { ChangeAction } from './history.codes.js';

/** A row by column, as PostgreSQL writes it in JSON. */
export type Recorded = Readonly<Record<string, unknown>>;

/** A change as `history.sql.ts` gives it: rows without the columns that the caller may not read. */
export interface RawChange {
  id: string;
  at: string;
  action: ChangeAction;
  concept: string;
  rowKey: string;
  title: string | null;
  actorName: string | null;
  actorRole: DbRole | 'none';
  motive: string | null;
  undoes: string | null;
  before: Recorded | null;
  after: Recorded | null;
  erased: string[] | null;
  /** Columns that the caller may not read changed too. */
  concealed: boolean;
  /** The row as it is last recorded; null once it is deleted. */
  current: Recorded | null;
  /** Revision of the row, if it is there and the caller sees it. */
  revision: number | null;
  /** What tells which fields of the row can be changed now (`ConceptMeta.unlocked`); null where nothing locks them. */
  lockFacts: unknown;
  /** Column of a relation → names of what it pointed to, before and after. */
  titles: Record<string, [before: string | null, after: string | null]>;
}

export interface Difference {
  field: string;
  before: unknown;
  after: unknown;
  beforeTitle: string | null;
  afterTitle: string | null;
  erased: boolean;
}

const technical: readonly string[] = ['id', 'revision', 'createdAt', 'updatedAt', 'epci'];

/** The fields whose changes the caller is told of, in the order of the declaration. */
export const visibleFields = (concept: ConceptMeta, caller: Caller): FieldMeta[] =>
  [...concept.fields.values()].filter(
    (field) => isStored(field) && !technical.includes(field.name) && isReadable(field, caller),
  );

/** A recorded value as the API gives it. */
export const apiValue = (field: FieldMeta, value: unknown): unknown => {
  if (value === null || value === undefined) return null;
  switch (field.kind) {
    case 'one':
      return encodeId(targetOf(field).name, String(value));
    case 'time':
      return String(value).slice(0, 5);
    case 'datetime':
      return new Date(String(value)).toISOString();
    default:
      return value;
  }
};

/** Both come from jsonb, which keeps keys in one order and numbers in one form. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const valueIn = (row: Recorded | null, field: FieldMeta): unknown => row?.[columnOf(field)] ?? null;

const changedFields = (concept: ConceptMeta, caller: Caller, change: RawChange): FieldMeta[] =>
  change.action === 'BASELINE'
    ? []
    : visibleFields(concept, caller).filter(
        (field) =>
          !same(valueIn(change.before, field), valueIn(change.after, field)) ||
          change.erased?.includes(columnOf(field)),
      );

/** What a change did, field by field; nothing where history begins. */
export const differencesOf = (concept: ConceptMeta, caller: Caller, change: RawChange): Difference[] =>
  changedFields(concept, caller, change).map((field) => {
    const [beforeTitle, afterTitle] = change.titles[columnOf(field)] ?? [null, null];
    return {
      field: field.name,
      before: apiValue(field, valueIn(change.before, field)),
      after: apiValue(field, valueIn(change.after, field)),
      beforeTitle,
      afterTitle,
      erased: change.erased?.includes(columnOf(field)) ?? false,
    };
  });

/** Whether a plain write of the caller takes the change back, and if not, why. LOCKED: not in the state that the row is in. */
export type Undoing = 'UNDOABLE' | 'MOVED_ON' | 'LOCKED' | 'NEVER';

/** Are all these fields of the row open to the caller now? Where the concept has no such rule: yes. */
const areUnlocked = (concept: ConceptMeta, caller: Caller, { lockFacts }: RawChange, fields: FieldMeta[]): boolean => {
  const derive = concept.unlocked && fieldOf(concept, concept.unlocked).derive;
  if (!derive || lockFacts === null) return true;
  const unlocked = derive(lockFacts as never, caller.role, caller.today) as string[];
  return fields.every(({ name }) => unlocked.includes(name));
};

const mayWrite = (concept: ConceptMeta, caller: Caller, verb: 'update' | 'delete'): boolean =>
  concept.crud[verb] === true && rolesWith(concept, verb).some((role) => role === caller.role);

/**
 * Can the caller take the change back? An update, when their plain write of the concept writes all that it changed; an
 * addition by a person, when they may delete. Not once what it put there has changed again.
 */
export const undoingOf = (concept: ConceptMeta, caller: Caller, change: RawChange): Undoing => {
  const { action, after, current } = change;
  if (action === 'CREATED') {
    // What no person added is where things began.
    if (change.actorRole === 'none' || !mayWrite(concept, caller, 'delete')) return 'NEVER';
    return current &&
      visibleFields(concept, caller).every((field) => same(valueIn(after, field), valueIn(current, field)))
      ? 'UNDOABLE'
      : 'MOVED_ON';
  }
  const changed = changedFields(concept, caller, change);
  const writable =
    action === 'UPDATED' &&
    changed.length > 0 &&
    !change.concealed &&
    !change.erased &&
    mayWrite(concept, caller, 'update') &&
    changed.every((field) => isWritten(field, 'update'));
  if (!writable) return 'NEVER';
  if (!current || !changed.every((field) => same(valueIn(after, field), valueIn(current, field)))) return 'MOVED_ON';
  return areUnlocked(concept, caller, change, changed) ? 'UNDOABLE' : 'LOCKED';
};

const sideOf: Partial<Record<Role, Side>> = { EPCI_STAFF: 'EPCI', AGENT: 'GUICHET' };

/** The change as callers see it. */
export const changeOf = (concept: ConceptMeta, caller: Caller, raw: RawChange) => {
  const { id, at, action, title, actorName, motive, undoes } = raw;
  const role = raw.actorRole === 'none' ? undefined : personOf[raw.actorRole];
  return {
    id: encodeId('Change', id),
    at,
    action,
    concept: concept.name,
    rowId: encodeId(concept.name, raw.rowKey),
    title,
    actorName,
    actorRole: role ?? null,
    side: (role && sideOf[role]) ?? null,
    motive,
    undoes,
    undoable: undoingOf(concept, caller, raw) === 'UNDOABLE',
    fields: differencesOf(concept, caller, raw),
  };
};
