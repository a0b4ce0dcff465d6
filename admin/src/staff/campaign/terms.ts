import type { CampaignStartQuery } from '../../generated/graphql';
import { lastDay, planEnd } from '../convention/proposals';

export type Plan = CampaignStartQuery['plans']['nodes'][number];

/** What the first step of a campaign asks. */
export interface Terms {
  name: string;
  planId: string;
  referentialId: string;
  startsOn: string;
  endsOn: string;
}

/** The plan to prepare: the next one, or else the one that runs. */
export function planToPrepare(plans: readonly Plan[], today: string): Plan | undefined {
  const coming = plans.filter(({ startsOn }) => startsOn > today);
  return coming[0] ?? plans.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ?? plans.at(-1);
}

/** The référentiel published for a day. */
const referentialOn = ({ referentials }: Pick<CampaignStartQuery, 'referentials'>, day: string) =>
  referentials.nodes.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));

/** The terms proposed for a plan: its days, as far as a convention may go, and the référentiel valid when they begin. */
export function proposedTerms(start: CampaignStartQuery, plan: Plan, today: string): Omit<Terms, 'name' | 'planId'> {
  const startsOn = plan.startsOn > today ? plan.startsOn : today;
  const years = start.epcis.nodes[0]?.planMaxYears ?? 6;
  return {
    startsOn,
    endsOn: planEnd(startsOn, [plan], years) ?? lastDay(startsOn, years),
    referentialId: referentialOn(start, startsOn)?.id ?? '',
  };
}
