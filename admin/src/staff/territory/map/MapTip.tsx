import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../../crud/vocabulary';
import { formatDay, formatNumber } from '../../../i18n/format';
import { LevelMark } from './LevelMark';
import { boundUntil, type Guichet, type Spot } from './network';

/** What is known of a commune and its guichets, beside the pointer. Its words are those of the link and of the table. */
export function MapTip({ spot: { area, guichet }, x, y }: { spot: Spot; x: number; y: number }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { commune, guichets } = area;
  const until = (one: Guichet) => {
    const end = boundUntil(one);
    return end ? t('map.until', { day: formatDay(end) }) : t('map.noConvention');
  };
  const side = {
    [x > 0.5 ? 'right' : 'left']: `${(x > 0.5 ? 1 - x : x) * 100}%`,
    [y > 0.5 ? 'bottom' : 'top']: `${(y > 0.5 ? 1 - y : y) * 100}%`,
  };
  return (
    <div
      className={`map-tip ${x > 0.5 ? 'map-tip-left' : ''} ${y > 0.5 ? 'map-tip-above' : ''}`}
      style={side}
      aria-hidden="true"
    >
      <strong>{commune.name}</strong>
      {typeof commune.population === 'number' && (
        <span className="quiet">
          {t('map.people', { count: commune.population, formatted: formatNumber(commune.population) })}
        </span>
      )}
      {guichets.length === 0 && <span>{t('map.none')}</span>}
      {guichets.map((one) => (
        <span
          key={one.id}
          className={one.id === guichet?.id && guichets.length > 1 ? 'map-tip-one map-tip-on' : 'map-tip-one'}
        >
          <LevelMark level={one.level ?? undefined} />
          <span>
            {one.name}
            <small className="quiet">
              {one.level ? words.code('Level', one.level) : t('map.noLevel')}
              {' · '}
              {until(one)}
            </small>
          </span>
        </span>
      ))}
    </div>
  );
}
