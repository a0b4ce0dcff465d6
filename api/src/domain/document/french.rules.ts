// How official documents write things: French whatever the language of the caller, as administrations print it.

import { addDays, addMonths, type Day, lastDayOfTerm } from '../../base/days.rules.js';
import type { HoursWeeks } from '../guichet/guichet.codes.js';
import type { OpeningHours, OpeningSlot } from '../guichet/opening-hours.rules.js';

const nbsp = '\u00a0';

/** What stands where a value was never entered: seen on paper, and searched for on a screen. */
export const toFill = 'à compléter';

export const orToFill = (value: string | null | undefined): string => value?.trim() || toFill;

/** "3 mars 2026", "1er mars 2026": never broken at the end of a line. */
export const frenchDay = (day: Day): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 /, '1er ')
    .replaceAll(' ', nbsp);

export const dayOrToFill = (day: Day | null | undefined): string => (day ? frenchDay(day) : toFill);

/** "0,5" */
export const frenchNumber = (value: number): string => new Intl.NumberFormat('fr-FR').format(value);

/** "9 h 00" */
const frenchTime = (time: string): string => {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}${nbsp}h${nbsp}${minute}`;
};

const weekdays = [
  ['MON', 'lundi'],
  ['TUE', 'mardi'],
  ['WED', 'mercredi'],
  ['THU', 'jeudi'],
  ['FRI', 'vendredi'],
  ['SAT', 'samedi'],
  ['SUN', 'dimanche'],
] as const;

/** A day of the week and its ranges in words; "fermé" when it has none. */
export interface FrenchHours {
  jour: string;
  plages: string;
}

const weeksInWords: Readonly<Record<HoursWeeks, string>> = {
  ALL: '',
  ODD: ' les semaines impaires',
  EVEN: ' les semaines paires',
  FIRST: ' la première semaine du mois',
  SECOND: ' la deuxième semaine du mois',
  THIRD: ' la troisième semaine du mois',
  FOURTH: ' la quatrième semaine du mois',
  LAST: ' la dernière semaine du mois',
};

const ranges = (given: readonly OpeningSlot[]): string =>
  given
    .map(
      ({ from, to, weeks, byAppointment }) =>
        `de ${frenchTime(from)} à ${frenchTime(to)}${weeksInWords[weeks]}${byAppointment ? ' sur rendez-vous' : ''}`,
    )
    .join(' et ');

/** Seven lines from Monday on, and one for the remark; none when hours were never entered. */
export const frenchHours = (hours: OpeningHours | null | undefined): FrenchHours[] => {
  if (!hours) return [];
  const days = weekdays.map(([code, jour]) => {
    const slots = hours.slots.filter(({ weekday }) => weekday === code);
    return { jour, plages: slots.length > 0 ? ranges(slots) : 'fermé' };
  });
  return hours.remark ? [...days, { jour: 'à noter', plages: hours.remark }] : days;
};

/** "lundi de 9 h 00 à 12 h 00 ; jeudi …", for one cell of a table. */
export const frenchHoursInOneLine = (hours: OpeningHours): string =>
  frenchHours(hours)
    .filter(({ plages }) => plages !== 'fermé')
    .map(({ jour, plages }) => `${jour} ${plages}`)
    .join(`${nbsp}; `) || 'aucune ouverture';

const longestTerm = 144;

/** "six ans", "trente mois" in figures; empty when the term is no whole number of months. */
export const frenchTerm = (startsOn: Day, endsOn: Day): string => {
  for (let months = 1; months <= longestTerm; months += 1) {
    const whole = months % 12 === 0;
    const end = whole ? lastDayOfTerm(startsOn, months / 12) : addDays(addMonths(startsOn, months), -1);
    if (end !== endsOn) continue;
    const years = months / 12;
    return whole ? `${years}${nbsp}${years > 1 ? 'ans' : 'an'}` : `${months}${nbsp}mois`;
  }
  return '';
};
