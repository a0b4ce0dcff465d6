import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Part } from '../../crud/page/Part';
import { pathTo } from '../../crud/registry';
import { capital, useVocabulary } from '../../crud/vocabulary';
import { formatLongDay, formatTime } from '../../i18n/format';
import type { GuichetMeeting } from './model';

/** Meetings to come that the guichet is expected at. */
export function Meetings({ meetings }: { meetings: readonly GuichetMeeting[] }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  return (
    <Part title={t('guichet.meetings')}>
      {meetings.length === 0 ? (
        <p className="quiet">{t('guichet.noMeeting')}</p>
      ) : (
        <ul className="plain-list meeting-lines">
          {meetings.map(({ id, title, kind, heldOn, startTime, place }) => (
            <li key={id}>
              <span className="figure">
                {capital(formatLongDay(heldOn))}, {formatTime(startTime)}
              </span>
              <span>
                <Link to={pathTo('Meeting', id)}>{title}</Link>
                <span className="quiet">
                  {' · '}
                  {words.code('MeetingKind', kind)}
                  {place && ` · ${place}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
