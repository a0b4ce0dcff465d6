import { saying, texts } from '../words/words.js';

/** The descriptions of the SDL: in French, from the words that stand beside what they describe. */
const { concepts, enums, types, operations, arguments: byName } = texts.fr;
const patterns = { operations: saying('operations').fr, types: saying('types').fr };

type Words = { label: string; description?: string };

const text = (words: Words | undefined): string =>
  words?.description ? `${words.label}. ${words.description}` : (words?.label ?? '');

const fieldWords = (concept: string, field: string): Words | undefined =>
  concepts[concept]?.fields[field] ?? concepts['*']?.fields[field];

/** Description of a concept's field. What has no words is described by nothing, which a test refuses. */
export const fieldDescription = (concept: string, field: string): string =>
  text(fieldWords(concept, field)) || typeFieldDescription(concept, field);

export const fieldLabel = (concept: string, field: string): string => fieldWords(concept, field)?.label ?? '';
export const typeFieldDescription = (type: string, field: string): string => types[type]?.fields[field] ?? '';
export const conceptDescription = (concept: string): string => concepts[concept]?.description ?? '';
export const typeDescription = (type: string): string => types[type]?.description ?? '';
export const argumentDescription = (name: string, operation = ''): string =>
  operations[operation]?.arguments?.[name] ?? byName[name] ?? '';
export const operationDescription = (name: string): string => operations[name]?.description ?? '';
export const enumDescription = (name: string): string => enums[name]?.description ?? '';
export const enumValueDescription = (name: string, value: string): string => text(enums[name]?.values[value]);

/** The sentences that every concept shares, with its name put in: `operations.list` is said as `operations.*list`. */
export const patternDescription = (pattern: `${keyof typeof patterns}.${string}`, concept: string): string => {
  const [section, key] = pattern.split('.') as [keyof typeof patterns, string];
  const { one, many } = concepts[concept] ?? { one: concept, many: concept };
  return patterns[section](`*${key}.description`, { one, many });
};
