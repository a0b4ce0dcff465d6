import { Refusal } from '../../base/refusal.js';

export class AccountAlreadyExists extends Refusal {
  /** @param email or the name of an agent who has none */
  constructor(email: string) {
    super('CONFLICT', { email }, { field: 'email' });
  }
}

/** The demonstration, where everybody is whom they like, ends with the first real account: nobody is to end it by trying. */
export class RealAddressInDemo extends Refusal {
  constructor() {
    super('RULE', {}, { field: 'email' });
  }
}

/** Unknown address and wrong password are one refusal: an address is not confirmed to a stranger. */
export class WrongCredentials extends Refusal {
  constructor() {
    super('UNAUTHENTICATED');
  }
}

/** Told only after the right password. */
export class AccountEnded extends Refusal {
  constructor() {
    super('UNAUTHENTICATED');
  }
}

/** @param first whether no try waited before this one: the journal tells of it alone */
export class TooManyAttempts extends Refusal {
  constructor(
    minutes: number,
    readonly first = true,
  ) {
    super('RATE_LIMITED', { minutes });
  }
}

/** Too many tries for this account, or from this network, where mails leave: its owner enters by one. */
export class TooManyAttemptsAskLink extends Refusal {
  constructor(
    minutes: number,
    readonly first = true,
  ) {
    super('RATE_LIMITED', { minutes });
  }
}

export class TokenUnknown extends Refusal {
  constructor() {
    super('NOT_FOUND');
  }
}

export class TokenSpent extends Refusal {
  constructor() {
    super('RULE');
  }
}

export class TokenExpired extends Refusal {
  constructor() {
    super('RULE');
  }
}

export class PasswordTooShort extends Refusal {
  constructor(min: number) {
    super('BAD_USER_INPUT', { min }, { field: 'password' });
  }
}

/** Among the first that anybody tries: a common password, a run of keys, a repetition. */
export class PasswordTooCommon extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'password' });
  }
}

/** It leans on a word about its owner or the service. */
export class PasswordTellsOfYou extends Refusal {
  constructor(word: string) {
    super('BAD_USER_INPUT', { word }, { field: 'password' });
  }
}

/** The session is too old for this account: a password or a link opens it anew. */
export class SignInAgain extends Refusal {
  constructor() {
    super('UNAUTHENTICATED');
  }
}

/** Whoever changes their password gives the present one. */
export class PresentPasswordWrong extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'present' });
  }
}

export class InvalidEmail extends Refusal {
  constructor(value: string, field: string) {
    super('BAD_USER_INPUT', { value }, { field });
  }
}

/** The name of a person stands in mails of ours: it leads nowhere. */
export class NameHoldsAddress extends Refusal {
  constructor(field: string) {
    super('BAD_USER_INPUT', {}, { field });
  }
}

/** Staff and agents work for one EPCI. */
export class AccountNeedsEpci extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'epciId' });
  }
}

/** An agent's account shows an agent's guichets: it names the agent. */
export class AccountNeedsAgent extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'agentId' });
  }
}

/** An agent is named for an agent's account alone: it would decide nothing elsewhere. */
export class AgentNotForThisRole extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'agentId' });
  }
}

/** Another address would hand over what somebody else has opened: only an administrator gives it one. */
export class AddressIsTheirs extends Refusal {
  constructor() {
    super('RULE', {}, { field: 'email' });
  }
}

/** The page was opened with another account than the session works with now: another tab has changed it. */
export class AnotherAccount extends Refusal {
  constructor() {
    super('CONFLICT');
  }
}

/** No link for an account that has ended: it would open nothing. */
export class AccountMustBeReopened extends Refusal {
  constructor() {
    super('RULE');
  }
}

export class CannotEndOwnAccount extends Refusal {
  constructor() {
    super('RULE');
  }
}

/** One-click personas exist in the demonstration only. */
export class PersonaUnavailable extends Refusal {
  constructor() {
    super('NOT_FOUND');
  }
}
