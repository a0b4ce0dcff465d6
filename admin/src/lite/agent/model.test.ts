import { describe, expect, it } from 'vitest';
import { type Attendance, isWebLink, type Meeting, meetingsToCome, participation, pastMeetings } from './model.js';

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
    signInOpen: false,
    answerOpen: false,
    declarableUntil: null,
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
      aMeeting({ id: 'open', state: 'OPEN', signInOpen: true }),
      aMeeting({ id: 'past', heldOn: '2026-03-11' }),
    ];
    expect(meetingsToCome(meetings, today).map(({ id }) => id)).toEqual(['open', 'morning', 'later']);
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
});

describe('a video link', () => {
  it('is followed only to the web', () => {
    expect(isWebLink('https://visio.example.org/a')).toBe(true);
    expect(isWebLink('javascript:alert(1)')).toBe(false);
  });
});
