/** What was typed and not yet sent, kept in this tab across a failed save, a lost session or a reload. */
export interface OutsideDraft {
  readonly title: string;
  readonly heldOn: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly organiserName: string;
  readonly place: string;
}

export const emptyDraft: OutsideDraft = {
  title: '',
  heldOn: '',
  startTime: '',
  endTime: '',
  organiserName: '',
  place: '',
};

/** One per agent: someone else may sign in on the same phone. */
const keyOf = (agent: string): string => `parvis.outside.${agent}`;

export function keptDraft(agent: string): OutsideDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(agent)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const texts = Object.keys(emptyDraft).map((name) => {
      const value = (kept as Record<string, unknown>)[name];
      return [name, typeof value === 'string' ? value : ''];
    });
    return { ...emptyDraft, ...Object.fromEntries(texts) };
  } catch {
    return null; // Storage refused, or not what we wrote: begin anew.
  }
}

export function keepDraft(agent: string, draft: OutsideDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(agent), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(agent));
  } catch {
    // Storage refused: the form still holds what was typed while it stays open.
  }
}

export type DraftMistake =
  | 'nameMissing'
  | 'dayMissing'
  | 'dayToCome'
  | 'dayTooOld'
  | 'startMissing'
  | 'endMissing'
  | 'endBeforeStart';

/** What is wrong with each input; empty when it can be sent. `from`, `to`: the days that are accepted, both included. */
export function mistakes(
  draft: OutsideDraft,
  from: string,
  to: string,
): Partial<Record<keyof OutsideDraft, DraftMistake>> {
  const found: Partial<Record<keyof OutsideDraft, DraftMistake>> = {};
  if (draft.title.trim() === '') found.title = 'nameMissing';
  if (draft.heldOn === '') found.heldOn = 'dayMissing';
  else if (draft.heldOn > to) found.heldOn = 'dayToCome';
  else if (draft.heldOn < from) found.heldOn = 'dayTooOld';
  if (draft.startTime === '') found.startTime = 'startMissing';
  if (draft.endTime === '') found.endTime = 'endMissing';
  else if (draft.startTime !== '' && draft.endTime <= draft.startTime) found.endTime = 'endBeforeStart';
  return found;
}
