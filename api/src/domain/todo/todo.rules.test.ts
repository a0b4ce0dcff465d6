import { describe, expect, it } from 'vitest';
import { type JudgementFacts, type MeetingFacts, type ToDoFacts, toDoOf, type VersionFacts } from './todo.rules.js';

const today = '2026-03-12';
let made = 0;
const aVersion = (given: Partial<VersionFacts> = {}): VersionFacts => {
  made += 1;
  return {
    id: `${made}`,
    conventionId: `c${made}`,
    number: `PV-${made}`,
    rank: 1,
    state: 'SIGNED',
    startsOn: '2023-01-01',
    lastDay: '2026-04-30',
    registers: false,
    deliberationOn: null,
    organisationKind: 'COMMUNE',
    guichetId: `g${made}`,
    guichetName: `Mairie ${made}`,
    guichetClosedOn: null,
    guichetSettledOn: null,
    reviewed: false,
    answered: false,
    changedOn: '2026-03-10',
    openFromEpci: 0,
    openFromGuichet: 0,
    ...given,
  };
};
const aDraft = (given: Partial<VersionFacts> = {}) =>
  aVersion({ state: 'DRAFT', startsOn: '2026-05-01', lastDay: '2032-04-30', ...given });
const facts = (given: Partial<ToDoFacts>): ToDoFacts => ({
  alertMonths: 6,
  versions: [],
  meetings: [],
  declarations: [],
  judgements: [],
  ...given,
});
const staff = (...versions: VersionFacts[]) => toDoOf(facts({ versions }), 'EPCI_STAFF', today);
const agent = (...versions: VersionFacts[]) => toDoOf(facts({ versions }), 'AGENT', today);
const kinds = (items: ReturnType<typeof staff>) => items.map(({ kind }) => kind);

describe('conventions that end', () => {
  it('are told twelve months before at least, and earlier when the EPCI asks for it', () => {
    const versions = [aVersion({ lastDay: '2027-03-12' }), aVersion({ lastDay: '2027-03-13' })];
    expect(staff(...versions)).toMatchObject([{ kind: 'CONVENTION_ENDS', dueOn: '2027-03-12' }]);
    expect(toDoOf(facts({ versions, alertMonths: 18 }), 'EPCI_STAFF', today)).toHaveLength(2);
  });
  it('ask for nothing when the guichet closes', () => {
    expect(staff(aVersion({ guichetClosedOn: '2026-06-30' }))).toEqual([]);
  });
  it('and their draft are one thing, an avenant that changes no term is another', () => {
    const ending = aVersion();
    const next = aDraft({ guichetId: ending.guichetId });
    expect(staff(ending, next)).toMatchObject([{ kind: 'CONVENTION_ENDS', successor: { id: next.id } }]);
    const avenant = aDraft({ guichetId: ending.guichetId, lastDay: ending.lastDay, rank: 2 });
    expect(kinds(staff(ending, avenant))).toEqual(['CONVENTION_ENDS', 'DRAFT_WAITING']);
  });
  it('on one day, four or more, are one line', () => {
    expect(staff(aVersion(), aVersion(), aVersion(), aVersion())).toMatchObject([
      { kind: 'CONVENTIONS_END', dueOn: '2026-04-30', prepared: 0 },
    ]);
  });
  it('and ended without a successor wait until what becomes of the guichet is said', () => {
    const expired = { lastDay: '2026-03-11' };
    expect(kinds(staff(aVersion(expired)))).toEqual(['EXPIRED_TO_SETTLE']);
    expect(staff(aVersion({ ...expired, guichetSettledOn: '2026-03-12' }))).toEqual([]);
    // A termination for a day to come asks once that day is over; one for the day itself was settled with it.
    expect(kinds(staff(aVersion({ ...expired, state: 'TERMINATED' })))).toEqual(['EXPIRED_TO_SETTLE']);
    expect(staff(aVersion({ ...expired, state: 'TERMINATED', guichetSettledOn: '2026-03-11' }))).toEqual([]);
    expect(kinds(staff(aVersion({ lastDay: today })))).toEqual(['CONVENTION_ENDS']);
  });
});

