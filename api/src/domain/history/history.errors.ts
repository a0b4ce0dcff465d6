import { Refusal } from '../errors.js';

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

/** Rows are known as they were recorded from the first recorded change on. @param since its instant, in UTC, as ISO text */
export class AsOfBeforeHistory extends Refusal {
  constructor(since: string) {
    super('BAD_USER_INPUT', { from: since.slice(0, 10), time: since.slice(11, 19) }, { field: 'asOf' });
  }
}
