import type { Act } from './acts';
import { lastDayOf, type Version } from './events';
import { addDays } from './proposals';

const preparing = ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN'];

type Standing = Pick<
  Version,
  | 'id'
  | 'rank'
  | 'state'
  | 'status'
  | 'startsOn'
  | 'endsOn'
  | 'terminatedOn'
  | 'warnings'
  | 'guichetSettledOn'
  | 'availableTransitions'
>;

export interface Situation {
  shown: Standing;
  /** Of the same convention. */
  versions: readonly Standing[];
  /** Terms that bind the guichet, of this convention and of others. */
  bound: readonly Pick<Version, 'id' | 'startsOn' | 'endsOn' | 'terminatedOn'>[];
  /** Is a convention that renews this one begun, or signed? */
  followed: boolean;
  /** Last day before the guichet closes, when it does. */
  closedOn: string | null;
  today: string;
  /** Months before the end at which the EPCI wants to be told. */
  alertMonths: number;
}

/** A guichet whose term ended, or was terminated, and that nothing binds afterwards: somebody must say what becomes of it. */
export function isUnsettled({ shown, bound, closedOn, today }: Situation): boolean {
  const end = lastDayOf(shown);
  return (
    (shown.status === 'EXPIRED' || shown.status === 'TERMINATED') &&
    !shown.guichetSettledOn &&
    !(closedOn && closedOn <= today) &&
    !bound.some((other) => other.id !== shown.id && lastDayOf(other) > end)
  );
}

/** The signed avenant to come that takes over from the version: only once that one is withdrawn can the version be ended itself. */
export function takenOverBy({ shown, versions }: Situation): Standing | undefined {
  if (shown.status !== 'IN_FORCE' && shown.status !== 'UPCOMING') return undefined;
  return versions.find(({ rank, status }) => rank > shown.rank && status === 'UPCOMING');
}

/** While it is read again or waits for signatures, the two acts are recorded by themselves; in draft the form asks for them. */
const recordable = ['IN_REVIEW', 'CORRECTION', 'TO_SIGN'];

const lacks = (shown: Standing, need: 'DELIBERATION' | 'SNE_CONVENTION') =>
  shown.availableTransitions.some(({ missing }) => missing.includes(need));

/** What the page proposes beside the transitions, the most pressing first; the API has the last word on each. */
export function actsOf(situation: Situation): Act[] {
  const { shown, versions, followed, closedOn, today } = situation;
  const acts: Act[] = [];
  const records = recordable.includes(shown.state);
  if (records && (lacks(shown, 'DELIBERATION') || shown.warnings.includes('REGISTERS_WITHOUT_DELIBERATION')))
    acts.push('DELIBERATION');
  if (records && (lacks(shown, 'SNE_CONVENTION') || shown.warnings.includes('REGISTERS_WITHOUT_SNE_CONVENTION')))
    acts.push('SNE_CONVENTION');
  if (isUnsettled(situation)) acts.push('SETTLE');
  const last = versions.filter(({ state }) => state === 'SIGNED' || state === 'TERMINATED').at(-1);
  const closed = closedOn !== null && closedOn <= addDays(today, 1);
  if (last?.id !== shown.id || closed || versions.some(({ state }) => preparing.includes(state))) return acts;
  if (shown.state === 'SIGNED' && shown.status !== 'EXPIRED') acts.push('AMEND');
  if (shown.status !== 'UPCOMING' && !followed) acts.push('RENEW');
  return acts;
}

/** Does the term end so soon that the next convention is the thing to do? */
export function isEnding(
  { shown, closedOn, today, alertMonths }: Situation,
  addMonths: (day: string, months: number) => string,
) {
  return shown.status === 'IN_FORCE' && !closedOn && lastDayOf(shown) <= addMonths(today, alertMonths);
}
