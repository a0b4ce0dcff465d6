import { Refusal } from '../../base/refusal.js';
import type { CampaignReason } from './campaign.codes.js';

/** As many names as a sentence bears. */
const few = (names: readonly string[]): readonly string[] => (names.length > 6 ? [...names.slice(0, 5), '…'] : names);

/** Nobody was chosen. */
export class CampaignEmpty extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'lines' });
  }
}

/** One line says two things of one guichet. */
export class CampaignGuichetTwice extends Refusal {
  constructor(name: string) {
    super('BAD_USER_INPUT', { name }, { field: 'lines' });
  }
}

/** For these guichets no convention can be prepared on the days of the campaign: none of the others was either. */
export class CampaignGuichetsLeftOut extends Refusal {
  constructor(guichets: readonly string[], reason: CampaignReason) {
    super('RULE', { guichets: few(guichets), reason: { list: 'CampaignReason', code: reason } }, { field: 'lines' });
  }
}

/** A second click, or a colleague's: the conventions asked for are those of a campaign that is there already. */
export class CampaignAlreadyPrepared extends Refusal {
  constructor(name: string) {
    super('RULE', { name });
  }
}

/** A campaign follows a référentiel that was published. */
export class CampaignReferentialDraft extends Refusal {
  constructor(name: string) {
    super('RULE', { name }, { field: 'referentialId' });
  }
}

/** Only a campaign whose conventions are all untouched drafts is undone. */
export class CampaignMovedOn extends Refusal {
  constructor(number: string, guichet: string) {
    super('RULE', { number, guichet });
  }
}
