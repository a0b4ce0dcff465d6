import { Bool, Concept, Text, Whole } from '../../concept/decorators.js';
import { agentsRead, analystsRead, staffManageExceptDelete } from '../../identity/access/policies.js';
import { EpciConcept } from '../territory/epci-concept.js';

/**
 * A Word template of conventions that an EPCI uses instead of the one that comes with Parvis: one at most is in use. Whoever
 * reads conventions reads it, since their documents are made of it.
 */
@Concept({
  plural: 'documentTemplates',
  title: ['fileName'],
  order: ['rank'],
  uniques: [['epci', 'rank']],
  access: {
    ...staffManageExceptDelete,
    ...agentsRead,
    ...analystsRead,
  },
})
export class DocumentTemplate extends EpciConcept {
  @Whole({ min: 1, write: 'none' }) rank!: number;
  @Bool({ default: true, write: 'none' }) inUse!: boolean;
  @Text({ write: 'none' }) fileName!: string;
  /** Bytes. */
  @Whole({ write: 'none' }) size!: number;
  @Text({ max: 64, write: 'none' }) sha256!: string;
  @Text({ max: 120, personal: true, readers: ['EPCI_STAFF'], write: 'none' }) addedByName!: string;
}
