import type {
  AttendanceMode,
  AttendanceState,
  SheetPersonFragment,
  StaffMeetingQuery,
} from '../../../generated/graphql';

export type Sheet = StaffMeetingQuery['meetingSheet'];
export type SheetGuichet = Sheet['guichets'][number];
export type Person = SheetPersonFragment;

/** What staff may write of a line. */
export interface Entry {
  state: AttendanceState;
  mode: AttendanceMode | null;
  contributed: boolean;
}

/** A change that is not saved yet, and what the line held when it was made. */
export interface Edit {
  entry: Entry;
  base: Entry;
  /** What the server held later, and one was told of. */
  seen?: Entry;
}

/** Unsaved work on a sheet: it lives beside what the server says, so that reading again loses nothing of it. */
export interface Draft {
  edits: ReadonlyMap<string, Edit>;
  /** People who were not expected and are not on the server's sheet yet. */
  added: readonly Person[];
}

export const emptyDraft: Draft = { edits: new Map(), added: [] };

const nothing: Entry = { state: 'INVITED', mode: null, contributed: false };

/** What the server holds of a line; a person without one is expected. */
export function storedOf({ attendance }: Person): Entry {
  if (!attendance) return nothing;
  const { state, mode, contributed, confirmation } = attendance;
  // What was declared and refused never counts, whatever the line said.
  if (state === 'PRESENT' && confirmation === 'REFUSED') return { ...nothing, state: 'ABSENT' };
  return { state, mode: mode ?? null, contributed };
}

const same = (one: Entry, other: Entry): boolean =>
  one.state === other.state && one.mode === other.mode && one.contributed === other.contributed;

export const entryOf = (person: Person, draft: Draft): Entry =>
  draft.edits.get(person.agentId)?.entry ?? storedOf(person);

/** Declared afterwards, and waiting for staff: decided on its own, never by the sheet. */
export const isPending = ({ attendance }: Person): boolean => attendance?.confirmation === 'PENDING';
/** The agent signed: "expected" never takes that back, only another answer does. */
export const hasSigned = ({ attendance }: Person): boolean =>
  attendance?.state === 'PRESENT' && (attendance.signedBy === 'SELF' || attendance.signedBy === 'QR');
/** Neither seen nor excused: closing the sheet makes it an absence. */
export const isOpen = ({ state }: Entry): boolean => state === 'INVITED' || state === 'REGISTERED';

/** Everyone of the sheet once, though an agent of two guichets stands under both. */
export function peopleOf(sheet: Sheet, draft: Draft = emptyDraft): Person[] {
  const known = [...sheet.guichets.flatMap(({ agents }) => agents), ...sheet.others];
  const people = new Map([...draft.added, ...known].map((person) => [person.agentId, person]));
  return [...new Set([...known, ...draft.added].map(({ agentId }) => agentId))].flatMap((id) => people.get(id) ?? []);
}

/** People on the sheet who were not expected: those the server knows, then those just added. */
export function othersOf(sheet: Sheet, draft: Draft): Person[] {
  const known = new Set(peopleOf(sheet).map(({ agentId }) => agentId));
  return [...sheet.others, ...draft.added.filter(({ agentId }) => !known.has(agentId))];
}

export type Change =
  | { type: 'set'; people: readonly Person[]; change: Partial<Entry>; mode: AttendanceMode }
  | { type: 'restore'; agentIds: readonly string[] }
  | { type: 'add'; person: Person; entry: Entry }
  | { type: 'seen'; people: readonly Person[] }
  | { type: 'clear' };

/** Only who is present is somewhere, and contributes. */
function changed(entry: Entry, change: Partial<Entry>, usualMode: AttendanceMode): Entry {
  const next = { ...entry, ...change };
  if (next.state !== 'PRESENT') return { ...next, mode: null, contributed: false };
  return entry.state === 'PRESENT' ? next : { ...next, mode: change.mode ?? usualMode };
}

