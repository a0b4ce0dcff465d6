import { describe, expect, it } from 'vitest';
import {
  type Change,
  countsOf,
  type Draft,
  draftReducer,
  emptyDraft,
  linesBefore,
  linesToSend,
  matches,
  othersOf,
  overtaken,
  type Person,
  peopleOf,
  type Sheet,
} from './model';

type Line = NonNullable<Person['attendance']>;

const person = (agentId: string, attendance: Partial<Line> | null = null): Person => ({
  agentId,
  firstName: 'Élodie',
  lastName: `Nom-${agentId}`,
  jobTitle: null,
  organisationName: 'Commune de Voiron',
  attendance: attendance && {
    id: `line-${agentId}`,
    revision: 1,
    state: 'INVITED',
    mode: null,
    signedAt: null,
    signedBy: null,
    contributed: false,
    confirmation: null,
    ...attendance,
  },
});

const sheetOf = (agents: Person[], others: Person[] = []): Sheet => ({
  meeting: {
    id: 'm',
    revision: 1,
    kind: 'TECHNICAL',
    title: 'Réunion',
    heldOn: '2026-03-12',
    startTime: '14:00',
    endTime: '16:00',
    place: 'Voiron',
    videoLink: null,
    organiser: null,
    organiserName: null,
    agenda: null,
    cancellationMotive: null,
    declaredBy: null,
    levels: ['INFO'],
    state: 'OPEN',
    outside: false,
  },
  guichets: [
    { guichetId: 'g', guichetName: 'Mairie de Voiron', communeName: 'Voiron', level: 'INFO', agents },
    { guichetId: 'h', guichetName: 'CCAS', communeName: 'Coublevie', level: 'SUIVI', agents: agents.slice(0, 1) },
  ],
  others,
});

const draftAfter = (...changes: Change[]): Draft => changes.reduce(draftReducer, emptyDraft);
const present = (...people: Person[]): Change => ({
  type: 'set',
  people,
  change: { state: 'PRESENT' },
  mode: 'ON_SITE',
});

describe('the unsaved sheet', () => {
  it('counts an agent of two guichets once', () => {
    const sheet = sheetOf([person('a'), person('b')]);
    expect(peopleOf(sheet).map(({ agentId }) => agentId)).toEqual(['a', 'b']);
    expect(countsOf(peopleOf(sheet), draftAfter(present(person('a'))))).toMatchObject({ present: 1, silent: 1 });
  });

  it('sends only the lines that changed, present people in the usual way', () => {
    const [a, b] = [person('a'), person('b', { state: 'EXCUSED' })];
    const draft = draftAfter(present(a));
    expect(linesToSend(sheetOf([a, b]), draft)).toEqual([
      { agentId: 'a', state: 'PRESENT', mode: 'ON_SITE', contributed: false },
    ]);
  });

  it('has nothing to send once a change is taken back', () => {
    const a = person('a');
    const draft = draftAfter(present(a), {
      type: 'set',
      people: [a],
      change: { state: 'INVITED' },
      mode: 'ON_SITE',
    });
    expect(draft.edits.size).toBe(0);
    expect(linesToSend(sheetOf([a]), draft)).toEqual([]);
  });

  it('keeps the mode that was chosen, and forgets it with the presence', () => {
    const a = person('a');
    const remote: Change = { type: 'set', people: [a], change: { mode: 'REMOTE', contributed: true }, mode: 'ON_SITE' };
    expect(draftAfter(present(a), remote, present(a)).edits.get('a')?.entry).toEqual({
      state: 'PRESENT',
      mode: 'REMOTE',
      contributed: true,
    });
    const excused: Change = { type: 'set', people: [a], change: { state: 'EXCUSED' }, mode: 'ON_SITE' };
    expect(draftAfter(present(a), remote, excused).edits.get('a')?.entry).toEqual({
      state: 'EXCUSED',
      mode: null,
      contributed: false,
    });
  });

  it('sends the former states to undo a save', () => {
    const b = person('b', { state: 'PRESENT', mode: 'REMOTE' });
    const sheet = sheetOf([person('a'), b]);
    const sent = linesToSend(
      sheet,
      draftAfter(present(person('a')), { type: 'set', people: [b], change: { state: 'ABSENT' }, mode: 'ON_SITE' }),
    );
    expect(linesBefore(sheet, sent)).toEqual([
      { agentId: 'a', state: 'INVITED', mode: null, contributed: false },
      { agentId: 'b', state: 'PRESENT', mode: 'REMOTE', contributed: false },
    ]);
  });

  it('adds someone unexpected, until the server knows them', () => {
    const c = person('c');
    const add: Change = { type: 'add', person: c, entry: { state: 'PRESENT', mode: 'ON_SITE', contributed: false } };
    const draft = draftAfter(add);
    expect(othersOf(sheetOf([person('a')]), draft)).toEqual([c]);
    expect(linesToSend(sheetOf([person('a')]), draft)).toHaveLength(1);
    const known = sheetOf([person('a')], [person('c', { state: 'PRESENT', mode: 'ON_SITE' })]);
    expect(othersOf(known, draft)).toHaveLength(1);
    expect(linesToSend(known, draft)).toEqual([]);
    expect(draftAfter(add, { type: 'restore', agentIds: ['c'] })).toEqual(emptyDraft);
  });
});

describe('when somebody else is quicker', () => {
  const a = person('a');
  const absent: Change = { type: 'set', people: [a], change: { state: 'ABSENT' }, mode: 'ON_SITE' };
  const signed = person('a', { state: 'PRESENT', mode: 'ON_SITE', signedBy: 'SELF' });

  it('keeps what was entered and names who signed meanwhile', () => {
    const draft = draftAfter(absent);
    expect(overtaken(sheetOf([a]), draft)).toEqual([]);
    expect(overtaken(sheetOf([signed]), draft)).toEqual([signed]);
    expect(linesToSend(sheetOf([signed]), draft)).toHaveLength(1);
  });
  it('says nothing when both say the same', () => {
    expect(overtaken(sheetOf([signed]), draftAfter(present(a)))).toEqual([]);
    expect(linesToSend(sheetOf([signed]), draftAfter(present(a)))).toEqual([]);
  });
  it('asks once: pressed again, the entry stands', () => {
    const draft = draftAfter(absent, { type: 'seen', people: [signed] });
    expect(overtaken(sheetOf([signed]), draft)).toEqual([]);
    expect(linesToSend(sheetOf([signed]), draft)).toMatchObject([{ agentId: 'a', state: 'ABSENT' }]);
  });
});

describe('a declaration that waits', () => {
  it('is no presence yet', () => {
    const waiting = person('a', { state: 'PRESENT', signedBy: 'DECLARATION', confirmation: 'PENDING' });
    expect(countsOf([waiting], emptyDraft)).toMatchObject({ present: 0, pending: 1 });
  });
});

describe('finding a person', () => {
  it('ignores accents and case, and knows their guichet', () => {
    const [guichet] = sheetOf([]).guichets;
    expect(matches('elodie', person('a'))).toBe(true);
    expect(matches('NOM mairie', person('a'), guichet)).toBe(true);
    expect(matches('rives', person('a'), guichet)).toBe(false);
  });
});
