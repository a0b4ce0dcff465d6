import type { AnalystHomeQuery } from '../../generated/graphql';

type Count = AnalystHomeQuery['registrations'][number];

/**
 * How many requests were registered in a year, by one EPCI or by all: totals as an analyst is told them, rounded. `atGuichets`, of which
 * only tens mean something since it is made of those, is left out where what no guichet registered is masked.
 */
export function registeredIn(counts: readonly Count[], year: number, epciId?: string) {
  const asked = counts.filter((one) => one.year === year && (!epciId || one.epciId === epciId));
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);
  const all = sum(new Map(asked.map((one) => [one.epciId, one.total ?? 0])).values());
  const elsewhere = asked.filter(({ guichetId }) => !guichetId).map(({ count }) => count);
  const known = elsewhere.filter((count) => count !== null);
  return {
    all,
    atGuichets: known.length < elsewhere.length ? undefined : Math.max(0, Math.round((all - sum(known)) / 10) * 10),
  };
}
