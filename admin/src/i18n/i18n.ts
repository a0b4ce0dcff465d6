import dayjs from 'dayjs';
import 'dayjs/locale/fr';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember as keep, recall } from '../storage';

export type Language = 'fr' | 'en';
export const languages: Language[] = ['fr', 'en'];

/** One language is fetched at a time. */
const words = { fr: () => import('./words-fr'), en: () => import('./words-en') };

export const isLanguage = (value: unknown): value is Language => value === 'fr' || value === 'en';

/** The language chosen here before, else the account's. */
export function preferredLanguage(account?: string): Language {
  const chosen = recall('locale');
  if (isLanguage(chosen)) return chosen;
  return isLanguage(account) ? account : 'fr';
}

export async function setLanguage(language: Language, remember = true): Promise<void> {
  const { screens, terms } = await words[language]();
  for (const texts of screens) i18next.addResourceBundle(language, 'translation', texts, true, true);
  i18next.addResourceBundle(language, 'terms', terms, true, true);
  dayjs.locale(language);
  document.documentElement.lang = language;
  if (remember) keep('locale', language);
  await i18next.changeLanguage(language);
}

export async function startI18n(account?: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await setLanguage(preferredLanguage(account), false);
}
