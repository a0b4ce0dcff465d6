import { useTranslation } from 'react-i18next';
import { Part } from '../../crud/page/Part';
import { useVocabulary } from '../../crud/vocabulary';
import { formatNumber } from '../../i18n/format';
import { useRole } from '../../shell/session-context';
import { byYear, type Count, type GuichetRead, withGaps } from './model';

interface Props {
  counts: readonly Count[];
  guichet: GuichetRead;
  year: number;
}

/** Requests that the guichet registered, year by year: bars to see, figures to read. */
export function Registrations({ counts, guichet: { registers, epci }, year: thisYear }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const years = byYear(counts);
  const most = Math.max(1, ...years.map(({ total }) => total ?? 0));
  const few = epci.statisticsThreshold;
  const told = (count: number | null) =>
    count === null ? t('guichet.fewerThan', { count: few }) : formatNumber(count);
  const isMasked = useRole() === 'ANALYST' && years.length > 0 && few > 1;
  return (
    <Part title={t('guichet.registrations')}>
      {years.length === 0 ? (
        <p className="quiet">{t(registers === false ? 'guichet.registersNothing' : 'guichet.noRegistration')}</p>
      ) : (
        <>
          <table className="registrations figure" aria-label={t('guichet.registrations')}>
            <thead className="seen-by-readers">
              <tr>
                <th scope="col">{t('guichet.year')}</th>
                <th scope="col">{t('guichet.bar')}</th>
                <th scope="col">{t('guichet.requests')}</th>
                <th scope="col">{t('guichet.channels')}</th>
              </tr>
            </thead>
            <tbody>
              {withGaps(years).map(({ year, until, total, channels }) =>
                until ? (
                  <tr key={year}>
                    <th scope="row" className="quiet">
                      {year === until ? year : t('guichet.years', { from: year, to: until })}
                    </th>
                    <td colSpan={3} className="quiet">
                      {t('guichet.unknown')}
                    </td>
                  </tr>
                ) : (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    <td className="bar-cell" aria-hidden>
                      <span
                        className={year === thisYear ? 'bar bar-open' : 'bar'}
                        style={{ width: `${((total ?? 0) / most) * 100}%` }}
                      />
                    </td>
                    <td className="number">{told(total)}</td>
                    <td className="quiet channels">
                      {year === thisYear && t('guichet.soFar')}
                      {year === thisYear && channels.length > 1 && ' · '}
                      {channels.length > 1 &&
                        channels
                          .map(({ channel, count }) => `${words.code('Channel', channel)} ${told(count)}`)
                          .join(', ')}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
          {isMasked && <p className="quiet">{t('guichet.rounded', { count: few })}</p>}
          {registers && (
            <p className="quiet threshold">
              {t('guichet.threshold', {
                count: epci.registrationThreshold,
                formatted: formatNumber(epci.registrationThreshold),
              })}
            </p>
          )}
        </>
      )}
    </Part>
  );
}
