import { describe, expect, it } from 'vitest';
import { Role } from '../../base/codes.js';
import { addDays } from '../../base/days.rules.js';
import { isRefusal, type Refusal } from '../../base/refusal.js';
import { AttendanceState, Confirmation, MeetingState, MeetingTransition } from './meeting.codes.js';
import {
  answerRefusal,
  availableMeetingTransitions,
  closedState,
  closeSheet,
  countsAsPresent,
  decisionRefusal,
  declarableDays,
  declarableUntil,
  declarationDateRefusal,
  declarationRefusal,
  type MeetingMoment,
  meetingTimesRefusal,
  meetingTransition,
  meetingTransitions,
  type SheetLine,
  sheetLineRefusal,
  signInRefusal,
} from './meeting.rules.js';

const [EVE, DAY, NEXT] = ['2026-03-11', '2026-03-12', '2026-03-13'];
const aMeeting = (state: MeetingState): MeetingMoment => ({ state, heldOn: DAY });
const aLine = (state: AttendanceState, confirmation: Confirmation | null = null): SheetLine => ({
  state,
  confirmation,
});
const nameOf = (refusal: Refusal | null) => refusal?.name ?? 'accepted';

describe('every role × every move × every state of a meeting', () => {
  for (const role of Role)
    for (const name of MeetingTransition)
      for (const state of MeetingState) {
        const rule = meetingTransitions[name];
        const allowed = rule.from.includes(state) && rule.roles.includes(role);
        it(`${role} ${allowed ? 'may' : 'may not'} ${name} a meeting in ${state}`, () => {
          const answer = meetingTransition(aMeeting(state), name, role, { motive: 'Neige.' }, DAY);
          expect(isRefusal(answer)).toBe(!allowed);
          expect(availableMeetingTransitions(aMeeting(state), role, DAY).includes(name)).toBe(allowed);
          if (allowed) expect(answer).toBe(rule.to);
        });
      }
  it('signing in opens on the day only; a sheet is not closed before it', () => {
    const move = (name: MeetingTransition, today: string) =>
      meetingTransition(aMeeting('PLANNED'), name, 'EPCI_STAFF', {}, today);
    expect((move('OPEN', EVE) as Refusal).name).toBe('NotExpectedDate');
    expect((move('CLOSE', EVE) as Refusal).name).toBe('SheetNotReady');
    expect(move('CLOSE', NEXT)).toBe('CLOSED');
    expect(availableMeetingTransitions(aMeeting('PLANNED'), 'EPCI_STAFF', EVE)).toEqual(['CANCEL']);
  });
  it('a cancellation gives its motive', () => {
    expect((meetingTransition(aMeeting('PLANNED'), 'CANCEL', 'EPCI_STAFF', { motive: ' ' }, EVE) as Refusal).name).toBe(
      'MotiveMissing',
    );
  });
});

describe('signing in', () => {
  it.each([
    ['OPEN', DAY, 'accepted'],
    ['OPEN', EVE, 'NotExpectedDate'],
    ['OPEN', NEXT, 'NotExpectedDate'],
    ['PLANNED', DAY, 'MeetingNotOpen'],
    ['CLOSED', DAY, 'MeetingClosed'],
    ['CANCELLED', DAY, 'MeetingCancelled'],
  ] as const)('at a meeting in %s on %s: %s', (state, today, answer) => {
    expect(nameOf(signInRefusal(aMeeting(state), null, today))).toBe(answer);
  });
  it('happens once, and is open to who was excused', () => {
    expect(nameOf(signInRefusal(aMeeting('OPEN'), aLine('PRESENT'), DAY))).toBe('AlreadyPresent');
    expect(signInRefusal(aMeeting('OPEN'), aLine('EXCUSED'), DAY)).toBeNull();
  });
});

describe('answering “coming” or “cannot come”', () => {
  it.each([
    ['PLANNED', EVE, 'accepted'],
    ['PLANNED', DAY, 'accepted'],
    ['PLANNED', NEXT, 'AnswerTooLate'],
    ['OPEN', DAY, 'AnswerTooLate'],
    ['CLOSED', NEXT, 'MeetingClosed'],
    ['CANCELLED', EVE, 'MeetingCancelled'],
  ] as const)('to a meeting in %s on %s: %s', (state, today, answer) => {
    expect(nameOf(answerRefusal(aMeeting(state), today))).toBe(answer);
  });
});

