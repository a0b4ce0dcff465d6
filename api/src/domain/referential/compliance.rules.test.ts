import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssignmentFacts } from '../agent/assignment.rules.js';
import { AttendanceState, ComplianceStatus, Confirmation, Level, MeetingState, ObligationKind } from '../codes.js';
import { addDays } from '../days.rules.js';
import type { ObligationFacts, Segment } from './commitment.rules.js';
import { type GuichetFacts, type Judgement, judgeGuichet, type MeetingFacts } from './compliance.rules.js';

const TODAY = '2026-06-15';

const anObligation = (kind: ObligationKind, given: Partial<ObligationFacts> = {}): ObligationFacts => ({
  id: kind,
  kind,
  target: null,
  planned: null,
  modes: null,
  windowMonths: null,
  ...given,
});
const aSegment = (given: Partial<Segment> = {}): Segment => ({
  from: '2026-01-01',
  to: '2026-12-31',
  level: 'CONSEIL',
  conventionVersionId: 'v1',
  obligations: [anObligation('MEETINGS', { target: 3, planned: 4 })],
  ...given,
});
const under = (kind: ObligationKind, given: Partial<ObligationFacts> = {}) => [
  aSegment({ obligations: [anObligation(kind, given)] }),
];
const anAgent = (agentId = 'ana', given: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  agentId,
  name: agentId,
  startsOn: '2020-01-01',
  endsOn: null,
  etp: 0.5,
  dedicated: false,
  ...given,
});
const present = (agentId = 'ana', given: Partial<MeetingFacts['attendances'][number]> = {}) => ({
  agentId,
  state: 'PRESENT' as const,
  contributed: false,
  confirmation: null,
  ...given,
});
const coming = (agentId = 'ana') => present(agentId, { state: 'REGISTERED' });
const aMeeting = (heldOn: string, given: Partial<MeetingFacts> = {}): MeetingFacts => ({
  id: heldOn,
  title: `Réunion du ${heldOn}`,
  heldOn,
  kind: 'TECHNICAL',
  state: heldOn < TODAY ? 'CLOSED' : 'PLANNED',
  levels: ['SUIVI', 'CONSEIL'],
  outside: false,
  attendances: [],
  ...given,
});
const attended = (heldOn: string, given: Partial<MeetingFacts> = {}) =>
  aMeeting(heldOn, { attendances: [present()], ...given });
const aGuichet = (given: Partial<GuichetFacts> = {}): GuichetFacts => ({
  guichetId: 'g1',
  year: 2026,
  openedOn: null,
  closedOn: null,
  segments: [aSegment()],
  meetings: [],
  assignments: [anAgent()],
  receptionModes: ['INTERVIEW_APPOINTMENT', 'TELEPHONE'],
  dossierUnique: true,
  ...given,
});
/** The one judgement of a guichet that has one obligation. */
const judge = (given: Partial<GuichetFacts>, today = TODAY): Judgement => {
  const { judgements } = judgeGuichet(aGuichet(given), today);
  expect(judgements).toHaveLength(1);
  return judgements[0]!;
};

