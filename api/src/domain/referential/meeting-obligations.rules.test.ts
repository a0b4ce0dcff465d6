import { describe, expect, it } from 'vitest';
import {
  aMeeting,
  anAgent,
  aSegment,
  attended,
  coming,
  judge,
  present,
  TODAY,
  under,
} from '../../../test/compliance-builders.js';
import { AttendanceState, Confirmation } from '../meeting/meeting.codes.js';
import type { MeetingFacts } from './compliance.rules.js';

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
  it('are those of the service: a training outside the network is none', () => {
    const outside = attended('2026-02-02', {
      kind: 'TRAINING',
      outside: true,
      attendances: [present('ana', { confirmation: 'CONFIRMED' })],
    });
    expect(judge({ meetings: [outside] })).toMatchObject({ value: 0, evidence: { meetingIds: [] } });
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
  it('count on the very day: a presence of today, and a meeting of today that can still be attended', () => {
    expect(judge({ meetings: [attended(TODAY, { state: 'OPEN' })] }).value).toBe(1);
    const meetings = [...three.slice(1), aMeeting(TODAY, { state: 'OPEN', attendances: [coming()] })];
    expect(judge({ meetings })).toMatchObject({ status: 'ON_TRACK', fix: { nextMeetingId: TODAY } });
  });
  it('are judged as of the day asked for: a later presence does not count yet', () => {
    expect(judge({ meetings: three }, '2026-03-09').value).toBe(1);
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
  it('can still be trained on the very day', () => {
    const meetings = [aMeeting(TODAY, { kind: 'TRAINING', state: 'OPEN', attendances: [coming()] })];
    expect(judge({ segments, meetings })).toMatchObject({ status: 'ON_TRACK', fix: { nextMeetingId: TODAY } });
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
