import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import en from './locales/en.json';
import fr from './locales/fr.json';

export type Locale = 'fr' | 'en';
type Texts = Readonly<Record<string, string>>;
type Parameters = Readonly<Record<string, string | number>>;
/** A key of the locale file; of `x_one`, `x_other` one says `x` with a `count`. */
type KeyOf<T extends Texts> = keyof T extends infer K
  ? K extends `${infer Stem}_${'one' | 'other'}`
    ? Stem
    : K
  : never;
export type Translate<T extends Texts> = (key: KeyOf<T> & string, parameters?: Parameters) => string;

const STORED = 'parvis.language';

/** The reader's last choice on this device, else French, the language of the service. */
function storedLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === 'fr' || stored === 'en' ? stored : null;
  } catch {
    return null; // Storage refused (private browsing): the page works without it.
  }
}

interface LocaleChoice {
  readonly locale: Locale;
  /** The reader chooses: remembered on this device. */
  readonly choose: (locale: Locale) => void;
  /** What the account says: followed unless the reader chose. */
  readonly suggest: (locale: string) => void;
}

const LocaleContext = createContext<LocaleChoice>({ locale: 'fr', choose: () => {}, suggest: () => {} });
export const useLocale = (): LocaleChoice => useContext(LocaleContext);

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(() => storedLocale() ?? 'fr');
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const choice = useMemo<LocaleChoice>(
    () => ({
      locale,
      choose: (chosen) => {
        try {
          localStorage.setItem(STORED, chosen);
        } catch {
          // Storage refused: the choice lasts as long as the page.
        }
        setLocale(chosen);
      },
      suggest: (suggested) => {
        if (!storedLocale() && (suggested === 'fr' || suggested === 'en')) setLocale(suggested);
      },
    }),
    [locale],
  );
  return <LocaleContext value={choice}>{children}</LocaleContext>;
}

/** Fills `{name}`, and chooses `_one` or `_other` when the parameters hold a `count`. */
export function translator<T extends Texts>(texts: T, locale: Locale): Translate<T> {
  const plural = new Intl.PluralRules(locale);
  return (key, parameters = {}) => {
    const { count } = parameters;
    const form = typeof count === 'number' ? (plural.select(count) === 'one' ? 'one' : 'other') : null;
    const text = (form && texts[`${key}_${form}`]) ?? texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
  };
}

/** The texts of an entry as a hook. Both languages must hold the same keys: the compiler and a test see to it. */
export function textsIn<T extends Texts>(french: T, english: { readonly [K in keyof T]: string }): () => Translate<T> {
  const translate = { fr: translator<T>(french, 'fr'), en: translator<T>(english as T, 'en') };
  return () => translate[useLocale().locale];
}

export const useLightTexts = textsIn(fr, en);
