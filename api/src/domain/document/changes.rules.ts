import type { OpeningHours } from '../guichet/opening-hours.rules.js';
import type { DocumentTags } from './document.rules.js';
import { frenchDay, frenchHoursInOneLine, frenchNumber } from './french.rules.js';
import type { DocumentSource, SourceItem } from './source.rules.js';
import type { DocumentWords } from './words.rules.js';

/** What an avenant changed of a field, as the API's `ConventionVersion.changes` gives it. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** The day from which an avenant applies is its own, said above the table: nothing of the convention changes by it. */
const ofAvenant = new Set(['startsOn']);

const none = 'non renseigné';
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The sentences of an avenant: each field that changed, with what it held and what it holds. */
export const changesInWords = (
  changes: readonly FieldChange[],
  { referential }: Pick<DocumentSource, 'referential'>,
  words: DocumentWords,
): DocumentTags['changements'] => {
  const labels = (items: readonly SourceItem[], fallback: (code: string) => string) => (code: unknown) =>
    items.find((item) => item.code === code)?.label ?? fallback(String(code));
  const ofCodes: Record<string, (code: unknown) => string> = {
    level: labels(referential.levels.nodes, (code) => words.levels.get(code as never) ?? code),
    missions: labels(referential.missions.nodes, (code) => code),
    receptionModes: labels(referential.receptionModes.nodes, words.receptionMode),
    competences: labels(referential.competences.nodes, words.competence),
  };
  const inWords = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return none;
    const label = ofCodes[field] ?? String;
    if (Array.isArray(value)) return value.length > 0 ? value.map(label).join('\u00a0; ') : 'aucun';
    if (typeof value === 'boolean') return value ? 'oui' : 'non';
    if (typeof value === 'number') return frenchNumber(value);
    if (field === 'openingHours') return frenchHoursInOneLine(value as OpeningHours);
    if (typeof value === 'string') return isDay(value) ? frenchDay(value) : label(value);
    const { name, label: title } = value as { name?: unknown; label?: unknown };
    return String(title ?? name ?? JSON.stringify(value));
  };
  return changes
    .filter(({ field }) => !ofAvenant.has(field))
    .map(({ field, before, after }) => ({
      champ: words.field(field),
      avant: inWords(field, before),
      apres: inWords(field, after),
    }));
};
