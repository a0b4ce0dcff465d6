import type { Locale } from './language.js';

const NO_BREAK = '\u00a0';
const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Noon UTC: the same calendar day whatever the reader's time zone, formatted in UTC. */
const noon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

/** How many days one day is after another. */
export const daysBetween = (from: string, to: string): number =>
  (noon(to).getTime() - noon(from).getTime()) / 86_400_000;

function formatted(day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: 'UTC' }).formatToParts(noon(day));
  // French writes the first of the month "1er", which Intl does not.
  const text = parts
    .map(({ type, value }) => (type === 'day' && value === '1' && locale === 'fr' ? '1er' : value))
    .join('');
  // Some English data puts a comma after the weekday; the date must not be parted from its month.
  return text.replace(/^(\p{L}+), /u, '$1 ').replace(/(\d(?:er)?) (?=\p{L})/u, `$1${NO_BREAK}`);
}

/** "mardi 3 mars 2026". */
export const dayInWords = (day: string, locale: Locale): string =>
  formatted(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "3 mars 2026". */
export const dayWithoutWeekday = (day: string, locale: Locale): string =>
  formatted(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** A local wall time: "14 h 00", "14:00" in English. */
export function timeInWords(time: string, locale: Locale): string {
  const [hours = '', minutes = ''] = time.split(':');
  return locale === 'fr' ? `${Number(hours)}${NO_BREAK}h${NO_BREAK}${minutes}` : `${hours}:${minutes}`;
}

/** "mardi 3 mars 2026, 14 h 00". */
export const momentInWords = (day: string, time: string, locale: Locale): string =>
  `${dayInWords(day, locale)}, ${timeInWords(time, locale)}`;

/** The wall time, in the given zone, of an instant: "14 h 05". */
export function instantAsTime(instant: string, timeZone: string, locale: Locale): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(instant),
  );
  return timeInWords(time, locale);
}

export const numberInWords = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 2 }).format(value);

const KILO = 1024;
const units = { fr: ['Ko', 'Mo', 'Go'], en: ['KB', 'MB', 'GB'] } as const;

/** Bytes as people say them: "84 Ko", "3,2 Mo", "12 Go". */
export function sizeInWords(bytes: number, locale: Locale): string {
  const [kilo, mega, giga] = units[locale];
  const inWords = (value: number, unit: string) => `${numberInWords(value, locale)}\u00a0${unit}`;
  const kilobytes = Math.max(1, Math.round(bytes / KILO));
  if (kilobytes < KILO) return inWords(kilobytes, kilo);
  const megabytes = Math.round((bytes / KILO / KILO) * 10) / 10;
  return megabytes < KILO ? inWords(megabytes, mega) : inWords(Math.round((megabytes / KILO) * 10) / 10, giga);
}

/** "a, b et c". */
export const listInWords = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items);

/** "lundi" for `mon`: 2024-01-01 was a Monday. */
export function weekdayName(index: number, locale: Locale): string {
  return formatted(`2024-01-0${index + 1}`, locale, { weekday: 'long' });
}

/** First letter as a capital, for a sentence that begins with a date. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
