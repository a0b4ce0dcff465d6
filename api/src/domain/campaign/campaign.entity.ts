import { sql } from 'kysely';
import { Concept, Day, type Many, ManyOf, One, type Ref, Text, Whole } from '../../concept/decorators.js';
import { staffManage } from '../../identity/access/policies.js';
import { Convention } from '../convention/convention.entity.js';
import { Referential } from '../referential/referential.entity.js';
import { EpciConcept } from '../territory/epci-concept.js';
import { Plan } from '../territory/plan.entity.js';

/**
 * The renewal of the conventions of all guichets for a plan: prepared in one action, followed until all are signed. It is made of what
 * is being prepared, which analysts do not read.
 */
@Concept({
  plural: 'campaigns',
  crud: { update: true },
  title: ['name'],
  order: ['startsOn', 'name'],
  checks: { term: 'starts_on <= ends_on' },
  access: staffManage,
})
export class Campaign extends EpciConcept {
  @Text() name!: string;
  @One(() => Plan, { write: 'create' }) plan!: Ref<Plan>;
  @One(() => Referential, { write: 'create' }) referential!: Ref<Referential>;
  @Day({ write: 'create' }) startsOn!: string;
  @Day({ write: 'create' }) endsOn!: string;
  @Whole({
    computed: (campaign) =>
      sql`(select count(*)::int from ${campaign.table('convention')} c where c.campaign_id = ${campaign.col('id')})`,
  })
  conventionCount!: number;
  @Whole({
    computed: (
      campaign,
    ) => sql`(select count(*)::int from ${campaign.table('convention')} c where c.campaign_id = ${campaign.col('id')}
      and exists (select 1 from ${campaign.table('convention_version')} v where v.convention_id = c.id and v.state in ('SIGNED', 'TERMINATED')))`,
  })
  signedCount!: number;
  @ManyOf(() => Convention, 'campaign') conventions?: Many<Convention>;
}