describe('meetings attended', () => {
  const three = [attended('2026-01-20'), attended('2026-03-10'), attended('2026-05-05')];

  it('are MET when the value reaches the target, with the meetings and the agents as evidence', () => {
    expect(judge({ meetings: three })).toMatchObject({
      status: 'MET',
      value: 3,
      target: 3,
      planned: 4,
      level: 'CONSEIL',
      evidence: { meetingIds: ['2026-01-20', '2026-03-10', '2026-05-05'], agentIds: ['ana'] },
      fix: { nextMeetingId: null },
    });
  });
  it('are ON_TRACK when enough of the planned ones are answered “coming”', () => {
    const meetings = [...three.slice(1), aMeeting('2026-09-10', { attendances: [coming()] })];
    expect(judge({ meetings })).toMatchObject({
      status: 'ON_TRACK',
      value: 2,
      evidence: { comingMeetingIds: ['2026-09-10'] },
    });
  });
  it('are AT_RISK when the planned ones would do but nobody says “coming”, and the next one is named', () => {
    const meetings = [...three.slice(1), aMeeting('2026-11-10'), aMeeting('2026-09-10')];
    expect(judge({ meetings })).toMatchObject({ status: 'AT_RISK', fix: { nextMeetingId: '2026-09-10' } });
  });
  it('are NOT_MET when the planned ones cannot reach the target', () => {
    expect(judge({ meetings: [three[0]!, aMeeting('2026-09-10', { attendances: [coming()] })] }).status).toBe(
      'NOT_MET',
    );
  });
  it('are NOT_MET once the year is over, not on its last day', () => {
    const meetings = [...three.slice(1), aMeeting('2026-12-31', { state: 'OPEN' })];
    expect(judge({ meetings }, '2026-12-31').status).toBe('AT_RISK');
    expect(judge({ meetings }, '2027-01-01').status).toBe('NOT_MET');
  });
  it('count on the year’s edges: 1 January and 31 December, not the days around', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    const meetings = days.map((day) => attended(day, { state: 'CLOSED' }));
    expect(judge({ meetings }, '2027-02-01').evidence.meetingIds).toEqual(['2026-01-01', '2026-12-31']);
  });
  it('count on 29 February', () => {
    const segments = [aSegment({ from: '2024-01-01', to: '2024-12-31' })];
    expect(judge({ year: 2024, segments, meetings: [attended('2024-02-29')] }, '2024-12-31').value).toBe(1);
  });
  it('count once, whoever came', () => {
    const meetings = [attended('2026-01-20', { attendances: [present('ana'), present('bob')] })];
    const judged = judge({ meetings, assignments: [anAgent('ana'), anAgent('bob')] });
    expect(judged).toMatchObject({ value: 1, evidence: { agentIds: ['ana', 'bob'] } });
  });
  it('count for both guichets of an agent of two', () => {
    const meetings = three;
    for (const guichetId of ['g1', 'g2']) expect(judge({ guichetId, meetings }).status).toBe('MET');
  });
  it('count only through an agent assigned to the guichet on the meeting’s day', () => {
    const left = [anAgent('ana', { endsOn: '2026-03-10' })];
    expect(judge({ meetings: three, assignments: left }).evidence.meetingIds).toEqual(['2026-01-20', '2026-03-10']);
    const arrived = [anAgent('ana', { startsOn: '2026-03-11' })];
    expect(judge({ meetings: three, assignments: arrived }).evidence.meetingIds).toEqual(['2026-05-05']);
    expect(judge({ meetings: three, assignments: [anAgent('bob')] }).value).toBe(0);
  });
  it('do not count when meant for other levels, or cancelled', () => {
    expect(judge({ meetings: [attended('2026-03-10', { levels: ['INFO'] })] }).value).toBe(0);
    expect(judge({ meetings: [attended('2026-03-10', { state: 'CANCELLED' })] }).value).toBe(0);
  });
  it.each([...AttendanceState.filter((one) => one !== 'PRESENT')])('do not count for who is %s', (state) => {
    expect(judge({ meetings: [aMeeting('2026-03-10', { attendances: [present('ana', { state })] })] }).value).toBe(0);
  });
  it('count a declaration once staff has confirmed it', () => {
    for (const confirmation of Confirmation) {
      const meetings = [attended('2026-03-10', { attendances: [present('ana', { confirmation })] })];
      expect(judge({ meetings }).value).toBe(confirmation === 'CONFIRMED' ? 1 : 0);
    }
  });
  it('stay possible while a past sheet is not closed, without being promised', () => {
    const meetings = [...three.slice(1), aMeeting('2026-06-10', { state: 'OPEN', attendances: [coming()] })];
    expect(judge({ meetings })).toMatchObject({ status: 'AT_RISK', fix: { nextMeetingId: null } });
  });
  it('are judged as of the day asked for: a later presence does not count yet', () => {
    expect(judge({ meetings: three }, '2026-03-09').value).toBe(1);
  });
});

describe('a convention that began or changed level in mid-year', () => {
  const info = aSegment({
    to: '2026-06-30',
    level: 'INFO',
    obligations: [anObligation('MEETINGS', { target: 1, planned: 2 })],
  });
  const conseil = aSegment({ from: '2026-07-01' });

  it('owes the sum of both parts, rounded up', () => {
    // 181 days at 1 and 184 at 3: 0.496 + 1.512 = 2.008; planned 181 at 2 and 184 at 4: 3.008.
    expect(judge({ segments: [info, conseil] })).toMatchObject({ target: 3, planned: 4, level: 'CONSEIL' });
  });
  it('counts each meeting for the level of its own day', () => {
    const forInfo = { levels: ['INFO' as const] };
    const meetings = [attended('2026-06-30', forInfo), attended('2026-07-01', { ...forInfo, state: 'CLOSED' })];
    expect(judge({ segments: [info, conseil], meetings }, '2026-12-31').evidence.meetingIds).toEqual(['2026-06-30']);
  });
  it('owes half when it began on 1 July, and is still owed nothing by the months before', () => {
    expect(judge({ segments: [conseil] }).target).toBe(2);
    expect(judge({ segments: [conseil], meetings: [attended('2026-03-10')] }).value).toBe(0);
  });
  it('still owes the months before a change to a level that asks for no meeting', () => {
    const quiet = aSegment({ from: '2026-07-01', level: 'COMMUNICATION', obligations: [] });
    expect(judge({ segments: [info, quiet] })).toMatchObject({ kind: 'MEETINGS', level: 'INFO', target: 1 });
  });
  it('is over with its last day, when it ended before the year', () => {
    const ended = [aSegment({ to: '2026-03-31' })];
    expect(judge({ segments: ended, meetings: [] }, '2026-04-01')).toMatchObject({ status: 'NOT_MET', target: 1 });
  });
});

