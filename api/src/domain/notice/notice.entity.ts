import { Code, Concept, Day, One, type Ref } from '../../concept/decorators.js';
import { ownEpci } from '../../identity/access/policies.js';
import { ConventionVersion } from '../convention/convention-version.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { NoticeKind } from './notice.codes.js';

/** Something of a signed version that its day brought and that staff were told, once: the uniqueness is what says "once". */
@Concept({
  plural: 'notices',
  title: ['version.convention.number'],
  order: ['dueOn'],
  uniques: [['version', 'kind', 'dueOn']],
  access: { parvis_staff: { read: ownEpci }, parvis_outbox: { read: 'true', create: 'true' } },
})
export class Notice extends EpciConcept {
  @One(() => ConventionVersion, { write: 'none' }) version!: Ref<ConventionVersion>;
  @Code({ NoticeKind }, { write: 'none' }) kind!: NoticeKind;
  @Day({ write: 'none' }) dueOn!: string;
}
