/** What happened to a row; BASELINE: nothing yet, history began with it as it was. */
export const ChangeAction = ['BASELINE', 'CREATED', 'UPDATED', 'DELETED'] as const;
export type ChangeAction = (typeof ChangeAction)[number];