describe('active contribution', () => {
  const segments = under('CONTRIBUTION', { target: 1 });
  it('needs a presence that contributed', () => {
    const contributed = attended('2026-03-10', { attendances: [present('ana', { contributed: true })] });
    expect(judge({ segments, meetings: [attended('2026-01-20')] }).status).toBe('NOT_MET');
    expect(judge({ segments, meetings: [attended('2026-01-20'), contributed] })).toMatchObject({
      status: 'MET',
      evidence: { meetingIds: ['2026-03-10'] },
    });
  });
  it('may still come at a meeting that is planned', () => {
    expect(judge({ segments, meetings: [aMeeting('2026-09-10')] }).status).toBe('AT_RISK');
    expect(judge({ segments, meetings: [aMeeting('2026-09-10', { attendances: [coming()] })] }).status).toBe(
      'ON_TRACK',
    );
  });
});

describe('trained agents', () => {
  const segments = under('TRAINED_AGENTS', { windowMonths: 24 });
  const training = (heldOn: string, given: Partial<MeetingFacts> = {}) =>
    attended(heldOn, { kind: 'TRAINING', ...given });
  const both = [anAgent('ana'), anAgent('bob')];

  it('are each agent assigned on the day, present at a training within the window', () => {
    expect(judge({ segments, meetings: [training('2025-10-02')] })).toMatchObject({
      status: 'MET',
      value: 1,
      target: 1,
    });
    expect(judge({ segments, assignments: both, meetings: [training('2025-10-02')] })).toMatchObject({
      status: 'NOT_MET',
      value: 1,
      target: 2,
      evidence: { agentIds: ['ana'], missingAgentIds: ['bob'], meetingIds: ['2025-10-02'] },
    });
  });
  it('were trained 24 months ago to the day at the earliest', () => {
    expect(judge({ segments, meetings: [training('2024-06-15')] }).status).toBe('MET');
    expect(judge({ segments, meetings: [training('2024-06-14')] }).status).toBe('NOT_MET');
  });
  it('are looked at from 31 December once the year is over', () => {
    expect(judge({ segments, meetings: [training('2024-12-31')] }, '2028-05-01').status).toBe('MET');
    expect(judge({ segments, meetings: [training('2024-12-30')] }, '2028-05-01').status).toBe('NOT_MET');
    expect(judge({ segments, meetings: [training('2027-01-05', { state: 'CLOSED' })] }, '2028-05-01').status).toBe(
      'NOT_MET',
    );
  });
  it('bring their training from another guichet, another level, or outside once confirmed', () => {
    const assignments = [anAgent('ana', { startsOn: '2026-06-01' })];
    expect(judge({ segments, assignments, meetings: [training('2025-10-02', { levels: [] })] }).status).toBe('MET');
    const outside = (confirmation: Confirmation | null) =>
      judge({
        segments,
        meetings: [training('2025-10-02', { outside: true, attendances: [present('ana', { confirmation })] })],
      });
    expect(outside('CONFIRMED').status).toBe('MET');
    expect(outside('PENDING').status).toBe('NOT_MET');
    expect(outside(null).status).toBe('NOT_MET');
  });
  it('are not trained by a technical meeting', () => {
    expect(judge({ segments, meetings: [attended('2026-03-10')] }).status).toBe('NOT_MET');
  });
  it('are ON_TRACK when each one who lacks it is coming to a training, AT_RISK when one is not', () => {
    const planned = (...ids: string[]) => [training('2026-10-01', { attendances: ids.map((id) => coming(id)) })];
    expect(judge({ segments, assignments: both, meetings: planned('ana', 'bob') }).status).toBe('ON_TRACK');
    expect(judge({ segments, assignments: both, meetings: planned('ana') })).toMatchObject({
      status: 'AT_RISK',
      fix: { nextMeetingId: '2026-10-01' },
    });
  });
  it('leave out who has left, and are UNKNOWN when no agent was ever entered', () => {
    const left = [anAgent('ana'), anAgent('bob', { endsOn: '2026-06-14' })];
    expect(judge({ segments, assignments: left, meetings: [training('2025-10-02')] }).status).toBe('MET');
    expect(judge({ segments, assignments: [] })).toMatchObject({ status: 'UNKNOWN', value: null });
    expect(judge({ segments, assignments: [anAgent('bob', { endsOn: '2026-06-14' })] })).toMatchObject({
      status: 'NOT_MET',
      value: 0,
      target: 1,
    });
  });
});

