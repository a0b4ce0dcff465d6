/** What a single-use link is for. */
export const TokenPurpose = ['INVITATION', 'RESET'] as const;
export type TokenPurpose = (typeof TokenPurpose)[number];
