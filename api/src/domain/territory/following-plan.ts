import { sql } from 'kysely';
import type { Row, Sql } from '../../concept/meta.js';
import { DateScalar } from '../../concept/scalars.js';
import { objectType } from '../../concept/type-graphql.js';

export const FollowingPlanType = objectType('FollowingPlan', {
  years: { type: () => String },
  startsOn: { type: () => DateScalar },
  endsOn: { type: () => DateScalar },
});

/** What `followingPlan` must know of a plan. */
export const followingFacts = (plan: Row): Sql => sql`json_build_object('endsOn', ${plan.col('endsOn')},
  'planMaxYears', (select e.plan_max_years from ${plan.table('epci')} e where e.id = ${plan.col('epci')}))`;
