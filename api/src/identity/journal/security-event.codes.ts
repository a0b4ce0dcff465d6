/** What the journal of security keeps. */
export const SecurityEventKind = [
  'SIGN_IN',
  'SIGN_IN_FAILED',
  'LIMIT_REACHED',
  'REFUSED',
  'LINK_MADE',
  'LINK_USED',
  'PASSWORD_CHANGED',
  'RIGHTS_CHANGED',
  'EXPORT',
  'DOWNLOAD',
  'PAGE_READ',
] as const;
export type SecurityEventKind = (typeof SecurityEventKind)[number];
