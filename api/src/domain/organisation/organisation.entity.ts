import { Code, Concept, Day, type Many, ManyOf, One, type Ref, Text } from '../../concept/decorators.js';
import { agentsRead, analystsRead, staffManage } from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { Commune } from '../territory/commune.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { siren } from '../territory/territory.shapes.js';
import { OrganisationKind } from './organisation.codes.js';

/** A body that carries guichets, employs agents or takes part in the service. */
@Concept({
  plural: 'organisations',
  crud: { create: true, update: true, delete: true },
  title: ['name'],
  search: ['name', 'siren'],
  access: { ...staffManage, ...agentsRead, ...analystsRead },
})
export class Organisation extends EpciConcept {
  @Text() name!: string;
  @Code({ OrganisationKind }) kind!: OrganisationKind;
  @Text({ max: 9, shape: siren, nullable: true }) siren?: string | null;
  @One(() => Commune, { nullable: true }) commune?: Ref<Commune> | null;
  @Day({ nullable: true }) archivedOn?: string | null;
  @ManyOf(() => Guichet, 'organisation') guichets?: Many<Guichet>;
}
