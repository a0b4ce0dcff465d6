import dayjs from 'dayjs';
import type { Competence, Level, Mission } from '../generated/graphql';

/**
 * The missions of each level in the published référentiel, in its order. Proposed to whoever prepares a convention, never imposed:
 * a test compares them with the API's table. CONSEIL keeps the renewal of requests, which its published list does not repeat.
 */
const own: Record<Level, Mission[]> = {
  COMMUNICATION: ['WEBSITE_TEXT', 'LEAFLETS'],
  INFO: [
    'EXPLAIN_FILING',
    'EXPLAIN_ONLINE_REGISTRATION',
    'EXPLAIN_DOSSIER_UNIQUE',
    'EXPLAIN_PROCESSING',
    'EXPLAIN_SUPPLY',
    'SHARED_TOOLS',
  ],
  SUIVI: ['FILE_PROGRESS', 'SNE_UPDATE', 'RENEWAL'],
  CONSEIL: ['INTERVIEW', 'NEED_AND_SUPPLY', 'REDIRECT_REQUEST', 'RISK_SITUATIONS', 'SPECIALISED_ORIENTATION'],
};
const ownCompetences: Record<Level, Competence[]> = {
  COMMUNICATION: [],
  INFO: ['TOOLS'],
  SUIVI: ['ATTRIBUTION_RULES', 'LOCAL_SUPPLY', 'EXPLAIN_PROGRESS'],
  CONSEIL: ['SOCIAL_SERVICES'],
};

/** Each level adds to those before it; the order says what is cumulated, not what is better. */
export const levels: Level[] = ['COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'];
const upTo = <T>(level: Level, table: Record<Level, T[]>): T[] =>
  levels.slice(0, levels.indexOf(level) + 1).flatMap((one) => table[one]);

export const missionsOf = (level: Level): Mission[] => upTo(level, own);
export const competencesOf = (level: Level): Competence[] => upTo(level, ownCompetences);

/** Missions under the level that brings each of them in, for reading: the levels without any are left out. */
export const byLevel = (missions: readonly Mission[]): { level: Level; missions: Mission[] }[] =>
  levels
    .map((level) => ({ level, missions: own[level].filter((mission) => missions.includes(mission)) }))
    .filter((group) => group.missions.length > 0);

export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);

interface Term {
  startsOn: string;
  endsOn: string;
}

const format = 'YYYY-MM-DD';
const after = (day: string) => dayjs(day, format).add(1, 'day').format(format);

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one.localeCompare(other) < 0 ? one : other);

/** Last day of a term of so many years that begins on a day. */
export const lastDay = (startsOn: string, years: number): string =>
  dayjs(startsOn, format).add(years, 'year').subtract(1, 'day').format(format);

/** The end of the plan that covers a day, as far as a convention may go. */
export function planEnd(startsOn: string, plans: readonly Term[], maxYears: number): string | undefined {
  const plan = plans.find((one) => one.startsOn <= startsOn && startsOn <= one.endsOn);
  const longest = lastDay(startsOn, maxYears);
  return plan && earlier(plan.endsOn, longest);
}

/**
 * The term proposed to a new convention: from today, or from the day after what binds the guichet already, to the end of the plan
 * that covers that day; without a plan, as long as the EPCI allows.
 */
export function proposedTerm(
  today: string,
  plans: readonly Term[],
  bound: readonly (Term & { terminatedOn: string | null })[],
  maxYears: number,
): Term {
  const ends = bound.map(({ endsOn, terminatedOn }) => earlier(endsOn, terminatedOn ?? endsOn));
  const last = ends.sort().at(-1);
  const startsOn = last && last >= today ? after(last) : today;
  return { startsOn, endsOn: planEnd(startsOn, plans, maxYears) ?? lastDay(startsOn, maxYears) };
}