describe('drafts', () => {
  it.each([
    ['a draft', { state: 'DRAFT' }, ['DRAFT_WAITING'], []],
    ['to sign', { state: 'TO_SIGN' }, ['DRAFT_WAITING'], []],
    ['just sent to the guichet', { state: 'IN_REVIEW', reviewed: true }, [], ['DRAFT_WAITING']],
    [
      'left a week',
      { state: 'IN_REVIEW', reviewed: true, changedOn: '2026-03-05' },
      ['DRAFT_WAITING'],
      ['DRAFT_WAITING'],
    ],
    ['read, with nothing to change', { state: 'IN_REVIEW', reviewed: true, answered: true }, ['DRAFT_WAITING'], []],
    [
      'read, and asked about since',
      { state: 'IN_REVIEW', reviewed: true, answered: true, openFromEpci: 1 },
      [],
      ['COMMENTS_TO_ANSWER'],
    ],
    ['in review where nobody is named', { state: 'IN_REVIEW' }, ['DRAFT_WAITING'], ['DRAFT_WAITING']],
    ['remarks of the guichet', { state: 'CORRECTION', reviewed: true, openFromGuichet: 2 }, ['COMMENTS_TO_ANSWER'], []],
    ['questions of the EPCI', { state: 'CORRECTION', reviewed: true, openFromEpci: 1 }, [], ['COMMENTS_TO_ANSWER']],
    ['all settled', { state: 'CORRECTION', reviewed: true }, ['DRAFT_WAITING'], []],
  ] as const)('%s wait for whose turn it is', (_, given, ofStaff, ofAgent) => {
    expect(kinds(staff(aDraft(given)))).toEqual(ofStaff);
    if (given.state !== 'DRAFT' && given.state !== 'TO_SIGN') expect(kinds(agent(aDraft(given)))).toEqual(ofAgent);
  });
  it('of one day and one state, four or more, are one line', () => {
    expect(staff(aDraft(), aDraft(), aDraft(), aDraft())).toMatchObject([{ kind: 'DRAFTS_WAITING' }]);
    expect(staff(aDraft(), aDraft(), aDraft())).toHaveLength(3);
    const read = { state: 'IN_REVIEW', answered: true } as const;
    expect(staff(aDraft(read), aDraft(read), aDraft(read), aDraft({ ...read, answered: false }))).toHaveLength(4);
  });
  it('that promise registration say that the deliberation is missing, once discussed and where the law asks for one', () => {
    const promise = { registers: true, state: 'TO_SIGN' } as const;
    expect(kinds(staff(aDraft(promise)))).toEqual(['DELIBERATION_MISSING']);
    expect(kinds(staff(aDraft({ ...promise, deliberationOn: '2026-02-01' })))).toEqual(['DRAFT_WAITING']);
    expect(kinds(staff(aDraft({ ...promise, organisationKind: 'BAILLEUR' })))).toEqual(['DRAFT_WAITING']);
    expect(kinds(staff(aDraft({ ...promise, state: 'DRAFT' })))).toEqual(['DRAFT_WAITING']);
  });
});

describe('meetings', () => {
  const aMeeting = (id: string, heldOn: string): MeetingFacts => ({
    ...{ id, heldOn, title: 'Réunion du réseau', startTime: '14:00', place: null },
    ...{ state: 'PLANNED', expected: 3, coming: 1 },
  });
  it('are told thirty days ahead, and ask for their sheet from the day after', () => {
    const meetings = ['2026-03-11', today, '2026-04-11', '2026-04-12'].map((day, index) => aMeeting(`${index}`, day));
    expect(toDoOf(facts({ meetings }), 'EPCI_STAFF', today)).toMatchObject([
      { kind: 'SHEET_TO_CLOSE', dueOn: '2026-03-11' },
      { kind: 'MEETING_COMING', dueOn: today, today: true },
      { kind: 'MEETING_COMING', dueOn: '2026-04-11', today: false },
    ]);
  });
});

describe('the network', () => {
  const missed = (guichetId: string, kind: string, status: string, next?: string): JudgementFacts => ({
    guichetId,
    guichetName: guichetId,
    kind,
    status,
    nextMeeting: next ? { id: `m${next}`, title: 'Formation', heldOn: next } : null,
  });
  it('guichets that lack the same thing and wait for the same meeting are one line; what has no day comes last', () => {
    const judgements = [
      missed('a', 'DEDICATED_AGENT', 'NOT_MET'),
      missed('a', 'MEETINGS', 'AT_RISK', '2026-04-07'),
      missed('b', 'MEETINGS', 'AT_RISK', '2026-04-07'),
      missed('b', 'ETP', 'MET'),
    ];
    const items = toDoOf(facts({ versions: [aVersion()], judgements }), 'EPCI_STAFF', today);
    expect(items.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['OBLIGATION_MISSED', '2026-04-07'],
      ['CONVENTION_ENDS', '2026-04-30'],
      ['OBLIGATION_MISSED', null],
    ]);
    expect(items).toMatchObject([
      { obligation: 'MEETINGS', state: 'AT_RISK', guichets: [{ id: 'a' }, { id: 'b' }] },
      {},
      { obligation: 'DEDICATED_AGENT', state: 'NOT_MET', guichets: [{ id: 'a' }] },
    ]);
  });
  it('nothing of it is an agent’s, an analyst’s or an administrator’s', () => {
    const given = facts({ versions: [aVersion()], judgements: [missed('a', 'ETP', 'NOT_MET')] });
    for (const role of ['AGENT', 'ANALYST', 'ADMIN'] as const) expect(toDoOf(given, role, today)).toEqual([]);
  });
});
