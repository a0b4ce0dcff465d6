import type { Level, ReceptionMode } from '../../../base/codes.js';
import type { MeetingKind } from '../../meeting/meeting.codes.js';
import type { ObligationFacts } from '../commitment.rules.js';
import type { Case, Judgement } from '../compliance-facts.rules.js';
import type { ObligationKind, ObligationRemedy, ObligationUnit, ReferentialFlaw } from '../referential.codes.js';

/** An obligation as a version of the référentiel has it. */
export interface ObligationContent {
  readonly level: Level;
  readonly kind: ObligationKind;
  readonly target: number | null;
  readonly planned: number | null;
  readonly modes: readonly ReceptionMode[] | null;
}

/** What the référentiel can say of an obligation beside its sentence: the names of fields of `Obligation`. */
export type Figure = 'target' | 'planned' | 'modes' | 'windowMonths';
export type RequiredFigure = Extract<Figure, 'target' | 'modes'>;

/** SQL of meetings that a rule looks at. `from`: their first day; `bounds b` has the year's days, `obligations` those that may apply. */
export interface WantedMeetings {
  /** Null: of every kind. */
  readonly kind: MeetingKind | null;
  readonly from: string;
}

/**
 * All that is said of one kind of obligation. API, matrix, forms, the agents' page, documents and comparison read it here: a kind without one of
 * these traits does not compile.
 *
 * @typeParam F what it looks at of a guichet beside its commitments, its agents and its meetings
 */
export interface ObligationRule<F extends object = object> {
  /** What the référentiel says of it, and without which of them nothing could be judged. */
  readonly asks: readonly Figure[];
  readonly required: readonly RequiredFigure[];
  /** What its number counts. Null: it is yes or no. */
  readonly unit: ObligationUnit | null;
  /** Is it owed once, so that "0 of 1" would say no more than its state? */
  isYesOrNo(target: number): boolean;
  /**
   * Does it count events of the year? Then it is owed pro rata of the days at each level, those of a former level too; otherwise it is a fact
   * of the day of judgement.
   */
  readonly counted: boolean;
  /** What brings it forward. */
  readonly remedy: ObligationRemedy;
  /** Does its value tell what the agents of the guichet did or are? Analysts are then told none of few agents. */
  readonly ofPeople: boolean;
  /** SQL of its facts, by name: expressions over `guichet g`. */
  readonly facts: Readonly<Record<keyof F, string>>;
  readonly meetings: readonly WantedMeetings[];
  /** What contradicts itself in an obligation of this kind, beside what is asked of all of them. */
  flaw(obligation: ObligationContent): ReferentialFlaw | null;
  /** Null: it asks for nothing that could be judged. */
  judge(subject: Case<F>, obligation: ObligationFacts, level: Level): Judgement | null;
}
