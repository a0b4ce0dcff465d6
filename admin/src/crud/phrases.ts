import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ConceptName } from './metadata';
import { useVocabulary } from './vocabulary';

/**
 * Sentences about a concept ("Ce guichet n’existe pas…"), from `phrases.*`. French agrees in gender and elides before a vowel:
 * `key` is the masculine, `key_f`, `key_mv` and `key_fv` the other forms, where they differ. A concept may have a sentence of its
 * own in `own.<Concept>.<key>`.
 */
export function usePhrases(concept: ConceptName): (key: string, options?: TOptions) => string {
  const { t } = useTranslation();
  const words = useVocabulary();
  return (key, options = {}) => {
    const gender = words.gender(concept) ?? 'm';
    const keys = [`_${gender}`, `_${gender.charAt(0)}`, ''].map((form) => `phrases.${key}${form}`);
    const names = { one: lower(words.one(concept)), many: lower(words.many(concept)) };
    return t([`own.${concept}.${key}`, ...keys], { ...names, ...options });
  };
}

/** Inside a sentence a name begins small, unless it is an acronym: "EPCI". */
const lower = (name: string) => (/^.[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));
