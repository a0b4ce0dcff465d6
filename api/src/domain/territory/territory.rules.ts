import { addDays, type Day, inclusiveOf, lastDayOfTerm, shareADay } from '../../base/days.rules.js';

/** Shape of the INSEE code of a commune: department (01 to 95, 2A, 2B, overseas 97 and 98), then three digits. */
export function isInseeCode(value: string): boolean {
  return /^(?:0[1-9]|[1-8]\d|9[0-578]|2[AB])\d{3}$/.test(value);
}

/** Does the last digit of a SIREN check the eight others (Luhn)? */
export function isSiren(value: string): boolean {
  if (!/^\d{9}$/.test(value)) return false;
  const sum = [...value].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** Bounds [from, to): the day `to` is the first one outside; none: always. */
export interface Validity {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Would one code name two communes on some day? Paladru until 2017 and Villages du Lac de Paladru since do not overlap. */
export function periodsOverlap(a: Validity, b: Validity): boolean {
  return shareADay(inclusiveOf(a.from, a.to), inclusiveOf(b.from, b.to));
}

/** The plan that follows on one: from the day after, as long as a plan may last. `years`: such as "2027-2032". */
export function followingPlan({ endsOn, planMaxYears }: { readonly endsOn: Day; readonly planMaxYears: number }) {
  const startsOn = addDays(endsOn, 1);
  const last = lastDayOfTerm(startsOn, planMaxYears);
  return { years: [...new Set([startsOn.slice(0, 4), last.slice(0, 4)])].join('-'), startsOn, endsOn: last };
}
