/** What looks odd in the numéro unique of a request: told, never refused. */
export const RequestNumberOddity = ['LENGTH', 'CHARACTERS', 'MONTH', 'OTHER_MONTH'] as const;
export type RequestNumberOddity = (typeof RequestNumberOddity)[number];

export const Channel = ['GUICHET', 'ONLINE', 'POST', 'TELEPHONE'] as const;
export type Channel = (typeof Channel)[number];
