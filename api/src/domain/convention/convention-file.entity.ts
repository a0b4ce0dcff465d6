import { Code, Concept, One, type Ref, Text, Whole } from '../../concept/decorators.js';
import { agentsReadWhere, callerGuichets, ownEpci, people } from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { ConventionFileKind } from './convention.codes.js';
import { ConventionVersion } from './convention-version.entity.js';

/**
 * A file of a convention, known by the SHA-256 of its content and never replaced: a second scan is the next rank, and so is each
 * sending to sign, whose Word document and PDF share theirs. Agents see the files of the versions that they see.
 */
@Concept({
  plural: 'conventionFiles',
  partOf: ['version'],
  title: ['fileName'],
  order: ['kind', 'rank'],
  uniques: [['version', 'kind', 'mediaType', 'rank']],
  access: {
    parvis_staff: { read: ownEpci, create: ownEpci },
    ...agentsReadWhere(
      `guichet_id = any(${callerGuichets}) and exists (select 1 from convention_version v where v.id = version_id)`,
    ),
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
  @Text({ max: 120, personal: true, readers: people, write: 'none' }) addedByName!: string;
}
