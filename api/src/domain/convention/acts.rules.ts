import { type Role } from '../../base/codes.js';
import { addDays, addMonths, type Day, earliest, latest } from '../../base/days.rules.js';
import { isRefusal } from '../../base/refusal.js';
import {
  amendment,
  type LifeFacts,
  type LifeVersion,
  latestBinding,
  renewal,
  settlementRefusal,
} from './amend.rules.js';
import { type ConventionAct, type ConventionTermAlert, conventionStates } from './convention.codes.js';
import { recordRefusal } from './review.rules.js';
import { bindsUntil, conventionStatus, firstFreeDay, inPreparation, termFrom, type WholeTerm } from './term.rules.js';
import { isBroken, type Promises } from './warnings.rules.js';

/** What the acts must know: of the version, of its promises, and of the life of its convention. */
export interface ActFacts {
  readonly id: string;
  readonly promises: Promises;
  /** Null for who does not see the convention. */
  readonly life: LifeFacts | null;
}

/** What the term of a guichet's next convention depends on. */
export interface TermFacts<P extends WholeTerm = WholeTerm> extends Pick<LifeFacts, 'terms' | 'planMaxYears'> {
  readonly guichet: Pick<LifeFacts['guichet'], 'closedOn'>;
  readonly plans: readonly P[];
}

/** The days that an act proposes: those it is accepted with, as they are. */
export interface ActProposal {
  readonly startsOn: Day;
  /** Null where the act takes none: an avenant ends with the version that it changes. */
  readonly endsOn: Day | null;
  /** First and last day on which it may begin. */
  readonly earliestOn: Day;
  readonly latestOn: Day | null;
}

export interface AvailableAct {
  readonly act: ConventionAct;
  /** Is it the thing to do now: something waits for it? */
  readonly recommended: boolean;
  readonly proposal: ActProposal | null;
}

/** The day proposed to an avenant: tomorrow, within the term of the version that it changes, from its second day on. */
function avenantProposal({ startsOn, endsOn }: LifeVersion, today: Day): ActProposal {
  const second = addDays(startsOn, 1);
  const first = latest(second, addDays(today, 1)) ?? second;
  return { startsOn: earliest(endsOn, first) ?? first, endsOn: null, earliestOn: second, latestOn: endsOn };
}

/** The term proposed to a guichet's next convention: from a day, or right after all that binds it, and no longer than it is open. */
export function proposedTerm<P extends WholeTerm>(
  { terms, plans, planMaxYears, guichet: { closedOn } }: TermFacts<P>,
  today: Day,
  from: Day | null = null,
) {
  const binding = terms.filter(({ state }) => conventionStates[state].binds);
  const term = termFrom(from ?? firstFreeDay(binding, today), plans, planMaxYears);
  const lastOpen = closedOn && addDays(closedOn, -1);
  return lastOpen && lastOpen < term.endsOn ? { ...term, endsOn: lastOpen } : term;
}

/** What the end of a version asks for: to say what becomes of the guichet, or to prepare what follows. */
export function termAlert({ id, life }: Pick<ActFacts, 'id' | 'life'>, today: Day): ConventionTermAlert | null {
  const version = life?.versions.find((one) => one.id === id);
  if (!life || !version) return null;
  const { closedOn } = life.guichet;
  if (!settlementRefusal(life, version, today)) return closedOn !== null && closedOn <= today ? null : 'UNSETTLED';
  if (conventionStatus(version, today) !== 'IN_FORCE' || closedOn !== null || life.renewedBy !== null) return null;
  const continued = life.versions.some(({ rank, state }) => rank > version.rank && conventionStates[state].binds);
  const until = bindsUntil(version);
  return !continued && until !== null && until <= addMonths(today, life.alertMonths) ? 'ENDS_SOON' : null;
}

/**
 * What the caller may do of a version beside the transitions, with what is proposed: the API accepts each as it is proposed. What
 * it would accept but leads nowhere is not offered: a second renewal, a renewal while an avenant is being prepared, what becomes
 * of a guichet that is closed.
 */
export function availableActs(facts: ActFacts, role: Role | 'ANONYMOUS', today: Day): AvailableAct[] {
  const { id, promises, life } = facts;
  const version = life?.versions.find((one) => one.id === id);
  if (role !== 'EPCI_STAFF' || !life || !version) return [];
  const acts: AvailableAct[] = [];
  // In draft they are entered with the rest.
  if (version.state !== 'DRAFT' && !recordRefusal(version.state))
    for (const act of ['DELIBERATION', 'SNE_CONVENTION'] as const)
      acts.push({ act, recommended: isBroken(act, promises), proposal: null });
  const alert = termAlert(facts, today);
  if (alert === 'UNSETTLED') acts.push({ act: 'SETTLE', recommended: true, proposal: null });
  if (latestBinding(life.versions) !== version || life.versions.some(({ state }) => inPreparation(state))) return acts;
  const avenant = avenantProposal(version, today);
  if (!isRefusal(amendment(life, avenant.startsOn, today)))
    acts.push({ act: 'AMEND', recommended: false, proposal: avenant });
  const next = proposedTerm(life, today);
  const upcoming = conventionStatus(version, today) === 'UPCOMING';
  if (!upcoming && life.renewedBy === null && !isRefusal(renewal(life, next))) {
    const { startsOn, endsOn } = next;
    const earliestOn = addDays(bindsUntil(version) ?? version.endsOn, 1);
    acts.push({
      act: 'RENEW',
      recommended: alert === 'ENDS_SOON',
      proposal: { startsOn, endsOn, earliestOn, latestOn: null },
    });
  }
  return acts;
}
