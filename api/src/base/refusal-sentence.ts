import { writtenDay } from '../words/format.js';
import { saying, texts } from '../words/words.js';
import type { Locale } from './codes.js';
import type { Param, Refusal } from './refusal.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const say = saying('errors');

function written(param: Param, locale: Locale): string {
  if (typeof param === 'number') return new Intl.NumberFormat(locale).format(param);
  if (typeof param === 'string') return DAY.test(param) ? writtenDay(param, locale) : param;
  const { concepts, enums } = texts[locale];
  if ('concept' in param) {
    const words = concepts[param.concept];
    return param.field ? (words?.fields[param.field]?.label ?? param.field) : (words?.one ?? param.concept);
  }
  if ('list' in param) return enums[param.list]?.values[param.code]?.label ?? param.code;
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(param.map((one) => written(one, locale)));
}

/** The sentence of a refusal in a language, ready to show. Without one, which a test refuses, its name. */
export function sentenceOf({ name, params }: Pick<Refusal, 'name' | 'params'>, locale: Locale): string {
  if (!texts[locale].errors[name]) return name;
  const inWords = Object.entries(params).map(([param, value]) => [param, written(value, locale)]);
  const sentence = say[locale](name, Object.fromEntries(inWords));
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}
