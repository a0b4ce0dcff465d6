import type { MapCommuneFragment, MapGuichetFragment } from '../../../generated/graphql';
import type { Level } from '../../../theme/tokens';
import { type Cell, type Point, type Territory, territoryOf } from './geometry';

export type Commune = MapCommuneFragment;
export type Guichet = MapGuichetFragment;

/** The last day that a convention binds a guichet for: that of a signed avenant to come, where there is one. */
export function boundUntil({ conventionInForce: now }: Guichet): string | undefined {
  const latest = now?.convention.latest;
  return latest?.status === 'UPCOMING' ? latest.endsOn : now?.endsOn;
}

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
/** Room that a mark and a name take, in drawing units; a name stands under its mark. */
const mark = 9;
const label = { letter: 7.4, top: 11, bottom: 28 };

const hasPlace = (commune: Commune): commune is Commune & { latitude: number; longitude: number } =>
  commune.latitude !== null &&
  commune.longitude !== null &&
  commune.latitude !== undefined &&
  commune.longitude !== undefined;

/**
 * The communes as areas, with their guichets, and what can be pressed.
 *
 * @param scale of marks and names: more where the drawing is shown small, so that fewer names are told and all can be read
 */
export function networkMap(communes: readonly Commune[], guichets: readonly Guichet[], scale = 1): NetworkMap {
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
  const spots = areas.flatMap((area) => spotsOf(area, scale));
  return {
    ...territory,
    areas: labelled(areas, spots, scale),
    spots,
    unplaced: communes.length - placed.length,
  };
}

function spotsOf(area: Area, scale: number): Spot[] {
  const { guichets, center } = area;
  if (guichets.length === 0) return [{ id: area.id, center, area, guichet: undefined }];
  const left = center[0] - ((guichets.length - 1) * apart * scale) / 2;
  return guichets.map((guichet, index) => ({
    id: guichet.id,
    center: [left + index * apart * scale, center[1]],
    area,
    guichet,
  }));
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
const meet = (one: Box, other: Box) =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

const markBox = ({ center: [x, y] }: Spot, scale: number): Box => ({
  left: x - mark * scale,
  right: x + mark * scale,
  top: y - mark * scale,
  bottom: y + mark * scale,
});
const nameBox = ({ center: [x, y], commune }: Area, scale: number): Box => {
  const half = (commune.name.length * label.letter * scale) / 2;
  return { left: x - half, right: x + half, top: y + label.top * scale, bottom: y + label.bottom * scale };
};

/** Names where there is room, those of the urban poles and of the most people first; one that would cover a mark or another stays in the tooltip. */
function labelled(areas: Area[], spots: readonly Spot[], scale: number): Area[] {
  const taken = spots.map((spot) => markBox(spot, scale));
  const named = new Set<string>();
  const importance = ({ commune }: Area) => (commune.urbanPole ? 1e9 : 0) + (commune.population ?? 0);
  for (const area of [...areas].sort((one, other) => importance(other) - importance(one))) {
    const box = nameBox(area, scale);
    if (taken.some((other) => meet(box, other))) continue;
    taken.push(box);
    named.add(area.id);
  }
  return areas.map((area) => ({ ...area, labelled: named.has(area.id) }));
}
