import { Refusal } from '../../base/refusal.js';
import type { ConventionNeed, ConventionState, ConventionTransition } from './convention.codes.js';

const stateOf = (code: ConventionState) => ({ list: 'ConventionState', code }) as const;
const transitionOf = (code: ConventionTransition) => ({ list: 'ConventionTransition', code }) as const;

/** The state does not open this transition. */
export class ConventionTransitionNotAllowed extends Refusal {
  constructor(transition: ConventionTransition, state: ConventionState) {
    super('RULE', { transition: transitionOf(transition), state: stateOf(state) });
  }
}

/** The state opens it, but not to this role. */
export class ConventionTransitionForbidden extends Refusal {
  constructor(transition: ConventionTransition) {
    super('FORBIDDEN', { transition: transitionOf(transition) });
  }
}

/** `missing`: everything that is lacking, named at once; `field`: the first of them. */
export class ConventionIncomplete extends Refusal {
  constructor(
    transition: ConventionTransition,
    readonly missing: readonly ConventionNeed[],
    field: string,
  ) {
    super(
      'RULE',
      {
        transition: transitionOf(transition),
        missing: missing.map((code) => ({ list: 'ConventionNeed', code }) as const),
      },
      { field },
    );
  }
}

export class ConventionTermReversed extends Refusal {
  constructor(startsOn: string, endsOn: string) {
    super('BAD_USER_INPUT', { startsOn, endsOn }, { field: 'endsOn' });
  }
}

export class ConventionTermTooLong extends Refusal {
  constructor(maxYears: number, lastDay: string) {
    super('RULE', { maxYears, lastDay }, { field: 'endsOn' });
  }
}

/** At any date a guichet has at most one convention in force; `number` is the other one. */
export class ConventionOverlaps extends Refusal {
  constructor(number: string, startsOn: string, endsOn: string) {
    super('RULE', { number, startsOn, endsOn }, { field: 'startsOn' });
  }
}

export class ConventionNotEditable extends Refusal {
  constructor(state: ConventionState) {
    super('RULE', { state: stateOf(state) });
  }
}

/** A version is being prepared already: two drafts of one convention would contradict each other. */
export class ConventionInPreparation extends Refusal {
  constructor(number: string) {
    super('RULE', { number });
  }
}

export class ConventionExpired extends Refusal {
  constructor(endsOn: string) {
    super('RULE', { endsOn });
  }
}

export class SignatureInFuture extends Refusal {
  constructor(signedOn: string) {
    super('RULE', { signedOn }, { field: 'signedOn' });
  }
}

/** What has not begun is not terminated: the parties withdraw it. */
export class ConventionNotStarted extends Refusal {
  constructor(startsOn: string) {
    super('RULE', { startsOn });
  }
}

/** What has begun is not withdrawn: it is terminated. */
export class ConventionStarted extends Refusal {
  constructor(startsOn: string) {
    super('RULE', { startsOn });
  }
}

export class WithdrawalInFuture extends Refusal {
  constructor(withdrawnOn: string) {
    super('RULE', { withdrawnOn }, { field: 'withdrawnOn' });
  }
}

export class WithdrawalBeforeSignature extends Refusal {
  constructor(signedOn: string) {
    super('RULE', { signedOn }, { field: 'withdrawnOn' });
  }
}

/** The guichet stays as it is up to a last day to come: what becomes of it is said once that day is over. */
export class GuichetAfterTooEarly extends Refusal {
  constructor(terminatedOn: string) {
    super('RULE', { terminatedOn }, { field: 'guichet' });
  }
}

export class TerminationBeforeStart extends Refusal {
  constructor(startsOn: string) {
    super('RULE', { startsOn }, { field: 'terminatedOn' });
  }
}

export class TerminationAfterEnd extends Refusal {
  constructor(endsOn: string) {
    super('RULE', { endsOn }, { field: 'terminatedOn' });
  }
}

