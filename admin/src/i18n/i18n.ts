import dayjs from 'dayjs';
import 'dayjs/locale/fr';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember as keep, recall } from '../storage';

export type Language = 'fr' | 'en';
export const languages: Language[] = ['fr', 'en'];

/** One language is fetched at a time: its interface texts and the words of the domain. */
const files = {
  fr: () => Promise.all([import('../locales/fr.json'), import('../../../schema/vocabulary/fr.json')]),
  en: () => Promise.all([import('../locales/en.json'), import('../../../schema/vocabulary/en.json')]),
};

export const isLanguage = (value: unknown): value is Language => value === 'fr' || value === 'en';

/** The language chosen here before, else the account's. */
export function preferredLanguage(account?: string): Language {
  const chosen = recall('locale');
  if (isLanguage(chosen)) return chosen;
  return isLanguage(account) ? account : 'fr';
}

export async function setLanguage(language: Language, remember = true): Promise<void> {
  const [texts, vocabulary] = await files[language]();
  i18next.addResourceBundle(language, 'translation', texts.default, true, true);
  i18next.addResourceBundle(language, 'vocabulary', vocabulary.default, true, true);
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
