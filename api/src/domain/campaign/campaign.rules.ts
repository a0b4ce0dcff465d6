import type { Level } from '../../base/codes.js';
import { type Day, holds, latest } from '../../base/days.rules.js';
import { bindsUntil, conventionStatus, termFrom, termsOverlap, type VersionTerm } from '../convention/term.rules.js';
import type { Proposal } from '../guichet/guichet.codes.js';
import type { Strictness } from '../referential/referential.codes.js';
import type { CampaignReason, CampaignVerdict } from './campaign.codes.js';

/** The days, both included, for which a campaign prepares conventions. */
export interface Term {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** A référentiel, published or not. */
export interface CampaignReferential {
  readonly id: string;
  readonly name: string;
  readonly published: boolean;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly termTooLong: Strictness;
}

/** What the terms proposed for each plan depend on: plans in the order of their days. */
export interface PlanFacts {
  readonly plans: readonly (Term & { readonly id: string })[];
  readonly planMaxYears: number;
  readonly referentials: readonly CampaignReferential[];
}

/** The référentiel published for a day. */
export const publishedOn = (referentials: readonly CampaignReferential[], day: Day): CampaignReferential | undefined =>
  referentials.find(
    ({ published, validFrom, validTo }) => published && validFrom <= day && (validTo === null || day < validTo),
  );

/** The terms proposed for each plan. `recommended`: the plan to prepare, which is the next one, else the one that runs, or the last. */
export function proposedTerms({ plans, planMaxYears, referentials }: PlanFacts, today: Day) {
  const toPrepare =
    plans.find(({ startsOn }) => startsOn > today) ?? plans.find((plan) => holds(plan, today)) ?? plans.at(-1);
  return plans.map((plan) => {
    const { startsOn, endsOn } = termFrom(latest(plan.startsOn, today) ?? today, [plan], planMaxYears);
    const referential = publishedOn(referentials, startsOn) ?? null;
    return { plan, startsOn, endsOn, referential, recommended: plan === toPrepare };
  });
}

/** A version of one of the guichet's conventions that was not cancelled; keys as text. */
export interface CampaignVersion extends VersionTerm {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly id: string;
  readonly conventionId: string;
  readonly number: string;
  readonly level: Level;
  /** Name of the campaign that prepared its convention. */
  readonly campaignName: string | null;
}

/** What decides of a guichet's place in a campaign. `closedOn`: first day on which it is closed. */
export interface CampaignGuichet {
  readonly closedOn: Day | null;
  readonly levelAgreed: Level | null;
  readonly levelProposed: Level | null;
  readonly proposal: Proposal | null;
  readonly versions: readonly CampaignVersion[];
  /** Does it fail an obligation of its level this year, beyond repair? */
  readonly missesObligation: boolean;
}

/**
 * What the campaign makes of a guichet. `current`: the version in force, `source`: the last one that binds before the campaign
 * begins, whose content is taken over; `obstacle`: the version that leaves the guichet out.
 */
export interface CampaignJudgement {
  readonly verdict: CampaignVerdict;
  readonly reasons: readonly CampaignReason[];
  readonly currentLevel: Level | null;
  readonly proposedLevel: Level | null;
  readonly current: CampaignVersion | null;
  readonly source: CampaignVersion | null;
  readonly obstacle: CampaignVersion | null;
}

const binds = ({ state }: CampaignVersion): boolean => state === 'SIGNED' || state === 'TERMINATED';

/** The days on which a version keeps the guichet from another convention: until its termination, if it was terminated. */
const days = (version: CampaignVersion) => ({ startsOn: version.startsOn, endsOn: bindsUntil(version) });

/** Why no convention can be prepared for the guichet on those days, with the version that stands in the way. */
export function leftOut(
  { closedOn, versions }: Pick<CampaignGuichet, 'closedOn' | 'versions'>,
  term: Term,
): { reason: CampaignReason; obstacle: CampaignVersion | null } | null {
  if (closedOn !== null && closedOn <= term.startsOn) return { reason: 'CLOSES_BEFORE', obstacle: null };
  if (closedOn !== null && closedOn <= term.endsOn) return { reason: 'CLOSES_DURING', obstacle: null };
  const overlapping = versions.filter((version) => termsOverlap(days(version), term));
  const bound = overlapping.find(binds);
  if (bound) return { reason: 'BOUND_BEYOND', obstacle: bound };
  const [prepared] = overlapping;
  return prepared ? { reason: 'ALREADY_IN_PREPARATION', obstacle: prepared } : null;
}

/** The level to put forward, without what the year's obligations say. */
function settled(
  guichet: CampaignGuichet,
  inForce: Level | null,
): { verdict: CampaignVerdict; level: Level | null; reasons: CampaignReason[] } {
  const { levelAgreed, levelProposed, proposal } = guichet;
  const open = proposal === 'PROPOSED' || proposal === 'DISCUSSED';
  if (inForce !== null) {
    const wish = open ? levelProposed : proposal === 'AGREED' ? (levelAgreed ?? levelProposed) : levelAgreed;
    if (wish === null || wish === inForce) return { verdict: 'KEPT', level: inForce, reasons: ['LEVEL_IN_FORCE'] };
    if (proposal === 'AGREED') return { verdict: 'PROPOSED', level: wish, reasons: ['LEVEL_AGREED'] };
    return { verdict: 'TO_DISCUSS', level: inForce, reasons: ['LEVEL_IN_FORCE', 'PROPOSAL_DIFFERS'] };
  }
  if (open && levelProposed !== null) {
    if (levelAgreed === null || levelAgreed === levelProposed)
      return { verdict: 'TO_DISCUSS', level: levelProposed, reasons: ['LEVEL_PROPOSED'] };
    return { verdict: 'TO_DISCUSS', level: levelAgreed, reasons: ['LEVEL_AGREED', 'PROPOSAL_DIFFERS'] };
  }
  const agreed = levelAgreed ?? (proposal === 'AGREED' ? levelProposed : null);
  if (agreed !== null) return { verdict: 'PROPOSED', level: agreed, reasons: ['LEVEL_AGREED'] };
  return { verdict: 'TO_DISCUSS', level: levelProposed, reasons: [levelProposed ? 'LEVEL_PROPOSED' : 'NO_LEVEL'] };
}

/** The last of the versions by the day on which it begins. */
const last = (versions: readonly CampaignVersion[]): CampaignVersion | null =>
  versions.reduce<CampaignVersion | null>((best, one) => (best && one.startsOn < best.startsOn ? best : one), null);

/**
 * Judges a guichet's place in a campaign: the level in force is kept when nothing agreed says otherwise, the level that was
 * agreed is proposed, and staff discuss the rest: an open proposal that differs, no level at all, obligations that were missed.
 */
export function judgeCampaign(guichet: CampaignGuichet, term: Term, today: Day): CampaignJudgement {
  const source = last(guichet.versions.filter((version) => binds(version) && version.startsOn < term.startsOn));
  const current =
    guichet.versions.find((version) => conventionStatus(version, today) === 'IN_FORCE') ??
    (source && conventionStatus(source, today) === 'UPCOMING' ? source : null);
  const stands = { currentLevel: current?.level ?? guichet.levelAgreed, current, source };
  const out = leftOut(guichet, term);
  if (out)
    return { ...stands, verdict: 'LEFT_OUT', reasons: [out.reason], proposedLevel: null, obstacle: out.obstacle };
  // An avenant that begins later may have changed the level: what binds last counts.
  const inForce = current && source && source.startsOn > current.startsOn ? source.level : (current?.level ?? null);
  const { verdict, level, reasons } = settled(guichet, inForce);
  return {
    ...stands,
    verdict: guichet.missesObligation ? 'TO_DISCUSS' : verdict,
    reasons: guichet.missesObligation ? [...reasons, 'OBLIGATION_MISSED'] : reasons,
    proposedLevel: level,
    obstacle: null,
  };
}
