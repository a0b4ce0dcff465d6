import { saying, texts } from '../words/words.js';

/** The descriptions of the SDL: in French, from the words that stand beside what they describe. */
const { concepts, enums, types, operations, arguments: byName } = texts.fr;
const patterns = { operations: saying('operations').fr, types: saying('types').fr };

type Words = { label: string; description?: string } | undefined;

const text = (words: Words): string | undefined =>
  words && (words.description ? `${words.label}. ${words.description}` : words.label);

const fieldWords = (concept: string, field: string): Words =>
  concepts[concept]?.fields[field] ?? concepts['*']?.fields[field];

/** Description of a concept's field; undefined when it has no words, which a test refuses. */
export const fieldDescription = (concept: string, field: string): string | undefined =>
  text(fieldWords(concept, field)) ?? types[concept]?.fields[field];

export const fieldLabel = (concept: string, field: string): string | undefined => fieldWords(concept, field)?.label;
export const typeFieldDescription = (type: string, field: string): string | undefined => types[type]?.fields[field];
export const conceptDescription = (concept: string): string | undefined => concepts[concept]?.description;
export const typeDescription = (type: string): string | undefined => types[type]?.description;
export const argumentDescription = (name: string, operation?: string): string | undefined =>
  (operation && operations[operation]?.arguments?.[name]) || byName[name];
export const operationDescription = (name: string): string | undefined => operations[name]?.description;
export const enumDescription = (name: string): string | undefined => enums[name]?.description;
export const enumValueDescription = (name: string, value: string): string | undefined =>
  text(enums[name]?.values[value]);

/** The sentences that every concept shares, with its name put in: `operations.list` is said as `operations.*list`. */
export const patternDescription = (pattern: `${keyof typeof patterns}.${string}`, concept: string): string => {
  const [section, key] = pattern.split('.') as [keyof typeof patterns, string];
  const { one, many } = concepts[concept] ?? { one: concept, many: concept };
  return patterns[section](`*${key}.description`, { one, many });
};
