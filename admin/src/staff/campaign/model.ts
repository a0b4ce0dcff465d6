import type { CampaignCardFragment, CampaignPreviewQuery, Level } from '../../generated/graphql';
import type { Move } from '../convention/moves';

export type Line = CampaignPreviewQuery['campaignPreview'][number];
export type Verdict = Line['verdict'];
export const verdicts: Verdict[] = ['KEPT', 'PROPOSED', 'TO_DISCUSS', 'LEFT_OUT'];

/** What staff chose for a guichet: whether it takes part, and its level. */
export interface Choice {
  taken: boolean;
  level: Level | null;
}
export type Choices = Readonly<Record<string, Choice>>;

/** What is chosen before anybody touched a line: everybody whose level is known takes part. */
export const proposedChoice = ({ verdict, proposedLevel }: Line): Choice => ({
  taken: verdict !== 'LEFT_OUT' && proposedLevel !== null,
  level: proposedLevel,
});
export const choiceOf = (choices: Choices, line: Line): Choice => choices[line.guichetId] ?? proposedChoice(line);

/** The lines to send: a guichet left out stays out, whatever had been ticked before the days changed. */
export const takenLines = (lines: readonly Line[], choices: Choices): { guichetId: string; level: Level }[] =>
  lines.flatMap((line) => {
    const { taken, level } = choiceOf(choices, line);
    return taken && level && line.verdict !== 'LEFT_OUT' ? [{ guichetId: line.guichetId, level }] : [];
  });

export const countByVerdict = (lines: readonly Line[]): Record<Verdict, number> => {
  const counts: Record<Verdict, number> = { KEPT: 0, PROPOSED: 0, TO_DISCUSS: 0, LEFT_OUT: 0 };
  for (const { verdict } of lines) counts[verdict] += 1;
  return counts;
};

/** A convention on the board: its version that says where it stands. */
export interface Card {
  id: string;
  number: string;
  guichet: CampaignCardFragment['guichet'];
  version: NonNullable<CampaignCardFragment['latest']>;
}
export type State = Card['version']['state'];

/** Of the moves, those towards signature: a convention is terminated on its own page, not on its way through a campaign. */
export const cardsOf = (conventions: readonly CampaignCardFragment[]): Card[] =>
  conventions.flatMap(({ id, number, guichet, latest }) => {
    if (!latest) return [];
    const availableTransitions = latest.availableTransitions.filter(
      ({ transition }) => transition !== 'TERMINATE' && transition !== 'WITHDRAW',
    );
    return [{ id, number, guichet, version: { ...latest, availableTransitions } }];
  });

/** The columns, in the order of a convention's life. What was given up is folded below. */
export const columns = ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'SIGNED'] as const;
export type Column = (typeof columns)[number];
/** A convention that was terminated since was signed all the same. */
export const columnOf = (state: State): Column | 'CANCELLED' => (state === 'TERMINATED' ? 'SIGNED' : state);

export type Need = Move['missing'][number];

/** What a card lacks for the next step towards signature: nothing when one of the steps lacks nothing. */
export function lacking({ version }: Card): Need[] {
  const steps = version.availableTransitions.filter(
    ({ transition }) => transition !== 'CANCEL' && transition !== 'REQUEST_CORRECTION',
  );
  if (steps.some(({ missing }) => missing.length === 0)) return [];
  return [...new Set(steps.flatMap(({ missing }) => missing))];
}

/** What blocks, most frequent first. */
export function blocks(cards: readonly Card[]): { need: Need; count: number }[] {
  const counts = new Map<Need, number>();
  for (const card of cards) for (const need of lacking(card)) counts.set(need, (counts.get(need) ?? 0) + 1);
  return [...counts].map(([need, count]) => ({ need, count })).sort((a, b) => b.count - a.count);
}

/** How far a campaign is: conventions given up count no more. */
export function progressOf(cards: readonly Card[]): { signed: number; total: number } {
  const going = cards.filter(({ version }) => columnOf(version.state) !== 'CANCELLED');
  return { signed: going.filter(({ version }) => columnOf(version.state) === 'SIGNED').length, total: going.length };
}

/** The transition that takes a card to a column; those that the API does not open lead nowhere. */
export const moveTo = ({ version }: Card, column: Column): Move | undefined =>
  version.availableTransitions.find(({ to }) => to === column);
