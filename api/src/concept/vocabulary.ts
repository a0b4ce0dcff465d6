import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project.js';

export type Locale = 'fr' | 'en';

interface Words {
  label: string;
  description?: string;
}

/** The words of the domain in one language: `schema/vocabulary/<locale>.json`, shared by the API and the admin. */
export interface Vocabulary {
  concepts: Record<string, { one: string; many: string; description: string; fields: Record<string, Words> }>;
  enums: Record<string, { description: string; values: Record<string, Words> }>;
  types: Record<string, { description: string; fields: Record<string, string> }>;
  operations: Record<string, { description: string; arguments?: Record<string, string> }>;
  arguments: Record<string, string>;
  errors: Record<string, string>;
}

const read = (locale: Locale): Vocabulary =>
  JSON.parse(readFileSync(join(projectRoot, 'schema', 'vocabulary', `${locale}.json`), 'utf8'));

export const vocabulary: Record<Locale, Vocabulary> = { fr: read('fr'), en: read('en') };

const text = (words: Words | undefined): string | undefined =>
  words && (words.description ? `${words.label}. ${words.description}` : words.label);

/** Description of a concept's field for the SDL (French); undefined when the vocabulary lacks it, which a test refuses. */
export const fieldDescription = (concept: string, field: string): string | undefined => {
  const { concepts, types } = vocabulary.fr;
  return text(concepts[concept]?.fields[field] ?? concepts['*']?.fields[field]) ?? types[concept]?.fields[field];
};

export const conceptDescription = (concept: string): string | undefined => vocabulary.fr.concepts[concept]?.description;
export const typeDescription = (type: string): string | undefined => vocabulary.fr.types[type]?.description;
export const argumentDescription = (name: string, operation?: string): string | undefined =>
  (operation && vocabulary.fr.operations[operation]?.arguments?.[name]) || vocabulary.fr.arguments[name];
export const operationDescription = (name: string): string | undefined => vocabulary.fr.operations[name]?.description;
export const enumDescription = (name: string): string | undefined => vocabulary.fr.enums[name]?.description;
export const enumValueDescription = (name: string, value: string): string | undefined =>
  text(vocabulary.fr.enums[name]?.values[value]);

/** The sentences that every concept shares, with its name put in: `operations.list`, `types.Filter`… */
export const patternDescription = (path: string, concept: string): string | undefined => {
  const [section = '', key = ''] = path.split('.');
  const sentence =
    section === 'operations'
      ? vocabulary.fr.operations[`*${key}`]?.description
      : vocabulary.fr.types[`*${key}`]?.description;
  const words = vocabulary.fr.concepts[concept];
  return sentence?.replaceAll('{one}', words?.one ?? concept).replaceAll('{many}', words?.many ?? concept);
};
