import type { MapCommuneFragment, MapGuichetFragment } from '../generated/graphql';
import type { Level } from '../theme/tokens';
import { type Cell, type Point, type Territory, territoryOf } from './geometry';

export type Commune = MapCommuneFragment;
export type Guichet = MapGuichetFragment;

export interface Area extends Cell {
  commune: Commune;
  guichets: Guichet[];
  /** The level of all its guichets; undefined when they differ, or when it has none. */
  level: Level | undefined;
  labelled: boolean;
}

/** Something on the map that leads somewhere: a guichet, or a commune without one. */
export interface Spot {
  id: string;
  center: Point;
  area: Area;
  guichet: Guichet | undefined;
}

export interface NetworkMap extends Territory {
  areas: Area[];
  spots: Spot[];
  /** Communes whose place is not known: the table alone tells of them. */
  unplaced: number;
}

/** Drawing units between the guichets of one commune. */
const apart = 22;
/** Room that a name takes, in drawing units. */
const label = { letter: 8.2, height: 34 };

const hasPlace = (commune: Commune): commune is Commune & { latitude: number; longitude: number } =>
  commune.latitude !== null && commune.longitude !== null && commune.latitude !== undefined && commune.longitude !== undefined;

/** The communes as areas, with their guichets, and what can be pressed. */
export function networkMap(communes: readonly Commune[], guichets: readonly Guichet[]): NetworkMap {
  const placed = communes.filter(hasPlace);
  const byCommune = Map.groupBy(guichets, ({ commune }) => commune.id);
  const territory = territoryOf(placed);
  const known = new Map(placed.map((commune) => [commune.id, commune]));
  const areas = territory.cells.flatMap((cell): Area[] => {
    const commune = known.get(cell.id);
    if (!commune) return [];
    const own = byCommune.get(cell.id) ?? [];
    const levels = new Set(own.map(({ level }) => level));
    const [level] = levels.size === 1 ? levels : [];
    return [{ ...cell, commune, guichets: own, level: level ?? undefined, labelled: false }];
  });
  return {
    ...territory,
    areas: labelled(areas),
    spots: areas.flatMap(spotsOf),
    unplaced: communes.length - placed.length,
  };
}

function spotsOf(area: Area): Spot[] {
  const { guichets, center } = area;
  if (guichets.length === 0) return [{ id: area.id, center, area, guichet: undefined }];
  const left = center[0] - ((guichets.length - 1) * apart) / 2;
  return guichets.map((guichet, index) => ({ id: guichet.id, center: [left + index * apart, center[1]], area, guichet }));
}

/** Names where there is room: urban poles first, then the most people; a name that would cover another stays in the tooltip. */
function labelled(areas: Area[]): Area[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const named = new Set<string>();
  const importance = ({ commune }: Area) => (commune.urbanPole ? 1e9 : 0) + (commune.population ?? 0);
  for (const area of [...areas].sort((one, other) => importance(other) - importance(one))) {
    const [x, y] = area.center;
    const half = (area.commune.name.length * label.letter) / 2;
    const box = { left: x - half, right: x + half, top: y - 10, bottom: y - 10 + label.height };
    const covers = taken.some(({ left, right, top, bottom }) => box.left < right && box.right > left && box.top < bottom && box.bottom > top);
    if (covers) continue;
    taken.push(box);
    named.add(area.id);
  }
  return areas.map((area) => ({ ...area, labelled: named.has(area.id) }));
}
