/** SENDING outlives a crash: whether that mail left is not known, so that it is never sent twice. */
export const MailStatus = ['QUEUED', 'SENDING', 'SENT', 'FAILED'] as const;
export type MailStatus = (typeof MailStatus)[number];

/** What a mail is for. */
export const MailKind = ['INVITATION', 'RESET', 'ADDRESS', 'DIGEST'] as const;
export type MailKind = (typeof MailKind)[number];

/** What became of a mail, as people are told. UNCERTAIN: it may have left. */
export const MailState = ['WAITING', 'SENT', 'FAILED', 'UNCERTAIN'] as const;
export type MailState = (typeof MailState)[number];

/** Why a mail did not leave, or may not have. */
export const MailProblem = [
  'ADDRESS_UNKNOWN',
  'MAILBOX_FULL',
  'REJECTED',
  'LOGIN',
  'PUT_OFF',
  'REFUSED',
  'UNREACHABLE',
  'CUT_OFF',
] as const;
export type MailProblem = (typeof MailProblem)[number];
