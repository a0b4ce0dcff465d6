import { agentsReadWhere, callerGuichets, ownEpci } from '../../access/policies.js';
import { Code, Concept, One, type Ref, Text, Whole } from '../../concept/decorators.js';
import { ConventionFileKind } from '../codes.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { ConventionVersion } from './convention-version.entity.js';

/** A file of a convention, known by the SHA-256 of its content: never replaced, a second one is a second version. */
@Concept({
  plural: 'conventionFiles',
  title: ['fileName'],
  order: ['kind', 'rank'],
  uniques: [
    ['version', 'kind', 'sha256'],
    ['version', 'kind', 'rank'],
  ],
  access: {
    parvis_staff: { read: ownEpci, create: ownEpci },
    ...agentsReadWhere(`guichet_id = any(${callerGuichets})`),
  },
})
export class ConventionFile extends EpciConcept {
  @One(() => ConventionVersion, { write: 'none' }) version!: Ref<ConventionVersion>;
  @One(() => Guichet, { write: 'none' }) guichet!: Ref<Guichet>;
  @Code({ ConventionFileKind }, { write: 'none' }) kind!: ConventionFileKind;
  @Whole({ min: 1, write: 'none' }) rank!: number;
  @Text({ write: 'none' }) fileName!: string;
  @Text({ max: 100, write: 'none' }) mediaType!: string;
  /** Bytes. */
  @Whole({ write: 'none' }) size!: number;
  @Text({ max: 64, write: 'none' }) sha256!: string;
  @Text({ max: 120, personal: true, write: 'none' }) addedByName!: string;
}
