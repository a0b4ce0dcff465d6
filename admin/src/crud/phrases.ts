import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ConceptName } from './metadata';
import { useVocabulary } from './vocabulary';

/**
 * Sentences about a concept ("Ce guichet n’existe pas…"), from `phrases.*` of the locale files. French agrees in gender and elides
 * before a vowel: `gender.<Concept>` says which form to take (`m`, `f`, `mv`, `fv`; English has one). A concept may
 * have a sentence of its own in `own.<Concept>.<key>`.
 */
export function usePhrases(concept: ConceptName): (key: string, options?: TOptions) => string {
  const { t, i18n } = useTranslation();
  const words = useVocabulary();
  return (key, options = {}) => {
    const one = words.one(concept);
    const many = words.many(concept);
    const names = { one: lower(one), many: lower(many), ...options };
    const own = `own.${concept}.${key}`;
    if (i18n.exists(own, names)) return t(own, names);
    const gender = i18n.exists(`gender.${concept}`) ? t(`gender.${concept}`) : 'm';
    const forms = [gender, gender.charAt(0), 'm'].map((form) => `phrases.${key}.${form}`);
    const form = forms.find((candidate) => i18n.exists(candidate, names)) ?? `phrases.${key}`;
    return t(form, names);
  };
}

/** Inside a sentence a name begins small, unless it is an acronym: "EPCI". */
const lower = (name: string) => (/^.[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));
