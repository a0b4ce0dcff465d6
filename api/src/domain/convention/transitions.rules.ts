import type { Role } from '../../base/codes.js';
import type { ConventionNeed, ConventionState, ConventionTransition } from './convention.codes.js';

/** `needs`: what the version must hold. `asks`: what the caller must give. */
export interface TransitionRule {
  /** The states that it leaves, with the roles that may move a version from each. AGENT: those whom the guichet names for its review. */
  readonly from: Readonly<Partial<Record<ConventionState, readonly Role[]>>>;
  readonly to: ConventionState;
  readonly needs: readonly ConventionNeed[];
  readonly asks: readonly ConventionNeed[];
}

/** Without these a convention commits to nothing (CCH R.441-2-10: what each place of reception does at the least). */
const COMMITMENT = ['REFERENTIAL', 'LEVEL', 'TERM', 'RECEPTION_MODES'] as const;
const STAFF = ['EPCI_STAFF'] as const;
const BOTH_SIDES = ['EPCI_STAFF', 'AGENT'] as const;

/**
 * Life of a version: `DRAFT → IN_REVIEW ⇄ CORRECTION → TO_SIGN → SIGNED → TERMINATED`, `CANCELLED` before it takes effect: by
 * EPCI staff until it is signed, by both parties together (withdrawn: a day and a motive) between signature and first day. What
 * is seen at the moment of signing goes back to correction, by EPCI staff alone.
 * The one table used by the rule, the database's check, the API's list of open transitions, the screens and the tests.
 */
export const conventionTransitions: Readonly<Record<ConventionTransition, TransitionRule>> = {
  SUBMIT: { from: { DRAFT: STAFF }, to: 'IN_REVIEW', needs: COMMITMENT, asks: [] },
  REQUEST_CORRECTION: {
    from: { IN_REVIEW: BOTH_SIDES, TO_SIGN: STAFF },
    to: 'CORRECTION',
    needs: ['OPEN_COMMENT'],
    asks: [],
  },
  RESUBMIT: {
    from: { CORRECTION: BOTH_SIDES },
    to: 'IN_REVIEW',
    needs: [...COMMITMENT, 'COMMENTS_RESOLVED'],
    asks: [],
  },
  SEND_TO_SIGN: {
    from: { IN_REVIEW: STAFF, CORRECTION: STAFF },
    to: 'TO_SIGN',
    needs: [...COMMITMENT, 'ETP', 'COMMENTS_RESOLVED'],
    asks: [],
  },
  SIGN: {
    from: { TO_SIGN: STAFF },
    to: 'SIGNED',
    // The council often votes once the text is settled: its deliberation is asked for here, and no earlier.
    needs: [...COMMITMENT, 'DELIBERATION', 'SNE_CONVENTION', 'ETP', 'COMMENTS_RESOLVED'],
    asks: ['SIGNED_ON', 'SIGNATORIES'],
  },
  TERMINATE: {
    from: { SIGNED: STAFF },
    to: 'TERMINATED',
    needs: [],
    asks: ['TERMINATED_ON', 'TERMINATION_MOTIVE', 'GUICHET_AFTER'],
  },
  // Before the first day only; afterwards TERMINATE.
  WITHDRAW: {
    from: { SIGNED: STAFF },
    to: 'CANCELLED',
    needs: [],
    asks: ['WITHDRAWN_ON', 'WITHDRAWAL_MOTIVE'],
  },
  CANCEL: {
    from: { DRAFT: STAFF, IN_REVIEW: STAFF, CORRECTION: STAFF, TO_SIGN: STAFF },
    to: 'CANCELLED',
    needs: [],
    asks: ['CANCELLATION_MOTIVE'],
  },
};

/** The roles that may move a version along from this state; none when the state does not open it. */
export function rolesFrom(name: ConventionTransition, state: ConventionState): readonly Role[] {
  return conventionTransitions[name].from[state] ?? [];
}

/** The roles that may ever do it. */
export function rolesOf(name: ConventionTransition): readonly Role[] {
  return [...new Set(Object.values(conventionTransitions[name].from).flat())];
}

/** The table line by line, as the database's check takes it. */
export const conventionMoves = Object.values(conventionTransitions).flatMap(({ from, to }) =>
  Object.entries(from).map(([state, roles]) => ({ from: state as ConventionState, to, roles })),
);

/** The GraphQL field or argument that answers each need, for the screen to lead there. */
export const needField: Readonly<Record<ConventionNeed, string>> = {
  REFERENTIAL: 'referentialId',
  LEVEL: 'level',
  TERM: 'endsOn',
  RECEPTION_MODES: 'receptionModes',
  SIGNED_ON: 'signedOn',
  SIGNATORIES: 'signatories',
  TERMINATED_ON: 'terminatedOn',
  TERMINATION_MOTIVE: 'motive',
  WITHDRAWN_ON: 'withdrawnOn',
  WITHDRAWAL_MOTIVE: 'motive',
  CANCELLATION_MOTIVE: 'motive',
  DELIBERATION: 'deliberationOn',
  SNE_CONVENTION: 'sneSignedOn',
  ETP: 'etp',
  OPEN_COMMENT: 'comments',
  COMMENTS_RESOLVED: 'comments',
  GUICHET_AFTER: 'guichet',
};
