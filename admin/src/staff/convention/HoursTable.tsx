import { useTranslation } from 'react-i18next';
import { asOpeningHours, weeklyHours } from '../../crud/value/opening-hours';
import { useSlotWords } from '../../crud/value/use-slot-words';
import { NotEntered } from '../../crud/value/Value';
import { capital, useVocabulary } from '../../crud/vocabulary';
import { formatNumber } from '../../i18n/format';
import { slotsOf, weekdays } from '../../opening-hours';

/** Weekly opening hours as a table, one line a day: what one prints and pins to a door. */
export function HoursTable({ value, label }: { value: unknown; label: string }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const say = useSlotWords();
  const hours = asOpeningHours(value);
  if (!hours) return <NotEntered />;
  const remark = hours.remark && <p className="quiet">{hours.remark}</p>;
  if (hours.slots.length === 0)
    return (
      <>
        <span className="quiet">{t('hours.closed')}</span>
        {remark}
      </>
    );
  // The week-end is worth a line only where somebody receives.
  const days = weekdays.filter((day, index) => index < 5 || slotsOf(hours, day).length > 0);
  return (
    <>
      <table className="hours-table figure" aria-label={label}>
        <tbody>
          {days.map((day) => {
            const slots = slotsOf(hours, day);
            return (
              <tr key={day}>
                <th scope="row">{capital(words.code('Weekday', day))}</th>
                <td>
                  {slots.length === 0 ? (
                    <span className="quiet">{t('hours.closedDay')}</span>
                  ) : (
                    slots.map((slot) => (
                      <span key={`${slot.from} ${slot.weeks}`} className="hours-slot">
                        {say(slot)}
                      </span>
                    ))
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="quiet">
              {t('convention.hoursTotal')}
            </th>
            <td className="quiet">{t('hours.weekly', { hours: formatNumber(weeklyHours(hours), 1) })}</td>
          </tr>
        </tfoot>
      </table>
      {remark}
    </>
  );
}
