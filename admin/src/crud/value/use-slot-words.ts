import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { Slot } from '../../opening-hours';
import { useVocabulary } from '../vocabulary';

/** "9 h 00 – 12 h 00, les semaines paires, sur rendez-vous". */
export function useSlotWords(): (slot: Slot) => string {
  const { t } = useTranslation();
  const words = useVocabulary();
  return ({ from, to, weeks, byAppointment }) =>
    [
      t('hours.span', { start: formatTime(from), end: formatTime(to) }),
      ...(weeks === 'ALL' ? [] : [words.code('HoursWeeks', weeks)]),
      ...(byAppointment ? [t('hours.byAppointment')] : []),
    ].join(', ');
}
