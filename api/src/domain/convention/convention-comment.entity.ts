import { Side } from '../../base/codes.js';
import { Code, Concept, Instant, LongText, One, type Ref, Text } from '../../concept/decorators.js';
import { callerReviews, ownEpci, people, staffManageExceptDelete } from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { CommentState } from './convention.codes.js';
import { ConventionVersion } from './convention-version.entity.js';

const reviewed = `${ownEpci} and guichet_id = any(${callerReviews})`;

/** A remark on one field of a convention that is being reviewed, open until one of the two sides resolves it. */
@Concept({
  plural: 'conventionComments',
  partOf: ['version'],
  historyForAgents: reviewed,
  title: ['text'],
  order: ['createdAt'],
  checks: { resolved: "(state = 'RESOLVED') = (resolved_at is not null)" },
  moves: {
    field: 'state',
    initial: ['OPEN'],
    table: [
      { from: 'OPEN', to: 'RESOLVED', roles: ['EPCI_STAFF', 'AGENT'] },
      { from: 'RESOLVED', to: 'OPEN', roles: ['EPCI_STAFF', 'AGENT'] },
    ],
  },
  guard: 'guard_convention_comment',
  access: {
    ...staffManageExceptDelete,
    parvis_agent: { read: reviewed, create: reviewed, update: reviewed },
  },
})
export class ConventionComment extends EpciConcept {
  @One(() => ConventionVersion, { write: 'create' }) version!: Ref<ConventionVersion>;
  @One(() => Guichet, { write: 'none' }) guichet!: Ref<Guichet>;
  /** Name of the field of the version. */
  @Text({ max: 40, write: 'create' }) field!: string;
  @LongText({ max: 2000, write: 'create' }) text!: string;
  @Code({ Side }, { write: 'none' }) side!: Side;
  @Text({ max: 120, personal: true, readers: people, write: 'none' }) authorName!: string;
  @Code({ CommentState }, { write: 'none', default: 'OPEN' }) state!: CommentState;
  @LongText({ max: 2000, nullable: true, write: 'none' }) answer?: string | null;
  @Text({ max: 120, nullable: true, personal: true, readers: people, write: 'none' }) resolvedByName?: string | null;
  @Instant({ nullable: true, write: 'none' }) resolvedAt?: Date | null;
}
