import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translator } from './i18n.js';

type Texts = Record<string, string>;
const read = (path: string): Texts => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const entries = ['kit', 'sign-in', 'agent'].map((entry): [string, Texts, Texts] => [
  entry,
  read(`../${entry}/locales/fr.json`),
  read(`../${entry}/locales/en.json`),
]);
const parametersOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('texts of the light entries', () => {
  it.each(entries)('%s: both languages say the same things, with the same parameters', (_entry, fr, en) => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    for (const [key, text] of Object.entries(fr)) expect(parametersOf(en[key] ?? ''), key).toEqual(parametersOf(text));
  });

  it.each(entries)('%s: typographic apostrophes, and no French sign that a line could begin with', (_entry, fr, en) => {
    for (const text of [...Object.values(fr), ...Object.values(en)]) expect(text).not.toContain("'");
    for (const text of Object.values(fr)) expect(text).not.toMatch(/ [:;!?»]|« | (?:ETP|%)/);
  });
});

describe('a translation', () => {
  const texts = { left_one: '{count} point', left_other: '{count} points', hello: 'Bonjour {name}' };
  it('takes the plural of its language: zero is singular in French', () => {
    const t = translator(texts, 'fr');
    expect([t('left', { count: 0 }), t('left', { count: 1 }), t('left', { count: 2 })]).toEqual([
      '0 point',
      '1 point',
      '2 points',
    ]);
    expect(translator(texts, 'en')('left', { count: 0 })).toBe('0 points');
  });
  it('leaves a value that nobody gave visible', () => {
    expect(translator(texts, 'fr')('hello')).toBe('Bonjour {name}');
  });
});
