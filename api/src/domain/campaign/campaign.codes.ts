/** What a campaign makes of a guichet's level. */
export const CampaignVerdict = ['KEPT', 'PROPOSED', 'TO_DISCUSS', 'LEFT_OUT'] as const;
export type CampaignVerdict = (typeof CampaignVerdict)[number];

/** Why a campaign makes that of it. */
export const CampaignReason = [
  'LEVEL_IN_FORCE',
  'LEVEL_AGREED',
  'LEVEL_PROPOSED',
  'PROPOSAL_DIFFERS',
  'NO_LEVEL',
  'OBLIGATION_MISSED',
  'ALREADY_IN_PREPARATION',
  'BOUND_BEYOND',
  'CLOSES_BEFORE',
  'CLOSES_DURING',
] as const;
export type CampaignReason = (typeof CampaignReason)[number];
