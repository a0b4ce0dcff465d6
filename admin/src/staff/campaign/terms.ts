import type { CampaignStartQuery } from '../../generated/graphql';

/** What the first step of a campaign asks. */
export interface Terms {
  name: string;
  planId: string;
  referentialId: string;
  startsOn: string;
  endsOn: string;
}

/** What the API proposes for a plan. */
export function proposedTerms(
  { campaignTerms }: Pick<CampaignStartQuery, 'campaignTerms'>,
  planId: string | undefined,
): Omit<Terms, 'name' | 'planId'> {
  const found = campaignTerms.find((one) => one.planId === planId);
  return {
    startsOn: found?.startsOn ?? '',
    endsOn: found?.endsOn ?? '',
    referentialId: found?.referentialId ?? '',
  };
}
