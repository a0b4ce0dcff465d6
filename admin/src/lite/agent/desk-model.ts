import type { AgentDesksQuery, ComplianceStatus } from '../../generated/graphql.js';

export type Report = AgentDesksQuery['complianceReport'][number];
/** One obligation, as the API judged it. `text`: the référentiel's own sentence, in French. */
export type Judgement = Report['judgements'][number];
export type CountedMeeting = NonNullable<Judgement['evidence']['meetings']>[number];
export type Tool = AgentDesksQuery['tools']['nodes'][number];
export type Desk = AgentDesksQuery['guichets']['nodes'][number];

/** What asks for something first. */
const urgency: Readonly<Record<ComplianceStatus, number>> = { NOT_MET: 0, AT_RISK: 1, UNKNOWN: 2, ON_TRACK: 3, MET: 4 };

export const byUrgency = (judgements: readonly Judgement[]): Judgement[] =>
  [...judgements].sort((a, b) => urgency[a.status] - urgency[b.status]);

/** How many obligations still ask for something; those on track only ask to keep one's word. */
export const leftToDo = (judgements: readonly Judgement[]): number =>
  judgements.filter(({ status }) => status !== 'MET' && status !== 'ON_TRACK').length;

export type ObligationTraits = AgentDesksQuery['obligationKinds'][number];

/** Is it a meeting that brings such an obligation up? The others are facts about the guichet. */
export const isByMeeting = (kinds: readonly ObligationTraits[], kind: Judgement['kind']): boolean =>
  kinds.some((one) => one.kind === kind && one.remedy === 'MEETING');

export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;
