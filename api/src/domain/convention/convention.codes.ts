/** Stored states of a convention's version; "in force" and "expired" are never stored. */
export const ConventionState = [
  'DRAFT',
  'IN_REVIEW',
  'CORRECTION',
  'TO_SIGN',
  'SIGNED',
  'TERMINATED',
  'CANCELLED',
] as const;
export type ConventionState = (typeof ConventionState)[number];

/** What people read: the state, and for a signed version what the day makes of it, or that it was withdrawn. */
export const ConventionStatus = [
  'DRAFT',
  'IN_REVIEW',
  'CORRECTION',
  'TO_SIGN',
  'UPCOMING',
  'IN_FORCE',
  'EXPIRED',
  'TERMINATED',
  'WITHDRAWN',
  'CANCELLED',
] as const;
export type ConventionStatus = (typeof ConventionStatus)[number];

/** Names of the moves between states: `convention.rules.ts` has the table. */
export const ConventionTransition = [
  'SUBMIT',
  'REQUEST_CORRECTION',
  'RESUBMIT',
  'SEND_TO_SIGN',
  'SIGN',
  'TERMINATE',
  'WITHDRAW',
  'CANCEL',
] as const;
export type ConventionTransition = (typeof ConventionTransition)[number];

/** What a transition of a convention can find missing; `convention.rules.ts` says which field answers each. */
export const ConventionNeed = [
  'REFERENTIAL',
  'LEVEL',
  'TERM',
  'RECEPTION_MODES',
  'SIGNED_ON',
  'SIGNATORIES',
  'TERMINATED_ON',
  'TERMINATION_MOTIVE',
  'WITHDRAWN_ON',
  'WITHDRAWAL_MOTIVE',
  'CANCELLATION_MOTIVE',
  'DELIBERATION',
  'SNE_CONVENTION',
  'ETP',
  'OPEN_COMMENT',
  'COMMENTS_RESOLVED',
  'GUICHET_AFTER',
] as const;
export type ConventionNeed = (typeof ConventionNeed)[number];

/** What a reviewing agent can do of the answer "nothing to change". */
export const ReadingAct = ['CONFIRM', 'WITHDRAW'] as const;
export type ReadingAct = (typeof ReadingAct)[number];

/** What staff do of a convention beside moving it towards signature: `acts.rules.ts` says when each is open. */
export const ConventionAct = ['AMEND', 'RENEW', 'DELIBERATION', 'SNE_CONVENTION', 'SETTLE'] as const;
export type ConventionAct = (typeof ConventionAct)[number];

/** What the end of a convention asks for. UNSETTLED: it is over, nothing follows, and nobody said what becomes of the guichet. */
export const ConventionTermAlert = ['ENDS_SOON', 'UNSETTLED'] as const;
export type ConventionTermAlert = (typeof ConventionTermAlert)[number];

/** What people are told about a convention without being stopped. */
export const ConventionWarning = [
  'REGISTERS_WITHOUT_DELIBERATION',
  'REGISTERS_WITHOUT_SNE_CONVENTION',
  'TERM_TOO_LONG',
  'ETP_TOO_LOW',
] as const;
export type ConventionWarning = (typeof ConventionWarning)[number];

export const CommentState = ['OPEN', 'RESOLVED'] as const;
export type CommentState = (typeof CommentState)[number];

export const ConventionFileKind = ['SIGNED_SCAN', 'GENERATED'] as const;
export type ConventionFileKind = (typeof ConventionFileKind)[number];

/** Where a convention's version stands: may its content change, does it bind, can it still move? */
export const conventionStates: Readonly<
  Record<ConventionState, { editable: boolean; binds: boolean; final: boolean }>
> = {
  DRAFT: { editable: true, binds: false, final: false },
  IN_REVIEW: { editable: false, binds: false, final: false },
  CORRECTION: { editable: true, binds: false, final: false },
  TO_SIGN: { editable: false, binds: false, final: false },
  SIGNED: { editable: false, binds: true, final: false },
  TERMINATED: { editable: false, binds: true, final: true },
  CANCELLED: { editable: false, binds: false, final: true },
};
