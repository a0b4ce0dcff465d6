import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { encodeId } from '../../concept/id.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import { type Add, Adding } from '../../graphql/adding.js';
import type { Context } from '../../graphql/context.js';
import { type ComplianceFacts, complianceReport, readComplianceFacts } from '../referential/index.js';
import { Campaign } from './campaign.entity.js';
import {
  type CampaignFacts,
  campaignFacts,
  campaignLine,
  campaignTerms,
  judgedGuichets,
  planFacts,
} from './campaign.facts.js';
import { type PlanFacts, proposedTerms } from './campaign.rules.js';
import { type CampaignInput, createCampaign, deleteCampaign, givenBy, type LineInput } from './campaign.service.js';
import {
  CampaignCreateInput,
  CampaignLine,
  CampaignLineInput,
  CampaignPreviewInput,
  CampaignTerms,
} from './campaign.types.js';

const describe = (argument: string, operation: string) => ({ description: argumentDescription(argument, operation) });

@Resolver()
export class CampaignResolver {
  @Authorized(['EPCI_STAFF'])
  @Query(() => [CampaignTerms], { description: operationDescription('campaignTerms') })
  async campaignTerms(@Ctx() { reader, caller }: Context) {
    const facts = (await reader.run(planFacts)) as PlanFacts;
    return proposedTerms(facts, caller.today).map(({ plan, referential, ...terms }) => ({
      ...terms,
      planId: encodeId('Plan', plan.id),
      referentialId: referential && encodeId('Referential', referential.id),
    }));
  }

  /** One statement brings the guichets with their conventions and what they still owe this year; a pure rule judges each. */
  @Authorized(['EPCI_STAFF'])
  @Query(() => [CampaignLine], { description: operationDescription('campaignPreview') })
  async campaignPreview(
    @Arg('input', () => CampaignPreviewInput, describe('input', 'campaignPreview')) input: CampaignInput,
    @Ctx() { reader, caller }: Context,
  ) {
    const given = givenBy(input);
    const year = Number(caller.today.slice(0, 4));
    const [facts, compliance] = (await Promise.all([
      reader.statistic(campaignFacts(given, caller.today)),
      readComplianceFacts(reader, year),
    ])) as [CampaignFacts, ComplianceFacts];
    const { term } = campaignTerms(facts, given, caller.today);
    const missing = complianceReport(compliance, year, caller).filter(({ status }) => status === 'NOT_MET');
    const ids = new Set(missing.map(({ guichetId }) => guichetId));
    return judgedGuichets(facts, term, ids, caller.today).map(campaignLine);
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Campaign, { description: operationDescription('createCampaign') })
  async createCampaign(
    @Arg('input', () => CampaignCreateInput, describe('input', 'createCampaign'))
    input: CampaignInput & { name: string },
    @Arg('lines', () => [CampaignLineInput], describe('lines', 'createCampaign')) lines: LineInput[],
    @Adding() add: Add,
    @Ctx() { caller }: Context,
  ) {
    return add(Campaign, (em) => createCampaign(em, caller, input, lines));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => ID, { description: operationDescription('deleteCampaign') })
  deleteCampaign(
    @Arg('id', () => ID, describe('id', 'deleteCampaign')) id: string,
    @Arg('revision', () => Int, describe('revision', 'deleteCampaign')) revision: number,
    @Ctx() { em }: Context,
  ) {
    return deleteCampaign(em, { id, revision });
  }
}
