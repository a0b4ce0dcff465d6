import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance } from 'i18next';
import { projectRoot } from '../project.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
type InBoth<T> = Readonly<Record<Language, T>>;

interface Words {
  label: string;
  description?: string;
}

interface ConceptWords {
  one: string;
  many: string;
  /** In French: `m` or `f`, and `mv` or `fv` where articles are elided before it. */
  gender?: string;
  description: string;
  fields: Record<string, Words>;
}

/** What the files named `words.<language>.json` say together: each stands in the folder of what it names. */
export interface Texts {
  concepts: Record<string, ConceptWords>;
  enums: Record<string, { description: string; values: Record<string, Words> }>;
  types: Record<string, { description?: string; fields: Record<string, string> }>;
  operations: Record<string, { description: string; arguments?: Record<string, string> }>;
  arguments: Record<string, string>;
  errors: Record<string, string>;
  /** Of the tags of documents. */
  tags: Record<string, string>;
}
type Tree = { [key: string]: string | Tree };

const sources = path.join(projectRoot, 'api', 'src');

/** Adds the texts of one file to those of the others. @throws Error for a text that another file has */
const add = (all: Tree, file: Tree, where: string): void => {
  for (const [key, value] of Object.entries(file)) {
    const known = all[key];
    if (known === undefined) all[key] = typeof value === 'string' ? value : structuredClone(value);
    else if (typeof known === 'object' && typeof value === 'object') add(known, value, `${where} ${key}`);
    else throw new Error(`${where} ${key}: said in another file already`);
  }
};

const read = (language: Language): Tree => {
  const all: Tree = {};
  for (const file of globSync(`**/words.${language}.json`, { cwd: sources }).sort())
    add(all, JSON.parse(readFileSync(path.join(sources, file), 'utf8')), file);
  return all;
};

const trees: InBoth<Tree> = { fr: read('fr'), en: read('en') };

/** All texts of the API, as they stand. */
export const texts = trees as unknown as InBoth<Texts>;

const i18n = createInstance();
void i18n.init({
  resources: { fr: { translation: trees.fr }, en: { translation: trees.en } },
  fallbackLng: false,
  initAsync: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

export type Params = Readonly<Record<string, string | number>>;
export type Say = (key: string, params?: Params) => string;

/**
 * Says the texts of a section: `{{name}}` takes a parameter, and `count` chooses between `key_one` and `key_other`.
 *
 * @param section first part of the keys, such as `mail`
 */
export const saying = (section: string): InBoth<Say> => {
  const sayIn = (language: Language): Say => {
    const t = i18n.getFixedT(language, null, section);
    const number = new Intl.NumberFormat(language);
    return (key, params = {}) => {
      const plural = typeof params.count === 'number' ? { count: params.count } : {};
      const replace = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? number.format(value) : value]),
      );
      // `_other` stands in for a plural that has no text of its own: "many" in French.
      const keys = [key, `${key}_other`];
      if (!keys.some((one) => i18n.exists(`${section}.${one}`, { lng: language, ...plural })))
        throw new Error(`No words.${language}.json says ${section}.${key}`);
      // Apart from i18next's own options, whose names a parameter may have.
      return t(keys, { replace, ...plural });
    };
  };
  return { fr: sayIn('fr'), en: sayIn('en') };
};
