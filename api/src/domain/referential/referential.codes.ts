/** What a référentiel says beside its obligations: each kind of element that a convention names. */
export const ReferentialItemKind = ['LEVEL', 'MISSION', 'RECEPTION_MODE', 'MEANS', 'COMPETENCE'] as const;
export type ReferentialItemKind = (typeof ReferentialItemKind)[number];

export const ReferentialState = ['DRAFT', 'PUBLISHED'] as const;
export type ReferentialState = (typeof ReferentialState)[number];

/** What makes an obligation contradict itself, or the ways to receive of its level. */
export const ReferentialFlaw = [
  'TARGET_MISSING',
  'PLANNED_BELOW_TARGET',
  'MODES_MISSING',
  'TARGET_ABOVE_MODES',
  'MODES_OF_OTHER_LEVEL',
] as const;
export type ReferentialFlaw = (typeof ReferentialFlaw)[number];

/** What two versions of a référentiel are compared by: their items by kind, obligations, and what becomes of a signature. */
export const ReferentialPart = [
  'LEVEL',
  'MISSION',
  'RECEPTION_MODE',
  'MEANS',
  'COMPETENCE',
  'OBLIGATION',
  'STRICTNESS',
] as const;
export type ReferentialPart = (typeof ReferentialPart)[number];

export const Difference = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type Difference = (typeof Difference)[number];

/** What becomes of a convention that does not keep to a rule: people are told, or the signature is refused. */
export const Strictness = ['WARN', 'REFUSE'] as const;
export type Strictness = (typeof Strictness)[number];

export const ObligationKind = [
  'MEETINGS',
  'CONTRIBUTION',
  'TRAINED_AGENTS',
  'DEDICATED_AGENT',
  'RECEPTION_MODES',
  'OPENING_HOURS',
  'DOSSIER_UNIQUE',
  'ETP',
] as const;
export type ObligationKind = (typeof ObligationKind)[number];

/** What the number of an obligation counts. */
export const ObligationUnit = ['MEETING', 'AGENT', 'RECEPTION_MODE', 'WEEKLY_HOUR', 'ETP'] as const;
export type ObligationUnit = (typeof ObligationUnit)[number];

/** What brings an obligation forward: a meeting, an assignment, or the guichet's own page. */
export const ObligationRemedy = ['MEETING', 'ASSIGNMENT', 'GUICHET'] as const;
export type ObligationRemedy = (typeof ObligationRemedy)[number];

export const ComplianceStatus = ['MET', 'ON_TRACK', 'AT_RISK', 'NOT_MET', 'UNKNOWN'] as const;
export type ComplianceStatus = (typeof ComplianceStatus)[number];

/** Why a guichet has nothing to keep in a year. */
export const NoObligationReason = ['NOT_OPEN', 'NO_LEVEL', 'NO_REFERENTIAL', 'NONE_REQUIRED'] as const;
export type NoObligationReason = (typeof NoObligationReason)[number];

/** Does staff have something to do about an obligation in this state? Used to sort the home page, never to rank guichets. */
export const complianceNeedsAction: Readonly<Record<ComplianceStatus, boolean>> = {
  MET: false,
  ON_TRACK: false,
  AT_RISK: true,
  NOT_MET: true,
  UNKNOWN: true,
};
