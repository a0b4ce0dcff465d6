import { Refusal } from '../../base/refusal.js';
import type { MeetingState, MeetingTransition } from './meeting.codes.js';

export class MeetingTransitionNotAllowed extends Refusal {
  constructor(transition: MeetingTransition, state: MeetingState) {
    super('RULE', {
      transition: { list: 'MeetingTransition', code: transition },
      state: { list: 'MeetingState', code: state },
    });
  }
}

/** Signing in is not open yet. */
export class MeetingNotOpen extends Refusal {
  constructor() {
    super('RULE');
  }
}

/** The sheet is closed: staff changes it with a motive, agents declare. */
export class MeetingClosed extends Refusal {
  constructor() {
    super('RULE');
  }
}

export class MeetingCancelled extends Refusal {
  constructor() {
    super('RULE');
  }
}

/** Signing in, or opening it, on another day than the meeting's. */
export class NotExpectedDate extends Refusal {
  constructor(heldOn: string) {
    super('RULE', { heldOn });
  }
}

export class AnswerTooLate extends Refusal {
  constructor(heldOn: string) {
    super('RULE', { heldOn });
  }
}

export class AlreadyPresent extends Refusal {
  constructor() {
    super('RULE');
  }
}

/** The meeting is not over: sign in at the meeting instead of declaring it. */
export class DeclarationTooEarly extends Refusal {
  constructor(heldOn: string) {
    super('RULE', { heldOn }, { field: 'heldOn' });
  }
}

export class DeclarationTooLate extends Refusal {
  constructor(lastDay: string) {
    super('RULE', { lastDay }, { field: 'heldOn' });
  }
}

export class DeclarationPending extends Refusal {
  constructor() {
    super('RULE');
  }
}

/** Staff has decided; or there was nothing to decide. */
export class DeclarationAlreadyDecided extends Refusal {
  constructor() {
    super('RULE');
  }
}

/** A correction, with its motive, is for a closed sheet; an open one is simply saved. */
export class SheetStillOpen extends Refusal {
  constructor() {
    super('RULE');
  }
}

/** A sheet is closed once the meeting has been held. */
export class SheetNotReady extends Refusal {
  constructor(heldOn: string) {
    super('RULE', { heldOn });
  }
}

export class MeetingTimesReversed extends Refusal {
  constructor(startTime: string, endTime: string) {
    super('BAD_USER_INPUT', { startTime, endTime }, { field: 'endTime' });
  }
}
