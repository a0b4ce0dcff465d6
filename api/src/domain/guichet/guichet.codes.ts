/** How far the level proposed to a guichet has come, before a convention commits to it. */
export const Proposal = ['PROPOSED', 'DISCUSSED', 'AGREED'] as const;
export type Proposal = (typeof Proposal)[number];

/** Answer of the reception survey: does the guichet offer an appointment? */
export const AppointmentPractice = ['ALWAYS', 'SOMETIMES', 'NEVER'] as const;
export type AppointmentPractice = (typeof AppointmentPractice)[number];

export const Weekday = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof Weekday)[number];

/** In which weeks opening hours hold: those of odd or even number in the year, or one of the month. */
export const HoursWeeks = ['ALL', 'ODD', 'EVEN', 'FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST'] as const;
export type HoursWeeks = (typeof HoursWeeks)[number];
