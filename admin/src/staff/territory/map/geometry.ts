import { Delaunay } from 'd3-delaunay';
import { geoMercator } from 'd3-geo';

export interface Place {
  id: string;
  latitude: number;
  longitude: number;
}

export type Point = [number, number];

export interface Cell {
  id: string;
  center: Point;
  polygon: Point[];
}

export interface Territory {
  width: number;
  height: number;
  cells: Cell[];
}

const size = { width: 720, height: 640, margin: 12 };
const discSides = 48;
/** How far the territory reaches beyond its outermost centres, in usual distances between neighbours. */
const edge = 0.55;
/** How far a commune reaches where no neighbour stops it. */
const reach = 1.05;

/** Sutherland–Hodgman: what a convex polygon has in common with another, both anticlockwise or both clockwise. */
function clip(subject: Point[], by: Point[]): Point[] {
  let kept = subject;
  for (const [index, from] of by.entries()) {
    const to = by[(index + 1) % by.length] ?? from;
    const side = ([x, y]: Point) => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    const result: Point[] = [];
    for (const [at, current] of kept.entries()) {
      const previous = kept.at(at - 1) ?? current;
      const [here, before] = [side(current), side(previous)];
      if (here >= 0 !== before >= 0) {
        const part = before / (before - here);
        result.push([previous[0] + (current[0] - previous[0]) * part, previous[1] + (current[1] - previous[1]) * part]);
      }
      if (here >= 0) result.push(current);
    }
    kept = result;
  }
  return kept;
}

const disc = ([x, y]: Point, radius: number): Point[] =>
  Array.from({ length: discSides }, (_, index): Point => {
    const angle = (index / discSides) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

const area = (polygon: Point[]): number =>
  polygon.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0) / 2;

/** In the one turn that `clip` wants. */
const oriented = (polygon: Point[]): Point[] => (area(polygon) < 0 ? [...polygon].reverse() : polygon);

/** The usual distance between neighbours. */
function spacingOf(delaunay: Delaunay<Point>, points: Point[]): number {
  const lengths: number[] = [];
  for (const [index, [x, y]] of points.entries())
    for (const other of delaunay.neighbors(index)) {
      const [a, b] = points[other] ?? [x, y];
      if (other > index) lengths.push(Math.hypot(a - x, b - y));
    }
  lengths.sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.6)] ?? size.width / 6;
}

/** The convex hull of all that lies within a distance of the points: its corners are round. */
function buffered(points: readonly Point[], distance: number): Point[] {
  const around = points.flatMap((point) => disc(point, distance));
  return [...Delaunay.from(around).hull].flatMap((index): Point[] => {
    const point = around[index];
    return point ? [point] : [];
  });
}

/**
 * A territory drawn from the centres of its communes, since no outline is at hand: each cell holds what lies nearest to its
 * commune, no farther than the usual reach of one and within a rounded hull, so that the edge follows the communes.
 *
 * @param places degrees, WGS 84; two at one spot keep the first's cell
 */
export function territoryOf(places: readonly Place[]): Territory {
  if (places.length === 0) return { width: size.width, height: 0, cells: [] };
  const spots = places.map(({ latitude, longitude }): [number, number] => [longitude, latitude]);
  const projection = geoMercator().fitExtent(
    [
      [0, 0],
      [size.width, size.height],
    ],
    { type: 'MultiPoint', coordinates: spots },
  );
  // A single commune has no extent to fit.
  const alone = places.length === 1 || !Number.isFinite(projection.scale());
  const project = (spot: [number, number]): Point =>
    alone ? [size.width / 2, size.height / 2] : (projection(spot) ?? [0, 0]);
  const points = spots.map(project);
  const delaunay = Delaunay.from(points);
  const spacing = spacingOf(delaunay, points);
  const hull = oriented(buffered(points, edge * spacing));
  const far = 4 * size.width;
  const voronoi = delaunay.voronoi([-far, -far, size.width + far, size.height + far]);

  const cells = places.flatMap(({ id }, index): Cell[] => {
    const center = points[index];
    const raw: unknown = voronoi.cellPolygon(index);
    if (!center || !Array.isArray(raw)) return [];
    const open = (raw as Point[]).slice(0, -1);
    return [{ id, center, polygon: clip(clip(oriented(open), disc(center, reach * spacing)), hull) }];
  });
  return framed(cells);
}

/** Moves and scales the cells so that they fill the drawing's width, with a margin. */
function framed(cells: Cell[]): Territory {
  const all = cells.flatMap(({ polygon }) => polygon);
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const inner = { width: size.width - 2 * size.margin, height: size.height - 2 * size.margin };
  const scale = Math.min(inner.width / (right - left || 1), inner.height / (bottom - top || 1));
  const place = ([x, y]: Point): Point => [size.margin + (x - left) * scale, size.margin + (y - top) * scale];
  return {
    width: 2 * size.margin + (right - left) * scale,
    height: 2 * size.margin + (bottom - top) * scale,
    cells: cells.map(({ id, center, polygon }) => ({ id, center: place(center), polygon: polygon.map(place) })),
  };
}

export const pathOf = (polygon: readonly Point[]): string =>
  polygon.length === 0 ? '' : `M${polygon.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;

/** The nearest of the places in the direction of an arrow key, for moving about the map. */
export function towards<T extends { center: Point }>(from: T, places: readonly T[], key: string): T | undefined {
  const direction: Record<string, Point> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
  };
  const way = direction[key];
  if (!way) return undefined;
  let best: { place: T; cost: number } | undefined;
  for (const place of places) {
    const [dx, dy] = [place.center[0] - from.center[0], place.center[1] - from.center[1]];
    const ahead = dx * way[0] + dy * way[1];
    if (place === from || ahead <= 0.5) continue;
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { place, cost };
  }
  return best?.place;
}
