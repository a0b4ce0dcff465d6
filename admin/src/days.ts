/** A whole day, "2026-03-12": a date that is still being typed is none. */
export const isDay = (typed: unknown): typed is string =>
  typeof typed === 'string' && /^[12]\d{3}-\d{2}-\d{2}$/.test(typed);
