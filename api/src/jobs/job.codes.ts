/** Work that waits for its time. */
export const JobName = ['HOUR', 'MAIL'] as const;
export type JobName = (typeof JobName)[number];