describe('a dedicated agent', () => {
  const segments = under('DEDICATED_AGENT', { target: 1 });
  it('is one assigned on the day', () => {
    expect(judge({ segments, assignments: [anAgent('ana', { dedicated: true })] }).status).toBe('MET');
    expect(judge({ segments, assignments: [anAgent('ana')] }).status).toBe('NOT_MET');
    expect(judge({ segments, assignments: [anAgent('ana', { dedicated: true, endsOn: '2026-06-14' })] }).status).toBe(
      'NOT_MET',
    );
  });
  it('who is known to arrive later in the year puts the guichet ON_TRACK', () => {
    expect(judge({ segments, assignments: [anAgent('ana', { dedicated: true, startsOn: '2026-09-01' })] }).status).toBe(
      'ON_TRACK',
    );
  });
  it('is UNKNOWN when no agent was ever entered', () =>
    expect(judge({ segments, assignments: [] }).status).toBe('UNKNOWN'));
  it('is AT_RISK, not missed, before the commitment begins', () => {
    const later = [aSegment({ from: '2026-09-01', obligations: [anObligation('DEDICATED_AGENT', { target: 1 })] })];
    expect(judge({ segments: later }).status).toBe('AT_RISK');
  });
});

describe('reception modes', () => {
  const segments = under('RECEPTION_MODES', { modes: ['INTERVIEW_APPOINTMENT', 'TELEPHONE'] });
  it('are all those of the level', () => {
    expect(judge({ segments })).toMatchObject({ status: 'MET', value: 2, target: 2 });
    expect(judge({ segments, receptionModes: ['TELEPHONE', 'IN_PERSON_WALK_IN'] })).toMatchObject({
      status: 'NOT_MET',
      value: 1,
      evidence: { missingModes: ['INTERVIEW_APPOINTMENT'] },
    });
    expect(judge({ segments, receptionModes: [] }).status).toBe('NOT_MET');
  });
  it('may leave a choice: one of two', () => {
    const choice = under('RECEPTION_MODES', { modes: ['IN_PERSON_WALK_IN', 'IN_PERSON_APPOINTMENT'], target: 1 });
    expect(judge({ segments: choice, receptionModes: ['IN_PERSON_APPOINTMENT'] }).status).toBe('MET');
  });
  it('are UNKNOWN when never entered', () => {
    expect(judge({ segments, receptionModes: null })).toMatchObject({ status: 'UNKNOWN', value: null });
  });
});

describe('the dossier unique', () => {
  const segments = under('DOSSIER_UNIQUE');
  it.each([
    [true, 'MET'],
    [false, 'NOT_MET'],
    [null, 'UNKNOWN'],
  ] as const)('entered as %s is %s', (dossierUnique, status) =>
    expect(judge({ segments, dossierUnique }).status).toBe(status),
  );
});

describe('ETP', () => {
  const segments = under('ETP', { target: 1 });
  it('adds up over the agents of the day, without binary dust', () => {
    const tenths = Array.from({ length: 10 }, (_, index) => anAgent(`a${index}`, { etp: 0.1 }));
    expect(judge({ segments, assignments: tenths })).toMatchObject({ status: 'MET', value: 1 });
    expect(judge({ segments, assignments: tenths.slice(1) })).toMatchObject({ status: 'NOT_MET', value: 0.9 });
  });
  it('is UNKNOWN while one agent’s share is not entered and the others’ is not enough', () => {
    const assignments = [anAgent('ana', { etp: 0.5 }), anAgent('bob', { etp: null })];
    expect(judge({ segments, assignments })).toMatchObject({
      status: 'UNKNOWN',
      value: null,
      evidence: { missingAgentIds: ['bob'] },
    });
    expect(judge({ segments: under('ETP', { target: 0.5 }), assignments }).status).toBe('MET');
  });
});

