import { Refusal } from '../../base/refusal.js';

export class GuichetClosed extends Refusal {
  constructor(name: string, closedOn: string) {
    super('RULE', { name, closedOn }, { field: 'guichetId' });
  }
}

/** A convention binds the guichet after the closing day: end it first. */
export class GuichetStillBound extends Refusal {
  constructor(number: string, endsOn: string) {
    super('RULE', { number, endsOn }, { field: 'closedOn' });
  }
}

export class InvalidOpeningHours extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'openingHours' });
  }
}
