import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useVocabulary } from '../../crud/vocabulary';
import { usePalette } from '../../theme/Appearance';
import type { Level } from '../../theme/tokens';
import { to } from '../addresses';
import { LevelMark } from '../territory/map/LevelMark';
import type { Guichet } from '../territory/map/network';

const levels: Level[] = ['COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'];

/** Guichets by level, with how many are under convention: also the map's legend. */
export function LevelChart({ guichets }: { guichets: readonly Guichet[] }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const palette = usePalette();
  const rows = levels.map((level) => {
    const own = guichets.filter((guichet) => guichet.level === level);
    return { level, count: own.length, signed: own.filter(({ conventionInForce }) => conventionInForce).length };
  });
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const unset = guichets.filter(({ level }) => !level).length;
  return (
    <div className="level-chart">
      <ul className="plain-list">
        {rows.map(({ level, count, signed }) => (
          <li key={level}>
            <Link to={to.guichetsOf(level)} className="level-row">
              <span className="level-name">
                <LevelMark level={level} />
                {words.code('Level', level)}
              </span>
              <span className="level-track" aria-hidden="true">
                <span
                  className="level-bar"
                  style={{
                    width: `${(count / most) * 100}%`,
                    background: palette.levels[level].tint,
                    borderColor: palette.levels[level].text,
                  }}
                >
                  <span
                    className="level-signed"
                    style={{ width: `${(signed / Math.max(1, count)) * 100}%`, background: palette.levels[level].text }}
                  />
                </span>
              </span>
              <span className="level-count">
                <strong>{count}</strong> <span className="quiet">{t('home.network.signed', { count: signed })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {unset > 0 && <p className="quiet">{t('home.network.unset', { count: unset })}</p>}
    </div>
  );
}
