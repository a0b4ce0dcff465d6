import { Refusal } from '../../base/refusal.js';

export class AgentEnded extends Refusal {
  constructor(name: string, endedOn: string) {
    super('RULE', { name, endedOn }, { field: 'agentId' });
  }
}

/** One assignment at a time between an agent and a guichet; two guichets at once are ordinary. */
export class AssignmentsOverlap extends Refusal {
  constructor(name: string, guichet: string) {
    super('RULE', { name, guichet }, { field: 'startsOn' });
  }
}

/** A full-time equivalent is more than 0 and at most 1 for one agent at one guichet. */
export class InvalidEtp extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'etp' });
  }
}
