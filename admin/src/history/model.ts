import type { HistoryQuery } from '../generated/graphql';
import { type ConceptName, conceptNames, conceptOf } from '../resource/metadata';

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
