import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { CodeTag } from '../../crud/value/tags';
import { formatDay, formatShortDay } from '../../i18n/format';
import { useToday } from '../../shell/session-context';
import { lastDayOf, type Version } from './events';

const time = (day: string) => dayjs(day, 'YYYY-MM-DD').valueOf();

interface Props {
  versions: readonly Version[];
  shown: Version;
}

/** The terms of the convention and its avenants along one line of time, with today on it. */
export function TermLine({ versions, shown }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [search] = useSearchParams();
  const from = versions.map(({ startsOn }) => startsOn).sort()[0] ?? shown.startsOn;
  const to =
    versions
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1) ?? shown.endsOn;
  const share = (day: string) => {
    const all = time(to) - time(from) || 1;
    return Math.min(100, Math.max(0, ((time(day) - time(from)) / all) * 100));
  };
  const inside = from <= today && today <= to;
  const address = (id: string) => {
    const next = new URLSearchParams(search);
    next.set('version', id);
    return `?${next}`;
  };
  return (
    <div className="term">
      <ul className="term-lines">
        {versions.map((version) => {
          const { id, rank, status, startsOn } = version;
          const name = rank > 1 ? t('version.avenant', { rank: rank - 1 }) : t('version.first');
          const end = lastDayOf(version);
          return (
            <li key={id} className="term-line">
              <span className="term-name">
                {id === shown.id ? <strong>{name}</strong> : <Link to={address(id)}>{name}</Link>}{' '}
                <CodeTag list="ConventionStatus" value={status} />
              </span>
              <span className="term-track" aria-hidden>
                <span
                  className={`term-bar term-${status}`}
                  style={{
                    insetInlineStart: `${share(startsOn)}%`,
                    width: `${Math.max(1, share(end) - share(startsOn))}%`,
                  }}
                />
                {inside && <span className="term-today" style={{ insetInlineStart: `${share(today)}%` }} />}
              </span>
              <span className="figure term-days">
                {formatShortDay(startsOn)} – {formatShortDay(end)}
              </span>
            </li>
          );
        })}
      </ul>
      {inside && (
        <p className="quiet term-legend">
          <span className="term-today-key" aria-hidden /> {t('convention.todayIs', { day: formatDay(today) })}
        </p>
      )}
    </div>
  );
}
