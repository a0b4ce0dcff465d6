import type { Level } from '../../base/codes.js';
import { Refusal } from '../../base/refusal.js';
import type { ObligationKind, ReferentialFlaw, ReferentialItemKind } from './referential.codes.js';

const levelOf = (code: Level) => ({ list: 'Level', code }) as const;
const kindOf = (code: ObligationKind) => ({ list: 'ObligationKind', code }) as const;

/** Published, it is what people sign and are judged by: a new version is prepared instead. */
export class ReferentialPublished extends Refusal {
  constructor(name: string) {
    super('RULE', { name });
  }
}

/** A draft is no ground for a convention yet. */
export class ReferentialNotPublished extends Refusal {
  constructor(name: string) {
    super('RULE', { name }, { field: 'referentialId' });
  }
}

/** `name`, `validFrom`: of the version that it would follow. */
export class ReferentialTooEarly extends Refusal {
  constructor(name: string, validFrom: string) {
    super('RULE', { name, validFrom }, { field: 'validFrom' });
  }
}

/** `levels`: those without a text that says what they are. */
export class ReferentialLevelsUndescribed extends Refusal {
  constructor(levels: readonly Level[]) {
    super('RULE', { levels: levels.map(levelOf) }, { field: 'items' });
  }
}

export class ObligationIncoherent extends Refusal {
  constructor(level: Level, kind: ObligationKind, flaw: ReferentialFlaw) {
    super(
      'RULE',
      { level: levelOf(level), kind: kindOf(kind), flaw: { list: 'ReferentialFlaw', code: flaw } },
      { field: 'obligations' },
    );
  }
}

export class ObligationAlreadySet extends Refusal {
  constructor(level: Level, kind: ObligationKind) {
    super('CONFLICT', { level: levelOf(level), kind: kindOf(kind) }, { field: 'kind' });
  }
}

/** Levels, ways to receive and competences are those that rules know. */
export class UnknownItemCode extends Refusal {
  constructor(kind: ReferentialItemKind, code: string) {
    super('BAD_USER_INPUT', { kind: { list: 'ReferentialItemKind', code: kind }, code }, { field: 'code' });
  }
}

/** Codes of missions and means: letters, digits and `_`, so that they pass through addresses and lists. */
export class InvalidItemCode extends Refusal {
  constructor(code: string) {
    super('BAD_USER_INPUT', { code }, { field: 'code' });
  }
}

export class ItemAlreadyNamed extends Refusal {
  constructor(kind: ReferentialItemKind, code: string) {
    super('CONFLICT', { kind: { list: 'ReferentialItemKind', code: kind }, code }, { field: 'code' });
  }
}

/** A mission that the version's référentiel does not have. */
export class UnknownMission extends Refusal {
  constructor(code: string, name: string) {
    super('BAD_USER_INPUT', { code, name }, { field: 'missions' });
  }
}

/** `complianceReport` was asked for a year that no plan and no memory reaches. */
export class InvalidYear extends Refusal {
  constructor(min: number, max: number, field: string) {
    super('BAD_USER_INPUT', { min, max }, { field });
  }
}
