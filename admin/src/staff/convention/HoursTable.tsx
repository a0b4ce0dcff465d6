import { useTranslation } from 'react-i18next';
import { parseOpeningHours, weekdays, weeklyMinutes } from '../../crud/value/opening-hours';
import { NotEntered } from '../../crud/value/Value';
import { capital } from '../../crud/vocabulary';
import { formatNumber, formatTime } from '../../i18n/format';

/** Weekly opening hours as a table, one line a day: what one prints and pins to a door. */
export function HoursTable({ value, label }: { value: unknown; label: string }) {
  const { t } = useTranslation();
  const hours = parseOpeningHours(value);
  if (!hours) return <NotEntered />;
  const minutes = weeklyMinutes(hours);
  if (minutes === 0) return <span className="quiet">{t('hours.closed')}</span>;
  // The week-end is worth a line only where somebody receives.
  const days = weekdays.filter((day, index) => index < 5 || (hours[day] ?? []).length > 0);
  return (
    <table className="hours-table figure" aria-label={label}>
      <tbody>
        {days.map((day) => (
          <tr key={day}>
            <th scope="row">{capital(t(`hours.days.${day}`))}</th>
            <td>
              {(hours[day] ?? []).length === 0 ? (
                <span className="quiet">{t('hours.closedDay')}</span>
              ) : (
                (hours[day] ?? []).map(([start, end]) => (
                  <span key={start} className="hours-slot">
                    {t('hours.span', { start: formatTime(start), end: formatTime(end) })}
                  </span>
                ))
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="quiet">
            {t('convention.hoursTotal')}
          </th>
          <td className="quiet">{t('hours.weekly', { hours: formatNumber(minutes / 60, 1) })}</td>
        </tr>
      </tfoot>
    </table>
  );
}
