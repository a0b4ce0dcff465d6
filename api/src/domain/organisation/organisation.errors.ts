import { Refusal } from '../../base/refusal.js';

export class OrganisationArchived extends Refusal {
  constructor(name: string) {
    super('RULE', { name }, { field: 'organisationId' });
  }
}

/** Archiving an organisation that still carries open guichets would leave them without anyone answerable. */
export class OrganisationCarriesGuichets extends Refusal {
  constructor(name: string, guichets: number) {
    super('RULE', { name, guichets }, { field: 'archivedOn' });
  }
}
