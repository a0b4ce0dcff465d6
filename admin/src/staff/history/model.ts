import { type ConceptName, conceptNames, conceptOf } from '../../crud/metadata';
import type { HistoryQuery } from '../../generated/graphql';

export type Change = HistoryQuery['history'][number];
export type Difference = Change['fields'][number];

const isConcept = (name: string): name is ConceptName => conceptNames.some((one) => one === name);

/** The concept of a change, when the screens know it. */
export const conceptOfChange = ({ concept }: Change): ConceptName | undefined =>
  isConcept(concept) ? concept : undefined;

/** The differences that the screens can name; a derived or forgotten field is left out. */
export const shownFields = (change: Change): Difference[] => {
  const concept = conceptOfChange(change);
  if (!concept) return [];
  const { fields } = conceptOf(concept);
  return change.fields.filter(({ field }) => field in fields);
};

export const isRelation = (concept: ConceptName, field: string): boolean =>
  conceptOf(concept).fields[field]?.kind === 'one';

/** Long texts and hours are shown one under the other, short values beside each other. */
export const isLong = (concept: ConceptName, { field, before, after }: Difference): boolean => {
  const kind = conceptOf(concept).fields[field]?.kind;
  const long = (value: unknown) =>
    (typeof value === 'string' && (value.length > 60 || value.includes('\n'))) ||
    (Array.isArray(value) && value.length > 3);
  return kind === 'json' || long(before) || long(after);
};

/** From so many on, parts added in one go are told as one. */
const run = 4;

/** Did the same person add both to the same thing, in one go? */
const together = (one: Change, other: Change): boolean =>
  one.action === 'CREATED' &&
  other.action === 'CREATED' &&
  one.concept === other.concept &&
  one.actorName === other.actorName &&
  Math.abs(Date.parse(one.at) - Date.parse(other.at)) < 1000;

/** The changes in their order, those that added many parts of `page` in one go together: a copied version, the lines of a sheet. */
export function inRuns(changes: readonly Change[], page: string): Change[][] {
  const runs: Change[][] = [];
  for (const change of changes) {
    const before = runs.at(-1)?.at(-1);
    const joins = before && before.rowId !== page && change.rowId !== page && together(before, change);
    if (joins) runs.at(-1)?.push(change);
    else runs.push([change]);
  }
  return runs.flatMap((one) => (one.length >= run ? [one] : one.map((change) => [change])));
}
