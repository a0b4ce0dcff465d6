import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project.js';
import { Locale } from './codes.js';

/** Sentences of one part of the API that are no refusals: nested, as `admin/src/locales` are. */
export interface Words {
  readonly [key: string]: string | Words;
}
export type Params = Readonly<Record<string, string | number>>;
export type Say = (key: string, params?: Params) => string;

const at = (words: Words, key: string): string | undefined => {
  const found = key
    .split('.')
    .reduce<string | Words | undefined>((inner, part) => (typeof inner === 'object' ? inner[part] : undefined), words);
  return typeof found === 'string' ? found : undefined;
};

/**
 * Reads the sentences of a part, `<folder>/fr.json` and `en.json`: `{{name}}` takes a parameter, and `count` chooses between
 * `key_one` and `key_other`, as in the admin's files.
 *
 * @param folder from the root of the project
 */
export function wordsOf(folder: string): Readonly<Record<Locale, Say>> {
  const say = (locale: Locale): Say => {
    const words: Words = JSON.parse(readFileSync(path.join(projectRoot, folder, `${locale}.json`), 'utf8'));
    const plural = new Intl.PluralRules(locale);
    const number = new Intl.NumberFormat(locale);
    return (key, params = {}) => {
      const form = typeof params.count === 'number' ? at(words, `${key}_${plural.select(params.count)}`) : undefined;
      const template = form ?? at(words, `${key}_other`) ?? at(words, key);
      if (template === undefined) throw new Error(`${folder}/${locale}.json does not say ${key}`);
      return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const value = params[name];
        return typeof value === 'number' ? number.format(value) : (value ?? '');
      });
    };
  };
  return Object.fromEntries(Locale.map((locale) => [locale, say(locale)])) as Record<Locale, Say>;
}
