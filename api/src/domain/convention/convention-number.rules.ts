/**
 * The number proposed for the next convention of an EPCI in a year: its last number of that form, with the next sequence;
 * `2026-001` where there is none. An EPCI that writes PV-2016-01 goes on with PV-2026-01.
 *
 * @param numbers the EPCI's numbers, oldest first
 */
export function nextConventionNumber(numbers: readonly string[], year: number): string {
  const parts = numbers.flatMap((number) => {
    const [, prefix, of, sequence] = /^(.*?)(\d{4})-(\d{1,6})$/.exec(number) ?? [];
    return prefix !== undefined && of && sequence ? [{ prefix, year: Number(of), sequence }] : [];
  });
  const { prefix, sequence: width } = parts.at(-1) ?? { prefix: '', sequence: '000' };
  const taken = parts
    .filter((part) => part.prefix === prefix && part.year === year)
    .map(({ sequence }) => Number(sequence));
  const next = Math.max(0, ...taken) + 1;
  return `${prefix}${year}-${String(next).padStart(width.length, '0')}`;
}
