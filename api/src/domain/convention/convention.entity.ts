import { sql } from 'kysely';
import { Concept, type Many, ManyOf, One, type Ref, Text } from '../../concept/decorators.js';
import { agentsReadWhere, analystsReadWhere, callerGuichets, staffManage } from '../../identity/access/policies.js';
import { Campaign } from '../campaign/campaign.entity.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { ConventionVersion } from './convention-version.entity.js';
import { inForceOn } from './in-force.js';

/** A guichet's commitment towards its EPCI: an identity; its content is in its versions. */
@Concept({
  plural: 'conventions',
  crud: { update: true },
  title: ['number'],
  search: ['number', 'guichet.name', 'guichet.commune.name'],
  uniques: [['epci', 'number']],
  guard: 'guard_convention',
  validOn: (convention) =>
    sql`exists (select 1 from ${convention.table('convention_version')} v where v.convention_id = ${convention.col('id')} and ${inForceOn('v', convention.on)})`,
  recorded: true,
  access: {
    ...staffManage,
    // One that was never signed has no version that they see.
    ...analystsReadWhere('exists (select 1 from convention_version v where v.convention_id = convention.id)'),
    ...agentsReadWhere(`guichet_id = any(${callerGuichets})`),
  },
})
export class Convention extends EpciConcept {
  @One(() => Guichet, { write: 'create' }) guichet!: Ref<Guichet>;
  @Text({ max: 40 }) number!: string;
  @One(() => Campaign, { nullable: true, write: 'none' }) campaign?: Ref<Campaign> | null;
  /** The convention that it follows on. */
  @One(() => Convention, { nullable: true, write: 'none' }) renews?: Ref<Convention> | null;
  /** The version that says where the convention stands: the last one that was not cancelled, else the last. */
  @One(() => ConventionVersion, {
    match: (convention, version) =>
      sql`${version.col('id')} = (select v.id from ${convention.table('convention_version')} v where v.convention_id = ${convention.col('id')} order by v.state = 'CANCELLED', v.rank desc limit 1)`,
  })
  latest?: undefined;
  @One(() => ConventionVersion, {
    dated: true,
    match: (convention, version) =>
      sql`${version.col('convention')} = ${convention.col('id')} and ${inForceOn(version, convention.on)}`,
  })
  inForce?: undefined;
  @ManyOf(() => ConventionVersion, 'convention') versions?: Many<ConventionVersion>;
}
