export const MeetingKind = ['TECHNICAL', 'TRAINING', 'COTECH'] as const;
export type MeetingKind = (typeof MeetingKind)[number];

export const MeetingState = ['PLANNED', 'OPEN', 'CLOSED', 'CANCELLED'] as const;
export type MeetingState = (typeof MeetingState)[number];

/** Names of the moves between the states of a meeting: `meeting.rules.ts` has the table. */
export const MeetingTransition = ['OPEN', 'CLOSE', 'CANCEL'] as const;
export type MeetingTransition = (typeof MeetingTransition)[number];

/** REGISTERED: the agent answered "coming". */
export const AttendanceState = ['INVITED', 'REGISTERED', 'PRESENT', 'EXCUSED', 'ABSENT'] as const;
export type AttendanceState = (typeof AttendanceState)[number];

export const AttendanceMode = ['ON_SITE', 'REMOTE'] as const;
export type AttendanceMode = (typeof AttendanceMode)[number];

/** How a presence came to be known. */
export const SignedBy = ['SELF', 'QR', 'SHEET', 'DECLARATION'] as const;
export type SignedBy = (typeof SignedBy)[number];

/** What staff made of an agent's later declaration. */
export const Confirmation = ['PENDING', 'CONFIRMED', 'REFUSED'] as const;
export type Confirmation = (typeof Confirmation)[number];

/** May a closed sheet hold this state? INVITED and REGISTERED only say what was expected. */
export const attendanceIsFinal: Readonly<Record<AttendanceState, boolean>> = {
  INVITED: false,
  REGISTERED: false,
  PRESENT: true,
  EXCUSED: true,
  ABSENT: true,
};
