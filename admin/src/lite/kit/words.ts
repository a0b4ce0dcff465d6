import { createInstance } from 'i18next';
import { type Locale, useLocale } from './language.js';
import en from './words.en.json';
import fr from './words.fr.json';

interface Texts {
  readonly [key: string]: string | Texts;
}
/** A key of a file of words, such as `desk.yes`; of `x_one`, `x_other` one says `x` with a `count`. */
type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K extends `${infer Stem}_${'one' | 'other'}`
      ? Stem
      : K
    : `${K}.${KeyOf<T[K]>}`;
}[keyof T & string];
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

interface Parameters {
  readonly [name: string]: string | number | undefined;
  readonly count?: number;
}
export type Translate<T> = (key: KeyOf<T>, parameters?: Parameters) => string;

const i18n = createInstance();
void i18n.init({
  resources: {},
  fallbackLng: false,
  initAsync: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** The words of a folder. Both languages must hold the same keys: the compiler sees to it. */
export function inBoth<T extends Texts>(folder: string, french: T, english: SameKeys<T>): Record<Locale, Translate<T>> {
  const texts = { fr: french, en: english };
  const translateTo = (locale: Locale): Translate<T> => {
    i18n.addResourceBundle(locale, folder, texts[locale]);
    const t = i18n.getFixedT(locale, folder);
    return (key, parameters = {}) => t(key as string, { replace: parameters, count: parameters.count });
  };
  return { fr: translateTo('fr'), en: translateTo('en') };
}

/** The same as a hook, in the language of the reader. */
export function textsIn<T extends Texts>(folder: string, french: T, english: SameKeys<T>): () => Translate<T> {
  const translate = inBoth(folder, french, english);
  return () => translate[useLocale().locale];
}

export const useLightTexts = textsIn('kit', fr, en);
