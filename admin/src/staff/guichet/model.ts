import type { GuichetPageQuery } from '../../generated/graphql';
import type { Level } from '../../theme/tokens';

export type GuichetRead = NonNullable<GuichetPageQuery['guichet']>;
export type GuichetVersion = GuichetRead['conventionVersions']['nodes'][number];
export type Affectation = NonNullable<GuichetRead['current']>['nodes'][number];
export type Count = GuichetPageQuery['registrations'][number];
export type GuichetMeeting = GuichetPageQuery['meetings']['nodes'][number];

/** Open on a day: half-open, `closedOn` is the first day of closure. */
export const isOpen = ({ openedOn, closedOn }: Pick<GuichetRead, 'openedOn' | 'closedOn'>, day: string): boolean =>
  (openedOn ?? '') <= day && (closedOn === null || day < closedOn);

const underway = new Set(['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN']);

export interface Standing {
  inForce: GuichetVersion | undefined;
  /** In preparation, or signed and to come. */
  next: GuichetVersion | undefined;
  others: GuichetVersion[];
}

/** Where a guichet's conventions stand: what binds it today, what comes next, and the rest. */
export function standingOf(versions: readonly GuichetVersion[]): Standing {
  const inForce = versions.find(({ status }) => status === 'IN_FORCE');
  // A campaign may prepare the next plan's convention while another is on its way: the nearest comes next.
  const inTime = [...versions].sort((one, other) => one.startsOn.localeCompare(other.startsOn));
  const next = inTime.find(({ status }) => underway.has(status)) ?? inTime.find(({ status }) => status === 'UPCOMING');
  return { inForce, next, others: versions.filter((version) => version !== inForce && version !== next) };
}

/** Null: too few requests for the caller to be told how many. */
export interface Year {
  year: number;
  total: number | null;
  channels: Pick<Count, 'channel' | 'count'>[];
}

/** Registrations of a guichet by year: only years of which something is known. */
export function byYear(counts: readonly Count[]): Year[] {
  const years = new Map<number, Year>();
  for (const { year, channel, count, total } of counts) {
    const known = years.get(year) ?? { year, total, channels: [] };
    known.channels.push({ channel, count });
    years.set(year, known);
  }
  return [...years.values()].sort((one, other) => one.year - other.year);
}

/** A year, or several of which nothing is known, from `year` to `until`. */
type Told = Year & { until?: number };

/** Years in order, and between them those of which nothing is known: not the same as none. */
export const withGaps = (years: readonly Year[]): Told[] =>
  years.flatMap((one, index) => {
    const before = years[index - 1]?.year;
    const gap = before !== undefined && one.year > before + 1;
    return gap ? [{ year: before + 1, until: one.year - 1, total: 0, channels: [] }, one] : [one];
  });

/** Meetings that a guichet of this level is expected at; none said: they are for all. */
export const meetingsFor = (level: Level | null, meetings: readonly GuichetMeeting[]): GuichetMeeting[] =>
  meetings.filter(({ levels }) => levels.length === 0 || (level !== null && levels.includes(level)));

/** Sum of full-time equivalents, without the noise of binary fractions; undefined when nobody entered any. */
export function etpOf(assignments: readonly Affectation[]): number | undefined {
  const known = assignments.flatMap(({ etp }) => (etp === null ? [] : [etp]));
  return known.length === 0 ? undefined : Math.round(known.reduce((sum, etp) => sum + etp, 0) * 100) / 100;
}

/** People who left: each once, with their last day, without those who came back. */
export function formerOf(former: readonly Affectation[], current: readonly Affectation[]): Affectation[] {
  const seen = new Set(current.map(({ agent }) => agent.id));
  return [...former]
    .sort((one, other) => (other.endsOn ?? '').localeCompare(one.endsOn ?? ''))
    .filter(({ agent }) => !seen.has(agent.id) && seen.add(agent.id));
}