describe('declaring a participation afterwards', () => {
  const declare = (state: MeetingState, line: SheetLine | null, today: string) =>
    nameOf(declarationRefusal(aMeeting(state), line, today, 30));
  it('is open from the day after until the EPCI’s delay has passed', () => {
    expect(declare('CLOSED', null, DAY)).toBe('DeclarationTooEarly');
    expect(declare('CLOSED', null, NEXT)).toBe('accepted');
    expect(declare('CLOSED', aLine('ABSENT'), '2026-04-11')).toBe('accepted');
    expect(declare('CLOSED', aLine('ABSENT'), '2026-04-12')).toBe('DeclarationTooLate');
  });
  it('is not for who is already present, has declared, or was refused', () => {
    expect(declare('CLOSED', aLine('PRESENT'), NEXT)).toBe('AlreadyPresent');
    expect(declare('CLOSED', aLine('PRESENT', 'PENDING'), NEXT)).toBe('DeclarationPending');
    expect(declare('CLOSED', aLine('ABSENT', 'REFUSED'), NEXT)).toBe('DeclarationAlreadyDecided');
  });
  it('is not for a cancelled meeting', () => expect(declare('CANCELLED', null, NEXT)).toBe('MeetingCancelled'));
  it('is decided by staff once', () => {
    expect(decisionRefusal(aLine('PRESENT', 'PENDING'))).toBeNull();
    for (const decided of [null, 'CONFIRMED', 'REFUSED'] as const)
      expect(nameOf(decisionRefusal(aLine('PRESENT', decided)))).toBe('DeclarationAlreadyDecided');
  });
  it('counts only when confirmed, and an outside training only so', () => {
    expect(countsAsPresent(aLine('PRESENT'), { outside: false })).toBe(true);
    expect(countsAsPresent(aLine('PRESENT'), { outside: true })).toBe(false);
    for (const outside of [true, false]) {
      expect(countsAsPresent(aLine('PRESENT', 'CONFIRMED'), { outside })).toBe(true);
      expect(countsAsPresent(aLine('PRESENT', 'PENDING'), { outside })).toBe(false);
      expect(countsAsPresent(aLine('PRESENT', 'REFUSED'), { outside })).toBe(false);
      for (const state of AttendanceState.filter((one) => one !== 'PRESENT'))
        expect(countsAsPresent(aLine(state, 'CONFIRMED'), { outside })).toBe(false);
    }
  });
});

describe('the sheet', () => {
  it('closes with every agent present, excused or absent', () => {
    expect(AttendanceState.map(closedState)).toEqual(['ABSENT', 'ABSENT', 'PRESENT', 'EXCUSED', 'ABSENT']);
    const lines = AttendanceState.map((state) => ({ agentId: state, state }));
    const closed = closeSheet(aMeeting('OPEN'), lines, DAY);
    expect(closed).toEqual({ state: 'CLOSED', absent: [lines[0], lines[1]] });
  });
  it.each([
    ['CLOSED', 'MeetingClosed'],
    ['CANCELLED', 'MeetingCancelled'],
  ] as const)('of a meeting in %s neither closes nor changes', (state, name) => {
    expect((closeSheet(aMeeting(state), [], NEXT) as Refusal).name).toBe(name);
    expect(nameOf(sheetLineRefusal(aMeeting(state), 'EXCUSED', NEXT))).toBe(name);
  });
  it('of a meeting to come takes excuses, not presences', () => {
    expect((closeSheet(aMeeting('PLANNED'), [], EVE) as Refusal).name).toBe('SheetNotReady');
    expect(sheetLineRefusal(aMeeting('PLANNED'), 'EXCUSED', EVE)).toBeNull();
    expect(nameOf(sheetLineRefusal(aMeeting('PLANNED'), 'PRESENT', EVE))).toBe('SheetNotReady');
    expect(sheetLineRefusal(aMeeting('PLANNED'), 'PRESENT', DAY)).toBeNull();
  });
  it('belongs to a meeting that ends after it starts', () => {
    expect(meetingTimesRefusal('09:00', '12:00')).toBeNull();
    expect(nameOf(meetingTimesRefusal('14:00', '14:00'))).toBe('MeetingTimesReversed');
  });
});

describe('what can be declared', () => {
  const until = (heldOn: string, line: SheetLine | null = null, outside = false) =>
    declarableUntil({ state: 'CLOSED', heldOn, outside, line, declarationDays: 30 }, DAY);
  it('a forgotten presence, until the last day, included', () => {
    expect(until('2026-03-11')).toBe('2026-04-10');
    expect(until('2026-02-10')).toBe('2026-03-12');
    expect(until('2026-02-09')).toBeNull();
    expect(until(DAY)).toBeNull();
  });
  it('not after a presence, a declaration or a refusal, nor a training elsewhere', () => {
    expect(until(EVE, aLine('PRESENT'))).toBeNull();
    for (const confirmation of ['PENDING', 'REFUSED', 'CONFIRMED'] as const)
      expect(until(EVE, aLine('PRESENT', confirmation))).toBeNull();
    expect(until(EVE, null, true)).toBeNull();
    expect(until(EVE, aLine('EXCUSED'))).toBe('2026-04-10');
  });
  it.each([0, 1, 30])('within %i days, on just the days that are said', (days) => {
    const { from, to } = declarableDays(days, DAY);
    const days400 = Array.from({ length: 400 }, (_, index) => addDays('2025-06-01', index));
    const accepted = days400.filter((heldOn) => declarationDateRefusal(heldOn, DAY, days) === null);
    expect(days400.filter((day) => from <= day && day <= to)).toEqual(accepted);
  });
});
