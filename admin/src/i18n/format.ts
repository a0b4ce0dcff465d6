import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime';
import i18next from 'i18next';
import { sizeInWords } from '../lite/kit/format';

dayjs.extend(relativeTime);

const locale = () => (i18next.language === 'en' ? 'en-GB' : 'fr-FR');

/** "2026-03-03" → "3 mars 2026". Days have no time zone: they are read as they stand. */
export function formatDay(day: string): string {
  const date = dayjs(day, 'YYYY-MM-DD');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !date.isValid()) return day;
  const first = date.date() === 1 && i18next.language === 'fr';
  return first ? `1er ${date.format('MMMM YYYY')}` : date.format('D MMMM YYYY');
}

/** "2026-03-03" → "mardi 3 mars 2026" */
export function formatLongDay(day: string): string {
  const weekday = dayjs(day, 'YYYY-MM-DD').format('dddd');
  return `${weekday} ${formatDay(day)}`;
}

/** "2026-03-03" → "03/03/2026", where columns must line up. */
export function formatShortDay(day: string): string {
  const date = dayjs(day, 'YYYY-MM-DD');
  return date.isValid() ? date.format('DD/MM/YYYY') : day;
}

/** "14:00" → "14 h 00" */
export function formatTime(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  return i18next.language === 'en' ? `${hours}:${minutes}` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** An instant, in the reader's own time zone: "3 mars 2026, 14 h 00". */
export function formatInstant(instant: string): string {
  const at = dayjs(instant);
  return at.isValid() ? `${formatDay(at.format('YYYY-MM-DD'))}, ${formatTime(at.format('HH:mm'))}` : instant;
}

/** How long ago an instant was: "il y a 3 heures". */
export const formatAgo = (instant: string): string => dayjs(instant).fromNow();

/** 12500 → "12 500"; decimals as many as entered, at most `scale`. */
export function formatNumber(value: number, scale = 2): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: scale }).format(value);
}

/** Bytes as people say them: "84 Ko", "3,2 Mo". */
export const formatSize = (bytes: number): string => sizeInWords(bytes, i18next.language === 'en' ? 'en' : 'fr');
