import { Source } from '../../base/codes.js';
import { Code, Concept, Day, Derived, type Many, ManyOf, One, type Ref, Text } from '../../concept/decorators.js';
import { inclusive } from '../../concept/periods.js';
import { agentsRead, analystsRead, staffManage } from '../../identity/access/policies.js';
import { EpciConcept } from './epci-concept.js';
import { FollowingPlanType, followingFacts } from './following-plan.js';
import { Body } from './territory.codes.js';
import { followingPlan } from './territory.rules.js';

/** The plan that organises the service: six years at most (CCH R.441-2-10). */
@Concept({
  plural: 'plans',
  crud: { create: true, update: true, delete: true },
  title: ['name'],
  order: ['startsOn'],
  validOn: inclusive('startsOn', 'endsOn'),
  checks: { term: 'starts_on <= ends_on' },
  access: { ...staffManage, ...agentsRead, ...analystsRead },
})
export class Plan extends EpciConcept {
  @Text() name!: string;
  @Day() startsOn!: string;
  @Day() endsOn!: string;
  @Day({ nullable: true }) adoptedOn?: string | null;
  @Code({ Source }, { default: 'PUBLISHED' }) source!: Source;
  /** The plan that would follow on it. */
  @Derived(() => FollowingPlanType, followingFacts, followingPlan) following?: undefined;
  @ManyOf(() => Milestone, 'plan') milestones?: Many<Milestone>;
}

/** A step of a plan: who decides or meets, and when. */
@Concept({
  plural: 'milestones',
  crud: { create: true, update: true, delete: true },
  partOf: ['plan'],
  title: ['label'],
  order: ['startsOn'],
  checks: { period: 'starts_on <= ends_on' },
  access: { ...staffManage, ...agentsRead, ...analystsRead },
})
export class Milestone extends EpciConcept {
  @One(() => Plan) plan!: Ref<Plan>;
  @Code({ Body }) body!: Body;
  @Text() label!: string;
  @Day() startsOn!: string;
  @Day({ nullable: true }) endsOn?: string | null;
  @Code({ Source }, { default: 'PUBLISHED' }) source!: Source;
}