/** A signed avenant would bring the convention back on its first day: it is the one to end. */
export class AvenantTakesOver extends Refusal {
  constructor(startsOn: string) {
    super('RULE', { startsOn });
  }
}

/** Notice is given before the end that it announces. */
export class NoticeAfterTermination extends Refusal {
  constructor(terminatedOn: string) {
    super('RULE', { terminatedOn }, { field: 'noticeOn' });
  }
}

/** The term goes on after the day on which the guichet closes. */
export class ConventionBeyondClosing extends Refusal {
  constructor(name: string, closedOn: string) {
    super('RULE', { name, closedOn }, { field: 'endsOn' });
  }
}

/** Only a convention that never left its first draft is removed. */
export class ConventionHasHistory extends Refusal {
  constructor(number: string) {
    super('RULE', { number });
  }
}

/** The number stands on a signed document. */
export class ConventionNumberFixed extends Refusal {
  constructor(number: string) {
    super('RULE', { number }, { field: 'number' });
  }
}

/** The deliberation authorises the signature. */
export class DeliberationAfterSignature extends Refusal {
  constructor(deliberationOn: string) {
    super('RULE', { deliberationOn }, { field: 'signedOn' });
  }
}

export class DeliberationInFuture extends Refusal {
  constructor(on: string) {
    super('RULE', { on }, { field: 'on' });
  }
}

export class SneConventionInFuture extends Refusal {
  constructor(signedOn: string) {
    super('RULE', { signedOn }, { field: 'signedOn' });
  }
}

/** The deliberation and the State's convention are entered with the rest in draft, and are part of the contract once it is signed. */
export class DeliberationNotRecordable extends Refusal {
  constructor(state: ConventionState) {
    super('RULE', { state: stateOf(state) });
  }
}

/** In correction, only what somebody commented on is open. */
export class ConventionFieldLocked extends Refusal {
  constructor(field: string) {
    super('RULE', { name: { concept: 'ConventionVersion', field } }, { field });
  }
}

export class ConventionNotCommentable extends Refusal {
  constructor(state: ConventionState) {
    super('RULE', { state: stateOf(state) });
  }
}

/** Those whom the guichet names say that there is nothing to change while they are asked to read. */
export class ConventionNotInReview extends Refusal {
  constructor(state: ConventionState) {
    super('RULE', { state: stateOf(state) });
  }
}

/** Nothing to change, and something to answer, contradict each other. */
export class ReadingWithComments extends Refusal {
  constructor() {
    super('RULE', {}, { field: 'comments' });
  }
}

/** A comment is on a field of the content, by its name. */
export class CommentOnNoField extends Refusal {
  constructor(name: string) {
    super('BAD_USER_INPUT', { name }, { field: 'field' });
  }
}

/** An avenant changes what binds: a version in force or to come. */
export class NothingToAmend extends Refusal {
  constructor(number: string) {
    super('RULE', { number });
  }
}

/** An avenant takes over within the term of the version that it changes, from its second day on. */
export class AvenantOutsideTerm extends Refusal {
  constructor(startsOn: string, endsOn: string) {
    super('RULE', { startsOn, endsOn }, { field: 'startsOn' });
  }
}

/** Only what was signed once is renewed. */
export class NothingToRenew extends Refusal {
  constructor(number: string) {
    super('RULE', { number });
  }
}

export class ConventionNotSigned extends Refusal {
  constructor(state: ConventionState) {
    super('RULE', { state: stateOf(state) });
  }
}

export class ConventionStillBinds extends Refusal {
  constructor(endsOn: string) {
    super('RULE', { endsOn });
  }
}

/** Another convention took over: it says what the guichet does. */
export class ConventionSucceeded extends Refusal {
  constructor(number: string) {
    super('RULE', { number });
  }
}

export class GuichetAlreadySettled extends Refusal {
  constructor(on: string) {
    super('RULE', { on });
  }
}
