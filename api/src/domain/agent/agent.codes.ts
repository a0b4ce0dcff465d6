export const Qualification = ['INFORMED', 'QUALIFIED'] as const;
export type Qualification = (typeof Qualification)[number];
