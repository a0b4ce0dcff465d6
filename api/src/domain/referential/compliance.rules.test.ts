import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aGuichet,
  anObligation,
  aSegment,
  attended,
  judge,
  present,
  TODAY,
  under,
} from '../../../test/compliance-builders.js';
import { Level } from '../../base/codes.js';
import { addDays } from '../../base/days.rules.js';
import { AttendanceState, Confirmation, MeetingState } from '../meeting/meeting.codes.js';
import { type GuichetFacts, judgeGuichet } from './compliance.rules.js';
import { ComplianceStatus, ObligationKind } from './referential.codes.js';

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
    openingHours: fc.option(
      fc.constant({
        slots: [{ weekday: 'MON' as const, from: '09:00', to: '12:00', weeks: 'ALL' as const, byAppointment: false }],
        remark: null,
      }),
    ),
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
