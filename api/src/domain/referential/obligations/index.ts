import type { CommonFacts } from '../compliance-facts.rules.js';
import type { ObligationKind } from '../referential.codes.js';
import { contribution } from './contribution.js';
import { dedicatedAgent } from './dedicated-agent.js';
import { dossierUnique } from './dossier-unique.js';
import { etp } from './etp.js';
import { meetings } from './meetings.js';
import type { ObligationRule } from './obligation.js';
import { openingHours } from './opening-hours.js';
import { receptionModes } from './reception-modes.js';
import { trainedAgents } from './trained-agents.js';

const rules = {
  MEETINGS: meetings,
  CONTRIBUTION: contribution,
  TRAINED_AGENTS: trainedAgents,
  DEDICATED_AGENT: dedicatedAgent,
  RECEPTION_MODES: receptionModes,
  OPENING_HOURS: openingHours,
  DOSSIER_UNIQUE: dossierUnique,
  ETP: etp,
} satisfies Record<ObligationKind, ObligationRule>;

type FactsOf<Rule> = Rule extends ObligationRule<infer F> ? F : never;
type All<Union> = (Union extends unknown ? (of: Union) => void : never) extends (of: infer Each) => void ? Each : never;

/** What some kind looks at of a guichet, beside what all of them do. */
export type KindFacts = All<FactsOf<(typeof rules)[ObligationKind]>>;
/** Everything that decides of one guichet's obligations in one year, as one statement brings it. */
export type GuichetFacts = CommonFacts & KindFacts;

/** The rule of each kind of obligation. Their order is that of the codes. */
export const obligationRules: Readonly<Record<ObligationKind, ObligationRule>> = rules;
