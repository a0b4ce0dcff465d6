import { Grid } from 'antd';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '../../../crud/registry';
import { currentVocabulary } from '../../../crud/vocabulary';
import { usePalette } from '../../../theme/Appearance';
import { pathOf, towards } from './geometry';
import { LevelShape } from './LevelMark';
import { MapTip } from './MapTip';
import { type Commune, type Guichet, networkMap, type Spot } from './network';
import './map.css';

interface Props {
  communes: readonly Commune[];
  guichets: readonly Guichet[];
  /** Id of the equivalent table. */
  described: string;
  /** The commune under the pointer in the table. */
  highlighted?: string | undefined;
}

/** On a phone the drawing is half as large, and its marks and names are not. */
const small = 1.6;

const pathOfSpot = ({ guichet, area }: Spot) => (guichet ? pathTo('Guichet', guichet.id) : pathTo('Commune', area.id));

/** The territory, each commune in the colour of its guichet's level. One tab stop; arrows go from neighbour to neighbour. */
export function TerritoryMap({ communes, guichets, described, highlighted }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  const navigate = useNavigate();
  const pattern = useId();
  const scale = (Grid.useBreakpoint().md ?? true) ? 1 : small;
  const map = useMemo(() => networkMap(communes, guichets, scale), [communes, guichets, scale]);
  const [shown, setShown] = useState<Spot>();
  const [current, setCurrent] = useState<string>();
  const nodes = useRef(new Map<string, { focus: () => void }>());
  if (map.areas.length === 0) return <p className="quiet">{t('map.nowhere')}</p>;
  const stop =
    map.spots.find(({ id }) => id === current) ?? map.spots.find(({ area }) => area.commune.urbanPole) ?? map.spots[0];

  const go = (spot: Spot) => {
    setCurrent(spot.id);
    nodes.current.get(spot.id)?.focus();
  };
  const press = (event: KeyboardEvent, spot: Spot) => {
    if (event.key === 'Escape') return setShown(undefined);
    const next = towards(spot, map.spots, event.key);
    if (!next) return undefined;
    event.preventDefault();
    return go(next);
  };
  const fill = (level: keyof typeof palette.levels | undefined, several: boolean) =>
    level ? palette.levels[level].tint : several ? palette.sunken : `url(#${pattern})`;

  return (
    <div className="map-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset. */}
      <svg
        className="map"
        viewBox={`0 0 ${map.width.toFixed(0)} ${map.height.toFixed(0)}`}
        role="group"
        aria-label={t('map.label')}
        aria-describedby={described}
        onMouseLeave={() => setShown(undefined)}
      >
        <defs>
          <pattern id={pattern} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" fill={palette.surface} />
            <path d="M0,0V7" stroke={palette.border} strokeWidth="2" />
          </pattern>
        </defs>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the links below say it all. */}
        <g aria-hidden="true">
          {map.areas.map((area) => (
            <path
              key={area.id}
              d={pathOf(area.polygon)}
              className={area.id === (shown?.area.id ?? highlighted) ? 'map-area map-area-on' : 'map-area'}
              fill={fill(area.level, area.guichets.length > 0)}
              stroke={area.level ? palette.levels[area.level].line : palette.border}
            />
          ))}
          {map.areas
            .filter(({ id }) => id === (shown?.area.id ?? highlighted))
            .map((area) => (
              <path key={area.id} d={pathOf(area.polygon)} className="map-outline" stroke={palette.text} />
            ))}
        </g>
        {map.spots.map((spot) => (
          <a
            key={spot.id}
            href={pathOfSpot(spot)}
            ref={(node) => {
              if (node) nodes.current.set(spot.id, node);
              else nodes.current.delete(spot.id);
            }}
            className="map-spot"
            tabIndex={spot === stop ? 0 : -1}
            aria-label={nameOf(spot, t)}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              void navigate(pathOfSpot(spot));
            }}
            onKeyDown={(event) => press(event, spot)}
            onFocus={() => {
              setCurrent(spot.id);
              setShown(spot);
            }}
            onBlur={() => setShown(undefined)}
            onMouseEnter={() => setShown(spot)}
          >
            {spot.area.guichets.length < 2 && <path d={pathOf(spot.area.polygon)} fill="transparent" />}
            <g transform={`translate(${spot.center[0].toFixed(1)} ${spot.center[1].toFixed(1)}) scale(${scale})`}>
              <circle r="13" fill="transparent" className="map-ring" />
              <LevelShape level={spot.guichet?.level ?? undefined} />
            </g>
          </a>
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: the same. */}
        <g aria-hidden="true" className="map-names" fontSize={14 * scale} fill={palette.text} stroke={palette.surface}>
          {map.areas
            .filter(({ labelled }) => labelled)
            .map(({ id, center: [x, y], commune }) => (
              <text key={id} x={x} y={y + 23 * scale} fontWeight={commune.urbanPole ? 600 : 400}>
                {commune.name}
              </text>
            ))}
        </g>
      </svg>
      {shown && <MapTip spot={shown} x={shown.center[0] / map.width} y={shown.center[1] / map.height} />}
      {map.unplaced > 0 && <p className="quiet">{t('map.unplaced', { count: map.unplaced })}</p>}
    </div>
  );
}

function nameOf({ area, guichet }: Spot, t: ReturnType<typeof useTranslation>['t']): string {
  if (!guichet) return t('map.noGuichet', { commune: area.commune.name });
  const level = guichet.level ? currentVocabulary().code('Level', guichet.level) : t('map.noLevel');
  return t('map.spot', { name: guichet.name, commune: area.commune.name, level });
}
