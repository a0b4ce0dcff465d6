import type { Level, ObligationKind } from '../codes.js';
import { Refusal } from '../errors.js';

export class ReferentialsOverlap extends Refusal {
  constructor(name: string) {
    super('RULE', { name }, { field: 'validFrom' });
  }
}

/** Conventions were signed under it: a new version is made instead. */
export class ReferentialInUse extends Refusal {
  constructor(name: string) {
    super('RULE', { name });
  }
}

export class ObligationAlreadySet extends Refusal {
  constructor(level: Level, kind: ObligationKind) {
    super(
      'CONFLICT',
      { level: { list: 'Level', code: level }, kind: { list: 'ObligationKind', code: kind } },
      { field: 'kind' },
    );
  }
}

/** `complianceReport` was asked for a year that no plan and no memory reaches. */
export class InvalidYear extends Refusal {
  constructor(min: number, max: number, field: string) {
    super('BAD_USER_INPUT', { min, max }, { field });
  }
}
