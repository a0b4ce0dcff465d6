import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldNames } from './model.js';

interface Vocabulary {
  concepts: Record<string, { fields: Record<string, { label: string }> }>;
  enums: Record<string, { values: Record<string, { label: string }> }>;
}
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Both sides speak of a point by the same name. */
describe.each(['fr', 'en'])('the words of a convention, %s', (locale) => {
  const own = read(`./locales/${locale}.json`) as Record<string, string>;
  const { concepts, enums } = read(`../../../generated/terms.${locale}.json`) as Vocabulary;
  it.each(fieldNames)('%s: as the whole service says it', (field) => {
    expect(own[`field.${field}`]).toBe(concepts.ConventionVersion?.fields[field]?.label);
  });
  it('competences: as the whole service says them', () => {
    for (const [code, { label }] of Object.entries(enums.Competence?.values ?? {}))
      expect(own[`competence.${code}`]).toBe(label);
  });
});
