import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project.js';
import { type Language, languages } from './words.js';

/** Every text of a file, by its key. */
const textsOf = (value: unknown, key = ''): [key: string, text: string][] =>
  typeof value === 'string'
    ? [[key, value]]
    : Object.entries(value as object).flatMap(([part, inner]) => textsOf(inner, key ? `${key}.${part}` : part));

const read = (folder: string, language: Language): [string, string][] =>
  textsOf(JSON.parse(readFileSync(path.join(projectRoot, folder, `words.${language}.json`), 'utf8')));

const folders = [
  ...new Set(globSync('{api,admin}/src/**/words.{fr,en}.json', { cwd: projectRoot }).map((file) => path.dirname(file))),
].sort();

/** The forms of a plural are one text, and so are those of a gender: languages differ in their number. */
const stemOf = (key: string): string => key.replace(/(_(f|mv|fv))?(_(zero|one|many|other))?$/, '');
/** A concept is named in the singular or in the plural, as each language likes. */
const placeholders = (text: string): string[] => text.replaceAll('{{many}}', '{{one}}').match(/\{\{\w+\}\}/g) ?? [];

/** Each text with all placeholders of its forms. */
const filled = (all: [key: string, text: string][]): Record<string, string[]> => {
  const found: Record<string, Set<string>> = {};
  for (const [key, text] of all) {
    found[stemOf(key)] ??= new Set();
    for (const one of placeholders(text)) found[stemOf(key)]?.add(one);
  }
  return Object.fromEntries(Object.entries(found).map(([key, names]) => [key, [...names].sort()]));
};

const careless: Record<Language, RegExp> = {
  fr: /'|[^\u00a0\s\d/"][:;!?](?:\s|$)| [:;!?»]|(?<=\d|\}) (?:ETP|%)|«(?!\u00a0)|(?<!\u00a0)»/,
  en: /'/,
};

it('finds the files of words', () => {
  expect(folders).toContain('api/src/domain/convention');
});

describe.each(folders)('%s', (folder) => {
  it('says the same, with the same parameters, in both languages', () => {
    // The gender of a concept is French alone.
    const french = read(folder, 'fr').filter(([key]) => !/^concepts\.\w+\.gender$/.test(key));
    expect(filled(read(folder, 'en'))).toEqual(filled(french));
  });

  it.each(languages)('is written with the signs of its language: %s', (language) => {
    expect(read(folder, language).filter(([, text]) => careless[language].test(text))).toEqual([]);
  });

  it('marks parameters with two braces', () => {
    const single = languages.flatMap((language) => read(folder, language));
    expect(single.filter(([, text]) => /(?<!\{)\{\w+\}(?!\})/.test(text))).toEqual([]);
  });
});
