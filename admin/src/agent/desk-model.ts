import type { Day, Level } from './model.js';

export type ObligationKind =
  | 'MEETINGS'
  | 'CONTRIBUTION'
  | 'TRAINED_AGENTS'
  | 'DEDICATED_AGENT'
  | 'RECEPTION_MODES'
  | 'DOSSIER_UNIQUE'
  | 'ETP';
export type Status = 'MET' | 'ON_TRACK' | 'AT_RISK' | 'NOT_MET' | 'UNKNOWN';
export type Mode =
  | 'IN_PERSON_WALK_IN'
  | 'IN_PERSON_APPOINTMENT'
  | 'TELEPHONE'
  | 'TELEPHONE_DUTY'
  | 'INTERVIEW_APPOINTMENT';
export type NoObligation = 'NOT_OPEN' | 'NO_LEVEL' | 'NO_REFERENTIAL' | 'NONE_REQUIRED';

interface Person {
  readonly firstName: string;
  readonly lastName: string;
}
export interface CountedMeeting {
  readonly id: string;
  readonly title: string;
  readonly heldOn: Day;
}

/** One obligation, as the API judged it. `text`: the référentiel's own sentence, in French. */
export interface Judgement {
  readonly obligationId: string;
  readonly kind: ObligationKind;
  readonly status: Status;
  readonly value: number | null;
  readonly target: number;
  readonly text: string;
  readonly evidence: {
    readonly meetings: readonly CountedMeeting[];
    readonly comingMeetings: readonly CountedMeeting[];
    readonly missingAgents: readonly Person[] | null;
    readonly missingModes: readonly Mode[];
  };
  readonly nextMeeting: CountedMeeting | null;
}

export interface Report {
  readonly guichetId: string;
  readonly reason: NoObligation | null;
  readonly judgements: readonly Judgement[];
}

/** Weekday → ranges of local wall times. */
export type OpeningHours = Partial<Record<Weekday, readonly (readonly [string, string])[]>>;
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof weekdays)[number];

export interface Desk {
  readonly id: string;
  readonly name: string;
  readonly level: Level | null;
  readonly openingHours: OpeningHours | null;
  readonly conventionInForce: {
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly registers: boolean;
    readonly dossierUnique: boolean;
    readonly convention: { readonly number: string };
  } | null;
  readonly assignments: {
    readonly nodes: readonly { readonly agent: Person & { readonly id: string; readonly jobTitle: string | null } }[];
  };
}

/** What the API answers to `AgentDesks`. */
export interface DesksAnswer {
  readonly complianceReport: readonly Report[];
  readonly guichets: { readonly nodes: readonly Desk[] };
}

/** What asks for something first. */
const urgency: Readonly<Record<Status, number>> = { NOT_MET: 0, AT_RISK: 1, UNKNOWN: 2, ON_TRACK: 3, MET: 4 };

export const byUrgency = (judgements: readonly Judgement[]): Judgement[] =>
  [...judgements].sort((a, b) => urgency[a.status] - urgency[b.status]);

/** How many obligations still ask for something; those on track only ask to keep one's word. */
export const leftToDo = (judgements: readonly Judgement[]): number =>
  judgements.filter(({ status }) => status !== 'MET' && status !== 'ON_TRACK').length;

/** Kinds counted over the year: a meeting can bring them up. The others are facts about the guichet. */
export const isCounted = (kind: ObligationKind): boolean =>
  kind === 'MEETINGS' || kind === 'CONTRIBUTION' || kind === 'TRAINED_AGENTS';

export const fullName = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;
