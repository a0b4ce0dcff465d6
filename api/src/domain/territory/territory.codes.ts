/** Who decides or meets on a milestone of the plan. */
export const Body = ['CIL', 'ATUL', 'COTECH', 'OTHER'] as const;
export type Body = (typeof Body)[number];
