import { Refusal } from '../../base/refusal.js';

export class InvalidInseeCode extends Refusal {
  constructor(value: string) {
    super('BAD_USER_INPUT', { value }, { field: 'inseeCode' });
  }
}

export class InvalidSiren extends Refusal {
  constructor(value: string) {
    super('BAD_USER_INPUT', { value }, { field: 'siren' });
  }
}

/** A code names one commune at a time: codes are reused after a merger. */
export class CommunePeriodsOverlap extends Refusal {
  constructor(inseeCode: string) {
    super('RULE', { inseeCode }, { field: 'validFrom' });
  }
}

/** The public list of EPCIs has no such SIREN. */
export class UnknownSiren extends Refusal {
  constructor(siren: string) {
    super('NOT_FOUND', { siren }, { field: 'siren' });
  }
}

export class EpciAlreadySetUp extends Refusal {
  constructor(name: string) {
    super('CONFLICT', { name }, { field: 'siren' });
  }
}

export class CommuneNotMember extends Refusal {
  constructor(name: string) {
    super('RULE', { name }, { field: 'communeId' });
  }
}

/** Days and hours of the EPCI are read in it: a name that nobody knows would leave it without a today. */
export class InvalidTimeZone extends Refusal {
  constructor(value: string) {
    super('BAD_USER_INPUT', { value }, { field: 'timeZone' });
  }
}

export class PlanTooLong extends Refusal {
  constructor(maxYears: number, lastDay: string) {
    super('RULE', { maxYears, lastDay }, { field: 'endsOn' });
  }
}
