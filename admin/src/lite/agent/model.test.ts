import { describe, expect, it } from 'vitest';
import {
  type Attendance,
  canAnswer,
  declarableUntil,
  isWebLink,
  type Meeting,
  meetingsToCome,
  participation,
  pastMeetings,
} from './model.js';

const today = '2026-03-12';
const line = (given: Partial<Attendance>): Attendance => ({
  state: 'INVITED',
  confirmation: null,
  signedAt: null,
  ...given,
});

function aMeeting({ mine, ...given }: Partial<Meeting> & { mine?: Partial<Attendance> }): Meeting {
  return {
    id: 'm',
    kind: 'TECHNICAL',
    title: 'Animation du service',
    heldOn: today,
    startTime: '14:00',
    endTime: '16:00',
    place: null,
    videoLink: null,
    agenda: null,
    state: 'PLANNED',
    outside: false,
    cancellationMotive: null,
    organiserName: null,
    organiser: null,
    attendances: { nodes: mine ? [line(mine)] : [] },
    ...given,
  };
}

describe('meetings to come', () => {
  it('are in order of date and hour, what can be signed now first', () => {
    const meetings = [
      aMeeting({ id: 'later', heldOn: '2026-05-01' }),
      aMeeting({ id: 'morning', startTime: '09:00' }),
      aMeeting({ id: 'open', state: 'OPEN' }),
      aMeeting({ id: 'past', heldOn: '2026-03-11' }),
    ];
    expect(meetingsToCome(meetings, today).map(({ id }) => id)).toEqual(['open', 'morning', 'later']);
  });
  it('can be answered until their day, unless they are open, closed or cancelled', () => {
    expect(canAnswer(aMeeting({}), today)).toBe(true);
    expect(canAnswer(aMeeting({ heldOn: '2026-03-11' }), today)).toBe(false);
    expect((['OPEN', 'CLOSED', 'CANCELLED'] as const).some((state) => canAnswer(aMeeting({ state }), today))).toBe(
      false,
    );
  });
});

describe('past meetings', () => {
  it('come the latest first, without what was cancelled', () => {
    const meetings = [
      aMeeting({ id: 'old', heldOn: '2025-10-01' }),
      aMeeting({ id: 'cancelled', heldOn: '2026-01-01', state: 'CANCELLED' }),
      aMeeting({ id: 'recent', heldOn: '2026-03-01' }),
    ];
    expect(pastMeetings(meetings, today).map(({ id }) => id)).toEqual(['recent', 'old']);
  });
  it('a declaration is what staff made of it', () => {
    expect(participation(aMeeting({ mine: { state: 'PRESENT', confirmation: 'PENDING' } }))).toBe('PENDING');
    expect(participation(aMeeting({ mine: { state: 'ABSENT', confirmation: 'REFUSED' } }))).toBe('REFUSED');
    expect(participation(aMeeting({ mine: { state: 'PRESENT' } }))).toBe('PRESENT');
    expect(participation(aMeeting({ mine: { state: 'REGISTERED' } }))).toBe('ABSENT');
    expect(participation(aMeeting({}))).toBe('ABSENT');
  });
  it('a forgotten presence can be declared until the last day, included', () => {
    const forgotten = (heldOn: string) => declarableUntil(aMeeting({ heldOn, state: 'CLOSED' }), today, 30);
    expect(forgotten('2026-03-11')).toBe('2026-04-10');
    expect(forgotten('2026-02-10')).toBe('2026-03-12');
    expect(forgotten('2026-02-09')).toBeNull();
    expect(forgotten(today)).toBeNull();
  });
  it('a presence, a declaration and a refusal leave nothing to declare', () => {
    for (const mine of [{ state: 'PRESENT' }, { confirmation: 'PENDING' }, { confirmation: 'REFUSED' }] as const)
      expect(declarableUntil(aMeeting({ heldOn: '2026-03-11', mine }), today, 30)).toBeNull();
  });
});

describe('a video link', () => {
  it('is followed only to the web', () => {
    expect(isWebLink('https://visio.example.org/a')).toBe(true);
    expect(isWebLink('javascript:alert(1)')).toBe(false);
  });
});
