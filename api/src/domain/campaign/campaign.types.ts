import { ID } from 'type-graphql';
import { Level } from '../../base/codes.js';
import { codeType } from '../../concept/enums.js';
import { DateScalar } from '../../concept/scalars.js';
import { inputType, objectType } from '../../concept/type-graphql.js';
import { CampaignReason, CampaignVerdict } from './campaign.codes.js';

const text = () => String;
const id = () => ID;
const day = () => DateScalar;
const level = codeType({ Level });

export const CampaignLine = objectType('CampaignLine', {
  guichetId: { type: id },
  guichetName: { type: text },
  communeName: { type: text },
  organisationName: { type: text },
  currentLevel: { type: level, nullable: true },
  currentConventionNumber: { type: text, nullable: true },
  currentEndsOn: { type: day, nullable: true },
  proposedLevel: { type: level, nullable: true },
  verdict: { type: codeType({ CampaignVerdict }) },
  reasons: { type: ((reason) => () => [reason()])(codeType({ CampaignReason })) },
  obstacleId: { type: id, nullable: true },
  obstacleNumber: { type: text, nullable: true },
  obstacleEndsOn: { type: day, nullable: true },
  closedOn: { type: day, nullable: true },
});

/** What is proposed to a campaign for a plan. */
export const CampaignTerms = objectType('CampaignTerms', {
  planId: { type: id },
  startsOn: { type: day },
  endsOn: { type: day },
  referentialId: { type: id, nullable: true },
  recommended: { type: () => Boolean },
});

const terms = {
  planId: { type: id },
  referentialId: { type: id, nullable: true },
  startsOn: { type: day, nullable: true },
  endsOn: { type: day, nullable: true },
};

export const CampaignPreviewInput = inputType('CampaignPreviewInput', terms);
export const CampaignCreateInput = inputType('CampaignCreateInput', { name: { type: text }, ...terms });
export const CampaignLineInput = inputType('CampaignLineInput', { guichetId: { type: id }, level: { type: level } });
