import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export type Locale = 'fr' | 'en';
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
