import type { Language } from './words.js';

/** "12 mars 2026"; the day is a plain date, so it is written in UTC whatever the machine's time zone. */
export function writtenDay(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  // 30 February is left as it was typed: read as a date, it would be 2 March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return day;
  const text = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date);
  // French writes the first of the month as an ordinal, which Intl does not.
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
