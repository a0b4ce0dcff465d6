import { describe, expect, it } from 'vitest';
import { type Place, pathOf, territoryOf, towards } from './geometry';

const grid: Place[] = [0, 1, 2].flatMap((row) =>
  [0, 1, 2].map((column) => ({ id: `${row}${column}`, latitude: 45.5 - row * 0.05, longitude: 5.5 + column * 0.07 })),
);

describe('the territory', () => {
  it('every commune has a cell that holds its centre and stays in the drawing', () => {
    const { cells, width, height } = territoryOf(grid);
    expect(cells).toHaveLength(9);
    for (const { polygon } of cells) {
      expect(polygon.length).toBeGreaterThan(3);
      for (const [x, y] of polygon) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
    }
  });
  it('north is up and east is right', () => {
    const at = new Map(territoryOf(grid).cells.map(({ id, center }) => [id, center]));
    const [northWest, southEast] = [at.get('00')!, at.get('22')!];
    expect(northWest[0]).toBeLessThan(southEast[0]);
    expect(northWest[1]).toBeLessThan(southEast[1]);
  });
  it('no commune, or a single one, is not a mistake', () => {
    expect(territoryOf([]).cells).toEqual([]);
    const [cell] = territoryOf(grid.slice(0, 1)).cells;
    expect(pathOf(cell!.polygon)).toMatch(/^M[\d.,L]+Z$/);
    expect(territoryOf(grid.slice(0, 2)).cells).toHaveLength(2);
  });
  it('an arrow leads to the neighbour on that side', () => {
    const { cells } = territoryOf(grid);
    const middle = cells.find(({ id }) => id === '11')!;
    expect(towards(middle, cells, 'ArrowRight')?.id).toBe('12');
    expect(towards(middle, cells, 'ArrowUp')?.id).toBe('01');
    expect(towards(cells[0]!, cells, 'ArrowLeft')).toBeUndefined();
  });
});
