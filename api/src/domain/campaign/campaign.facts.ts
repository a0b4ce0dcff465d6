import { sql } from 'kysely';
import { type Day, earliest, latest } from '../../base/days.rules.js';
import { UnknownId, ValueMissing } from '../../base/shared.errors.js';
import { encodeId } from '../../concept/id.js';
import type { Sql } from '../../concept/meta.js';
import { termFrom, termRefusal } from '../convention/index.js';
import { CampaignReferentialDraft } from './campaign.errors.js';
import {
  type CampaignGuichet,
  type CampaignJudgement,
  type CampaignReferential,
  judgeCampaign,
  publishedOn,
  type Term,
} from './campaign.rules.js';

/** What the caller says of a campaign; what is left out is proposed. Keys of rows, not ids. */
export interface CampaignGiven {
  readonly planKey: string;
  readonly referentialKey: string | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

export interface GuichetRow extends Omit<CampaignGuichet, 'missesObligation'> {
  readonly id: string;
  readonly name: string;
  readonly communeName: string;
  readonly organisationName: string;
}

/** What `campaignFacts` reads. `plan` null: none of that key that the caller sees. */
export interface CampaignFacts {
  readonly plan: { startsOn: Day; endsOn: Day; planMaxYears: number } | null;
  readonly referentials: readonly CampaignReferential[];
  readonly guichets: readonly GuichetRow[];
}

/** As good as no limit to a term. */
const anyYears = 999;

const french = sql.raw('collate "fr-x-icu"');

const referentialRows = sql`(
  select coalesce(json_agg(json_build_object('id', r.id::text, 'name', r.name, 'published', r.state = 'PUBLISHED',
    'validFrom', r.valid_from, 'validTo', r.valid_to, 'termTooLong', r.term_too_long) order by r.number desc), '[]'::json)
  from referential r)`;

/** JSON of all that a campaign depends on: the plan, the référentiels, and every guichet that is open with its versions. */
export const campaignFacts = ({ planKey }: Pick<CampaignGiven, 'planKey'>, today: Day): Sql => sql`(
  select json_build_object(
    'plan', (
      select json_build_object('startsOn', p.starts_on, 'endsOn', p.ends_on, 'planMaxYears', e.plan_max_years)
      from plan p join epci e on e.id = p.epci_id where p.id = ${planKey}::bigint),
    'referentials', ${referentialRows},
    'guichets', (
      select coalesce(json_agg(json_build_object(
        'id', g.id::text, 'name', g.name, 'communeName', c.name, 'organisationName', o.name, 'closedOn', g.closed_on,
        'levelAgreed', g.level_agreed, 'levelProposed', g.level_proposed, 'proposal', g.proposal,
        'versions', coalesce(v.versions, '[]'::json)) order by c.name ${french}, g.name ${french}, g.id), '[]'::json)
      from guichet g
      join commune c on c.id = g.commune_id
      join organisation o on o.id = g.organisation_id
      left join lateral (
        select json_agg(json_build_object(
          'id', v.id::text, 'conventionId', v.convention_id::text, 'number', k.number, 'campaignName', a.name,
          'state', v.state, 'level', v.level, 'startsOn', v.starts_on, 'endsOn', v.ends_on,
          'terminatedOn', v.terminated_on) order by v.starts_on, v.rank) as versions
        from convention_version v
        join convention k on k.id = v.convention_id
        left join campaign a on a.id = k.campaign_id
        where v.guichet_id = g.id and v.state <> 'CANCELLED'
      ) v on true
      where g.closed_on is null or ${today}::date < g.closed_on)))`;

/** JSON of `PlanFacts`, of the caller's EPCI. */
export const planFacts = sql`(select json_build_object(
  'plans', (select coalesce(json_agg(json_build_object('id', p.id::text, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
    order by p.starts_on, p.id), '[]'::json) from plan p where p.epci_id = e.id),
  'planMaxYears', e.plan_max_years, 'referentials', ${referentialRows}) from epci e order by e.id limit 1)`;

/** The term and the référentiel of a campaign, proposed where nothing was given: the plan's, and the one valid at its start. */
export const campaignTerms = (
  { plan, referentials }: CampaignFacts,
  given: CampaignGiven,
  today: Day,
): { term: Term; referentialKey: string } => {
  if (!plan) throw new UnknownId('Plan', 'planId');
  const startsOn = given.startsOn ?? latest(plan.startsOn, today) ?? today;
  const endsOn = given.endsOn ?? termFrom(startsOn, [plan], plan.planMaxYears).endsOn;
  const referential =
    given.referentialKey === null
      ? publishedOn(referentials, startsOn)
      : referentials.find(({ id }) => id === given.referentialKey);
  if (!referential) {
    if (given.referentialKey === null) throw new ValueMissing('referentialId');
    throw new UnknownId('Referential', 'referentialId');
  }
  if (!referential.published) throw new CampaignReferentialDraft(referential.name);
  // A référentiel that only warns of long terms lets people decide.
  const term = { startsOn, endsOn };
  const refusal = termRefusal(term, referential.termTooLong === 'REFUSE' ? plan.planMaxYears : anyYears);
  if (refusal) throw refusal;
  return { term, referentialKey: referential.id };
};

/** Every guichet of the facts, judged. `missing`: ids of those that fail an obligation of the year. */
export const judgedGuichets = (
  { guichets }: CampaignFacts,
  term: Term,
  missing: ReadonlySet<string>,
  today: Day,
): (GuichetRow & CampaignJudgement)[] =>
  guichets.map((guichet) => ({
    ...guichet,
    ...judgeCampaign({ ...guichet, missesObligation: missing.has(encodeId('Guichet', guichet.id)) }, term, today),
  }));

/** A judged guichet, as the API's callers read it. */
export const campaignLine = (one: GuichetRow & CampaignJudgement) => ({
  guichetId: encodeId('Guichet', one.id),
  guichetName: one.name,
  communeName: one.communeName,
  organisationName: one.organisationName,
  currentLevel: one.currentLevel,
  currentConventionNumber: one.current?.number ?? null,
  currentEndsOn: one.current ? earliest(one.current.endsOn, one.current.terminatedOn) : null,
  proposedLevel: one.proposedLevel,
  verdict: one.verdict,
  reasons: one.reasons,
  obstacleId: one.obstacle && encodeId('Convention', one.obstacle.conventionId),
  obstacleNumber: one.obstacle?.number ?? null,
  obstacleEndsOn: one.obstacle ? earliest(one.obstacle.endsOn, one.obstacle.terminatedOn) : null,
  closedOn: one.closedOn,
});
