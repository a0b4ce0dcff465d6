import { type ConceptName, conceptOf, fieldAt } from './metadata';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at `commune.name` of a row; undefined when something on the way is missing. */
export function valueAt(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), row);
}

/** What a row is called: its title fields, in reading order. `Agent` is "Dupont Marie". */
export function titleOf(concept: ConceptName, row: unknown): string {
  return conceptOf(concept)
    .title.map((path) => valueAt(row, path))
    .filter((value): value is string | number => typeof value === 'string' || typeof value === 'number')
    .join(' ');
}

export interface RelatedRow {
  id: string;
  title: string;
  concept: ConceptName;
}

/** The thing that a relation of a row points to. */
export function relatedAt(concept: ConceptName, row: unknown, path: string): RelatedRow | undefined {
  const { field } = fieldAt(concept, path);
  const value = valueAt(row, path);
  if (!field.target || !isRecord(value) || typeof value.id !== 'string') return undefined;
  return { id: value.id, title: titleOf(field.target, value) || value.id, concept: field.target };
}
