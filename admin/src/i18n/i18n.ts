import dayjs from 'dayjs';
import 'dayjs/locale/fr';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember as keep, recall } from '../storage';

export type Language = 'fr' | 'en';
export const languages: Language[] = ['fr', 'en'];

type Texts = { default: object };
/** What a part of the staff pages says is beside it, in `<part>/locales/`; the light entries bring their own. */
const parts = import.meta.glob<Texts>(['../**/locales/*.json', '!../locales/*', '!../lite/**']);

/** One language is fetched at a time: the words of the domain, the shared texts, and those of the parts. */
const files = {
  fr: () => Promise.all([import('../generated/terms.fr.json'), import('../locales/fr.json')]),
  en: () => Promise.all([import('../generated/terms.en.json'), import('../locales/en.json')]),
};
const partsIn = (language: Language) =>
  Promise.all(Object.entries(parts).flatMap(([path, load]) => (path.endsWith(`/${language}.json`) ? [load()] : [])));

export const isLanguage = (value: unknown): value is Language => value === 'fr' || value === 'en';

/** The language chosen here before, else the account's. */
export function preferredLanguage(account?: string): Language {
  const chosen = recall('locale');
  if (isLanguage(chosen)) return chosen;
  return isLanguage(account) ? account : 'fr';
}

export async function setLanguage(language: Language, remember = true): Promise<void> {
  const [[vocabulary, shared], own] = await Promise.all([files[language](), partsIn(language)]);
  for (const texts of [shared, ...own]) i18next.addResourceBundle(language, 'translation', texts.default, true, true);
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
