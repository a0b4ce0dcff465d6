import type { AgentHomeQuery, MeetingCardFragment } from '../../generated/graphql.js';

/** What the pages show, and how they sort it. Pure: the day is the API's, passed in. */
export type Day = string;
/** `attendances`: the caller's own line, or none, since the API shows an agent no other. */
export type Meeting = MeetingCardFragment;
export type Attendance = Meeting['attendances']['nodes'][number];

/** `today`: the API's day, which a demonstration may pin. */
export interface OwnAccount {
  readonly id: string;
  readonly role: string;
  readonly displayName: string;
  readonly epci: string | null;
  readonly current: boolean;
}

export interface Home {
  /** Null for who has none, and no password then. */
  readonly email: string | null;
  /** What one password opens: somebody works for two EPCIs, or agents share it. */
  readonly accounts: readonly OwnAccount[];
  readonly role: string;
  readonly locale: string;
  readonly today: Day;
  readonly me: AgentHomeQuery['me'];
  readonly network: readonly Meeting[];
  readonly outside: readonly Meeting[];
  /** Conventions being prepared that the caller is named to read again, up to their signature; none for most. */
  readonly reviews: AgentHomeQuery['reviews']['nodes'];
}

export const mine = (meeting: Meeting): Attendance | null => meeting.attendances.nodes[0] ?? null;

const inOrder = (a: Meeting, b: Meeting): number =>
  `${a.heldOn} ${a.startTime}`.localeCompare(`${b.heldOn} ${b.startTime}`);

/** Meetings of today and later in order of time, those open for signing in first. */
export function meetingsToCome(meetings: readonly Meeting[], today: Day): Meeting[] {
  const signable = ({ signInOpen }: Meeting): number => (signInOpen ? 0 : 1);
  return meetings.filter(({ heldOn }) => heldOn >= today).sort((a, b) => signable(a) - signable(b) || inOrder(a, b));
}

/** Meetings before today, the latest first. What was cancelled has nothing to declare. */
export const pastMeetings = (meetings: readonly Meeting[], today: Day): Meeting[] =>
  meetings.filter(({ heldOn, state }) => heldOn < today && state !== 'CANCELLED').sort((a, b) => inOrder(b, a));

/** The day of an instant where the EPCI is. */
export const dayOf = (instant: string, timeZone: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));

export type Participation = 'PRESENT' | 'CONFIRMED' | 'PENDING' | 'REFUSED' | 'EXCUSED' | 'ABSENT';

/** Where the caller's participation in a past meeting stands. */
export function participation(meeting: Meeting): Participation {
  const line = mine(meeting);
  if (line?.confirmation) return line.confirmation;
  if (line?.state === 'PRESENT') return 'PRESENT';
  return line?.state === 'EXCUSED' ? 'EXCUSED' : 'ABSENT';
}

/** A link that a press may follow: the web only, whatever was typed. */
export const isWebLink = (link: string): boolean => /^https?:\/\//i.test(link);
