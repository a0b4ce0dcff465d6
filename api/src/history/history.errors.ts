import { Refusal } from '../base/refusal.js';

/** What the change put there is there no more: undoing it would take back somebody else's change too. */
export class HistoryMovedOn extends Refusal {
  constructor(field?: string) {
    super('CONFLICT', {}, { field });
  }
}

/** A change that no plain write takes back: a state, a signature, a deletion. */
export class ChangeNotUndoable extends Refusal {
  constructor() {
    super('RULE');
  }
}
