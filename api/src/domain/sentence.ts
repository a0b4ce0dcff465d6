import type { CodeListName, Locale } from './codes.js';
import type { Param, Refusal } from './errors.js';

/** The parts of `schema/vocabulary/<locale>.json` that a refusal's sentence is made of. */
export interface SentenceVocabulary {
  readonly concepts?: Readonly<
    Record<
      string,
      { readonly one: string; readonly fields?: Readonly<Record<string, { readonly label: string } | undefined>> }
    >
  >;
  readonly enums: Readonly<
    Partial<Record<CodeListName, { readonly values: Readonly<Record<string, { readonly label: string }>> }>>
  >;
  readonly errors: Readonly<Record<string, string>>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** "12 mars 2026"; the day is a plain date, so it is written in UTC whatever the machine's time zone. */
export function writtenDay(day: string, locale: Locale): string {
  const date = new Date(`${day}T00:00:00Z`);
  // 30 February is left as it was typed: read as a date, it would be 2 March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return day;
  const text = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date);
  // French writes the first of the month as an ordinal, which Intl does not.
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

function written(param: Param, vocabulary: SentenceVocabulary, locale: Locale): string {
  if (typeof param === 'number') return new Intl.NumberFormat(locale).format(param);
  if (typeof param === 'string') return DAY.test(param) ? writtenDay(param, locale) : param;
  if ('concept' in param) {
    const words = vocabulary.concepts?.[param.concept];
    return param.field ? (words?.fields?.[param.field]?.label ?? param.field) : (words?.one ?? param.concept);
  }
  if ('list' in param) return vocabulary.enums[param.list]?.values[param.code]?.label ?? param.code;
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    param.map((one) => written(one, vocabulary, locale)),
  );
}

/**
 * The sentence of a refusal in the language of `vocabulary`, ready to show.
 * A name without a sentence gives the name itself: a test keeps that from happening.
 */
export function sentence(refusal: Refusal, vocabulary: SentenceVocabulary, locale: Locale): string {
  const template = vocabulary.errors[refusal.name] ?? refusal.name;
  const filled = template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const param = refusal.params[name];
    return param === undefined ? placeholder : written(param, vocabulary, locale);
  });
  return filled.charAt(0).toLocaleUpperCase(locale) + filled.slice(1);
}
