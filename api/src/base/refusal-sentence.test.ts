import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  ConventionIncomplete,
  ConventionOverlaps,
  ConventionTransitionNotAllowed,
} from '../domain/convention/convention.errors.js';
import { texts } from '../words/words.js';
import { Locale } from './codes.js';
import { accepted, isRefusal, Refusal } from './refusal.js';
import { sentenceOf } from './refusal-sentence.js';
import { QueryNotUnderstood, UnknownId } from './shared.errors.js';

const sources = join(import.meta.dirname, '..');
const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

/** Every refusal class that a `*.errors.ts` file exports, by name. */
const refusals = new Map<string, { source: string }>();
for (const file of globSync('**/*.errors.ts', { cwd: sources })) {
  const source = readFileSync(join(sources, file), 'utf8');
  const exported: Record<string, unknown> = await import(pathToFileURL(join(sources, file)).href);
  for (const [name, value] of Object.entries(exported)) {
    if (typeof value === 'function' && value.prototype instanceof Refusal) {
      const body = source.slice(source.indexOf(`class ${name} `)).split('\n}')[0] ?? '';
      refusals.set(name, { source: body });
    }
  }
}

describe('the words of refusals', () => {
  it('finds the refusal classes', () => {
    expect(refusals.size).toBeGreaterThan(60);
  });
  describe.each(Locale)('in %s', (locale) => {
    it('gives every refusal a sentence', () => {
      expect([...refusals.keys()].filter((name) => !texts[locale].errors[name])).toEqual([]);
    });
    it('has no sentence that no refusal uses', () => {
      expect(Object.keys(texts[locale].errors).filter((name) => !refusals.has(name))).toEqual([]);
    });
    it('names only parameters that the refusal gives', () => {
      for (const [name, { source }] of refusals) {
        for (const param of placeholders(texts[locale].errors[name])) {
          expect(source, `${name} lacks ${param}`).toMatch(new RegExp(`\\b${param}\\b`));
        }
      }
    });
  });
});

/** Every closed list of codes, or of an entity that alone needs it, by name, but for those that nobody is shown. */
const unseen = ['ErrorCode', 'MailStatus'];
const codeLists = new Map<string, readonly string[]>();
for (const file of globSync('**/{codes,*.codes,*.entity}.ts', { cwd: sources })) {
  const exported: Record<string, unknown> = await import(pathToFileURL(join(sources, file)).href);
  for (const [name, value] of Object.entries(exported))
    if (/^[A-Z]/.test(name) && Array.isArray(value) && !unseen.includes(name)) codeLists.set(name, value as string[]);
}

describe('the words of codes', () => {
  it.each(Locale)('name every code of every list, and no other, in %s', (locale) => {
    expect(codeLists.size).toBeGreaterThan(40);
    for (const [list, codes] of codeLists)
      expect(Object.keys(texts[locale].enums[list]?.values ?? {}).sort(), list).toEqual([...codes].sort());
  });
  it('are those of the lists that refusals name', () => {
    for (const [name, { source }] of refusals)
      for (const [, list] of source.matchAll(/\blist: '(\w+)'/g)) expect([...codeLists.keys()], name).toContain(list);
  });
});

describe('a refusal', () => {
  it('is written with days in letters', () => {
    expect(sentenceOf(new ConventionOverlaps('2024-07', '2024-01-01', '2029-12-31'), 'fr')).toBe(
      'La convention 2024-07 engage déjà ce guichet du 1er janvier 2024 au 31 décembre 2029. Changez les dates ou résiliez-la.',
    );
  });
  it('lists everything that is missing in one sentence', () => {
    const refusal = new ConventionIncomplete('SIGN', ['SIGNED_ON', 'SIGNATORIES'], 'signedOn');
    expect(sentenceOf(refusal, 'en')).toBe(
      '“Record the signature” still needs: the date of signature and a signatory for each of the two parties.',
    );
    expect(refusal).toMatchObject({ code: 'RULE', name: 'ConventionIncomplete', field: 'signedOn' });
  });
  it('names codes and concepts in words, and starts with a capital', () => {
    expect(sentenceOf(new ConventionTransitionNotAllowed('SIGN', 'DRAFT'), 'fr')).toContain('Brouillon');
    expect(sentenceOf(new UnknownId('Guichet'), 'fr')).toMatch(/^Guichet\u00a0: /);
  });
  it('repeats what people typed as they typed it', () => {
    const typed = '{{detail}} $& $t(errors.NotAllowed) {{- detail}} <b>';
    expect(sentenceOf(new QueryNotUnderstood(typed), 'en')).toBe(`The request is not understood: ${typed}`);
  });
  it('travels as a value and is thrown at one step', () => {
    const refusal = new UnknownId('Guichet');
    expect(isRefusal(refusal)).toBe(true);
    expect(() => accepted(refusal)).toThrow(refusal);
    expect(accepted('fine')).toBe('fine');
  });
});