export function draftReducer(draft: Draft, action: Change): Draft {
  const edits = new Map(draft.edits);
  switch (action.type) {
    case 'set':
      for (const person of action.people) {
        const stored = storedOf(person);
        const before = edits.get(person.agentId);
        const entry = changed(before?.entry ?? stored, action.change, action.mode);
        if (same(entry, stored) && !isAdded(draft, person)) edits.delete(person.agentId);
        else edits.set(person.agentId, { base: stored, ...before, entry });
      }
      return { ...draft, edits };
    case 'restore':
      for (const agentId of action.agentIds) edits.delete(agentId);
      return { edits, added: draft.added.filter(({ agentId }) => !action.agentIds.includes(agentId)) };
    case 'add':
      edits.set(action.person.agentId, { entry: action.entry, base: storedOf(action.person) });
      return { edits, added: [...draft.added, action.person] };
    case 'seen':
      for (const person of action.people) {
        const edit = edits.get(person.agentId);
        if (edit) edits.set(person.agentId, { ...edit, seen: storedOf(person) });
      }
      return { ...draft, edits };
    case 'clear':
      return emptyDraft;
  }
}

const isAdded = (draft: Draft, { agentId }: Person): boolean => draft.added.some((one) => one.agentId === agentId);

export interface SentLine extends Entry {
  agentId: string;
}

/** The lines to send: those changed, and only where the server does not hold the same already. */
export function linesToSend(sheet: Sheet, draft: Draft): SentLine[] {
  return peopleOf(sheet, draft).flatMap((person) => {
    const edit = draft.edits.get(person.agentId);
    if (!edit || (person.attendance && same(edit.entry, storedOf(person)))) return [];
    return [{ agentId: person.agentId, ...edit.entry }];
  });
}

/** What the server held of the lines that are about to be sent: sending it again undoes. */
export function linesBefore(sheet: Sheet, sent: readonly SentLine[]): SentLine[] {
  const stored = new Map(peopleOf(sheet).map((person) => [person.agentId, storedOf(person)]));
  return sent.map(({ agentId }) => ({ agentId, ...(stored.get(agentId) ?? nothing) }));
}

/** Whether the server has got another answer for the person since this one was entered. */
export function contradicted(person: Person, { base, entry }: Edit): boolean {
  const { state } = storedOf(person);
  return base.state !== state && entry.state !== state;
}

/** People whose line somebody else changed while it was being changed here, and not to the same. */
export function overtaken(sheet: Sheet, draft: Draft): Person[] {
  return peopleOf(sheet, draft).filter((person) => {
    const edit = draft.edits.get(person.agentId);
    const stored = storedOf(person);
    return edit !== undefined && !same(edit.seen ?? edit.base, stored) && !same(edit.entry, stored);
  });
}

export interface Counts {
  present: number;
  excused: number;
  absent: number;
  coming: number;
  silent: number;
  pending: number;
}

/** What the sheet says now, saved or not. A declaration that waits is no presence yet. */
export function countsOf(people: readonly Person[], draft: Draft): Counts {
  const counts: Counts = { present: 0, excused: 0, absent: 0, coming: 0, silent: 0, pending: 0 };
  const names = {
    PRESENT: 'present',
    EXCUSED: 'excused',
    ABSENT: 'absent',
    REGISTERED: 'coming',
    INVITED: 'silent',
  } as const;
  for (const person of people) {
    if (isPending(person)) counts.pending++;
    else counts[names[entryOf(person, draft).state]]++;
  }
  return counts;
}

const flat = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whether a person, or the guichet they stand under, is meant by what was typed. */
export function matches(typed: string, person: Person, guichet?: SheetGuichet): boolean {
  const { firstName, lastName, organisationName } = person;
  const text = flat([firstName, lastName, organisationName, guichet?.guichetName, guichet?.communeName].join(' '));
  return flat(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
