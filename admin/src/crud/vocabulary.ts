import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { type ConceptName, conceptOf, type EnumName, fieldAt } from './metadata';

interface Words {
  label?: string;
  description?: string;
}
export interface VocabularyFile {
  concepts: Record<
    string,
    { one: string; many: string; gender?: string; description?: string; fields: Record<string, Words> }
  >;
  enums: Record<string, { description?: string; values: Record<string, Words> }>;
}

/** `firstName` → `First name`: only until `words.*.json` has the word, which a test of the API demands. */
const spelled = (name: string) => {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
/** The descriptions say for the API's callers what an empty value means; a form says it with its own "not entered". */
const emptiness = /(Vide\u00a0: (jamais renseigné|inconnu)|Empty: (never entered|unknown))[^.]*\.?/;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of the domain in a language: labels of fields, codes and concepts, generated from the words of the API. */
export function wordsOf(file: Partial<VocabularyFile> | undefined) {
  const conceptWords = (concept: ConceptName) => file?.concepts?.[concept];
  const fieldWords = (concept: ConceptName, field: string): Words =>
    conceptWords(concept)?.fields[field] ?? file?.concepts?.['*']?.fields[field] ?? {};

  return {
    one: (concept: ConceptName) => conceptWords(concept)?.one ?? spelled(concept).toLowerCase(),
    many: (concept: ConceptName) => capital(conceptWords(concept)?.many ?? spelled(conceptOf(concept).plural)),
    /** How French agrees with it: `m` or `f`, and `mv` or `fv` where articles are elided before it; undefined in English. */
    gender: (concept: ConceptName) => conceptWords(concept)?.gender,
    about: (concept: ConceptName) => conceptWords(concept)?.description,
    /** A related thing's own name is called like the relation: `commune.name` → "Commune". */
    label: (concept: ConceptName, path: string): string => {
      const { owner, name, names } = fieldAt(concept, path);
      if (names.length > 1 && conceptOf(owner).title[0] === name)
        return wordsOf(file).label(concept, names.slice(0, -1).join('.'));
      return fieldWords(owner, name).label ?? spelled(name);
    },
    /** In a table's head or a chip, a long label has a shorter form: `short.<Concept>.<path>` of the words of a screen. */
    short: (concept: ConceptName, path: string): string => {
      const key = `short.${concept}.${path.replaceAll('.', '_')}`;
      return i18next.exists(key) ? i18next.t(key) : wordsOf(file).label(concept, path);
    },
    help: (concept: ConceptName, path: string): string | undefined => {
      const { owner, name } = fieldAt(concept, path);
      const { description } = fieldWords(owner, name);
      return description?.replace(emptiness, '').trim() || undefined;
    },
    code: (list: EnumName, value: string): string => file?.enums?.[list]?.values[value]?.label ?? value,
    codeHelp: (list: EnumName, value: string): string | undefined => file?.enums?.[list]?.values[value]?.description,
  };
}

export type Vocabulary = ReturnType<typeof wordsOf>;

const byLanguage = new Map<string, { file: VocabularyFile | undefined; words: Vocabulary }>();

/** The vocabulary of the current language. */
export function currentVocabulary(): Vocabulary {
  const file: VocabularyFile | undefined = i18next.getResourceBundle(i18next.language, 'terms');
  const known = byLanguage.get(i18next.language);
  if (known?.file === file && known) return known.words;
  const words = wordsOf(file);
  byLanguage.set(i18next.language, { file, words });
  return words;
}

export function useVocabulary(): Vocabulary {
  useTranslation();
  return currentVocabulary();
}
