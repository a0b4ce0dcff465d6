import fc from 'fast-check';

/** Choices of a random probe. fast-check makes them: one seed gives one series. */
export interface Draw {
  /** From 0 to `max`, both included. */
  whole(max: number): number;
  /** True `times` in a hundred. */
  percent(times: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, each with the same chance. */
  some<T>(items: readonly T[], percent: number): T[];
}

/** Each value with the same chance: fast-check likes the extremes better. */
const even = (max: number) => fc.noBias(fc.nat({ max }));

export const drawOf = (gen: fc.GeneratorValue): Draw => {
  const whole = (max: number) => gen(even, max);
  const draw: Draw = {
    whole,
    percent: (times) => whole(99) < times,
    pick(items) {
      if (items.length === 0) throw new Error('Nothing to choose from.');
      return items[whole(items.length - 1)] as (typeof items)[number];
    },
    some: (items, percent) => items.filter(() => draw.percent(percent)),
  };
  return draw;
};
