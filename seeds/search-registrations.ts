/**
 * Looks for whole numbers of 2015 registrations that satisfy rows 1 to 8 of the study at once (the study prints shares and
 * bands, never the count of a guichet). Run it with `npx tsx seeds/search-registrations.ts`; registrations-2015.csv records its answer
 * and a test compares them. Why it exists: so that the reconstruction can be redone, and doubted, by somebody else.
 */
import { pathToFileURL } from 'node:url';

export interface RegistrationTotals {
  /** Requests registered by the fifteen communes under 20 a year, together. */
  readonly small: number;
  /** The two pole communes between 80 and 100. */
  readonly lowPoles: readonly [number, number];
  /** The two pole communes between 101 and 200 other than Voiron. */
  readonly highPoles: readonly [number, number];
  readonly voiron: number;
  /** Pluralis and OPAC 38 together. */
  readonly bailleurs: number;
  readonly total: number;
  /** Share of the urban poles (five communes and the two bailleurs of Voiron), between 0 and 1: row 5. */
  readonly poleShare: number;
}

const KEPT_GUICHETS = 7;
/** The bands of row 2 (4 communes at 1–5, 6 at 6–10, 5 at 11–19 since row 1 says "fewer than 20") bound the small communes' total. */
const SMALL_MIN = 4 * 1 + 6 * 6 + 5 * 11;
const SMALL_MAX = 4 * 5 + 6 * 10 + 5 * 19;

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);

type Poles = Pick<RegistrationTotals, 'lowPoles' | 'highPoles'>;
/** The lower the poles, the lower the total and so the share of row 5: the floor of their bands, and the same with no two alike. */
const FLOOR: Poles = { lowPoles: [80, 80], highPoles: [101, 101] };
const ALL_DIFFERENT: Poles = { lowPoles: [80, 81], highPoles: [101, 103] };

function candidates(small: number, { lowPoles, highPoles }: Poles): RegistrationTotals[] {
  const found: RegistrationTotals[] = [];
  const others = small + lowPoles[0] + lowPoles[1] + highPoles[0] + highPoles[1];
  for (let voiron = 101; voiron <= 200; voiron += 1) {
    for (let bailleurs = 300; bailleurs <= 900; bailleurs += 1) {
      const communes = others + voiron;
      const total = communes + bailleurs;
      if (percent(communes, total) !== 55 || percent(voiron + bailleurs, total) !== 56) continue;
      found.push({ small, lowPoles, highPoles, voiron, bailleurs, total, poleShare: (total - small) / total });
    }
  }
  return found;
}

/**
 * Rows 3, 4 and the bands of rows 1, 2 and 8 for every total of the small communes; keeps what brings row 5 under 86.5 % (the nearest whole
 * per cent to the published "about 80" that row 8, fewer than two files a month, lets it reach) with the least moved to each guichet.
 */
export function searchRegistrations(): RegistrationTotals {
  for (let small = SMALL_MIN; small <= SMALL_MAX; small += 1) {
    const perGuichet = small / KEPT_GUICHETS;
    if (Math.round(perGuichet / 10) * 10 !== 20 || perGuichet >= 24) continue;
    const best = candidates(small, ALL_DIFFERENT)
      .filter((it) => it.poleShare < 0.865)
      .sort((a, b) => a.poleShare - b.poleShare || b.voiron - a.voiron)[0];
    if (best) return best;
  }
  throw new Error('No whole numbers satisfy rows 1 to 8 of the study.');
}

/** The lowest share that row 5 can take when every other row is kept as loosely as it allows: a proof that 80 % is out of reach. */
export function lowestPoleShare(): number {
  let lowest = 1;
  for (let small = SMALL_MIN; small / KEPT_GUICHETS < 24 && small <= SMALL_MAX; small += 1) {
    for (const it of candidates(small, FLOOR)) lowest = Math.min(lowest, it.poleShare);
  }
  return lowest;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify({ ...searchRegistrations(), lowestPoleShare: lowestPoleShare() }, null, 2));
}