describe('a guichet without obligations says why', () => {
  const reasonOf = (given: Partial<GuichetFacts>) => judgeGuichet(aGuichet(given), TODAY);
  it('it was not open that year', () =>
    expect(reasonOf({ closedOn: '2026-01-01' })).toMatchObject({ reason: 'NOT_OPEN', judgements: [] }));
  it('it has neither convention nor agreed level', () =>
    expect(reasonOf({ segments: [] })).toMatchObject({ reason: 'NO_LEVEL', judgedOn: null }));
  it('no référentiel covers it', () =>
    expect(reasonOf({ segments: [aSegment({ obligations: null })] }).reason).toBe('NO_REFERENTIAL'));
  it('its level asks for nothing', () => {
    expect(reasonOf({ segments: [aSegment({ level: 'COMMUNICATION', obligations: [] })] }).reason).toBe(
      'NONE_REQUIRED',
    );
    expect(reasonOf({ segments: under('MEETINGS', { target: 0 }) }).reason).toBe('NONE_REQUIRED');
    expect(reasonOf({ segments: under('ETP') }).reason).toBe('NONE_REQUIRED');
  });
});

describe('whatever the facts', () => {
  const day = fc.integer({ min: -900, max: 900 }).map((days) => addDays('2026-07-01', days));
  const agent = fc.constantFrom('ana', 'bob', 'eve');
  const attendance = fc.record({
    agentId: agent,
    state: fc.constantFrom(...AttendanceState),
    contributed: fc.boolean(),
    confirmation: fc.option(fc.constantFrom(...Confirmation)),
  });
  const meeting = fc.record({
    id: fc.uuid(),
    title: fc.string(),
    heldOn: day,
    kind: fc.constantFrom('TECHNICAL' as const, 'TRAINING' as const),
    state: fc.constantFrom(...MeetingState),
    levels: fc.subarray([...Level]),
    outside: fc.boolean(),
    attendances: fc.array(attendance, { maxLength: 3 }),
  });
  const assignment = fc.record({
    agentId: agent,
    name: fc.string(),
    startsOn: day,
    endsOn: fc.option(day),
    etp: fc.option(fc.constantFrom(0.1, 0.5, 1)),
    dedicated: fc.boolean(),
  });
  const obligations = ObligationKind.map((kind) =>
    anObligation(kind, {
      target: kind === 'TRAINED_AGENTS' ? null : 1,
      windowMonths: 24,
      modes: kind === 'RECEPTION_MODES' ? ['TELEPHONE'] : null,
    }),
  );
  const segments = fc
    .record({
      cut: fc.integer({ min: 0, max: 363 }),
      first: fc.constantFrom(...Level),
      second: fc.constantFrom(...Level),
    })
    .map(({ cut, first, second }) => [
      aSegment({ to: addDays('2026-01-01', cut), level: first, obligations }),
      aSegment({ from: addDays('2026-01-01', cut + 1), level: second, obligations }),
    ]);
  const guichet = fc.record({
    segments,
    meetings: fc.array(meeting, { maxLength: 8 }),
    assignments: fc.array(assignment, { maxLength: 4 }),
    receptionModes: fc.option(fc.subarray(['TELEPHONE' as const])),
    dossierUnique: fc.option(fc.boolean()),
  });

  it('every obligation gets one status that its figures bear out', () => {
    fc.assert(
      fc.property(guichet, day, (given, today) => {
        const { judgements, reason } = judgeGuichet(aGuichet(given), today);
        expect(judgements.map(({ kind }) => kind).sort()).toEqual([...ObligationKind].sort());
        expect(reason).toBeNull();
        for (const { status, value, target, fix } of judgements) {
          expect(ComplianceStatus).toContain(status);
          expect(status === 'UNKNOWN').toBe(value === null);
          expect(status === 'MET').toBe(value !== null && value >= target);
          if (today > '2026-12-31') expect(['MET', 'NOT_MET', 'UNKNOWN']).toContain(status);
          if (status === 'MET') expect(fix.nextMeetingId).toBeNull();
        }
      }),
    );
  });
  it('one more presence never makes things worse', () => {
    const better = (status: ComplianceStatus) => ['NOT_MET', 'AT_RISK', 'ON_TRACK', 'MET'].indexOf(status);
    fc.assert(
      fc.property(guichet, day, (given, today) => {
        const before = judgeGuichet(aGuichet(given), today).judgements.find(({ kind }) => kind === 'MEETINGS')!;
        const meetings = given.meetings.map((one) => ({
          ...one,
          attendances: [...one.attendances, present('ana', { confirmation: 'CONFIRMED' })],
        }));
        const after = judgeGuichet(aGuichet({ ...given, meetings }), today).judgements.find(
          ({ kind }) => kind === 'MEETINGS',
        )!;
        expect(better(after.status)).toBeGreaterThanOrEqual(better(before.status));
      }),
    );
  });
});
