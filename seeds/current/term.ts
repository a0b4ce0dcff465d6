import { addDays, addMonths, isDay } from '../../api/src/base/days.rules.js';
import { inForce } from '../../api/src/domain/convention/term.rules.js';
import { yearOf } from '../days.js';
import type { ConventionVersionRow, GuichetRow, MilestoneRow, ParsedSeeds, PlanRow } from '../rows.js';

export const CURRENT_PLAN_KEY = 'current';
export const NEXT_PLAN_KEY = 'next';
/** The days for which a current plan can be made. */
export const FIRST_DAY = '2024-01-01';
export const LAST_DAY = '2040-12-31';
/** The plan of 2016–2022 is over by then. */
const EARLIEST_START_YEAR = 2023;
const MAX_YEARS = 6;

export interface Term {
  startsOn: string;
  endsOn: string;
}

/**
 * The term of the plan that runs on `today`: whole calendar years, ending on the 31 December that comes six to eighteen months
 * later, six years long at most, never before 2023. It always began a year ago or more, so that there is work to show.
 * @throws RangeError for a day that does not exist or is outside 2024–2040.
 */
export function planTerm(today: string): Term {
  if (!isDay(today) || today < FIRST_DAY || today > LAST_DAY) {
    throw new RangeError(
      `The current plan can be made for a day from ${FIRST_DAY} to ${LAST_DAY}, not for "${today}".`,
    );
  }
  const endYear = today.slice(5) <= '06-30' ? yearOf(today) : yearOf(today) + 1;
  const startYear = Math.max(endYear - MAX_YEARS + 1, EARLIEST_START_YEAR);
  return { startsOn: `${startYear}-01-01`, endsOn: `${endYear}-12-31` };
}

/**
 * The plan that runs, and the one that follows it, prepared and not voted yet: a plan is evaluated before its end, and the conventions
 * of the next are negotiated meanwhile.
 */
export function plansOf({ startsOn, endsOn }: Term): { plan: PlanRow; nextPlan: PlanRow; milestones: MilestoneRow[] } {
  const next = yearOf(endsOn) + 1;
  const adoptedOn = addDays(startsOn, -18);
  const step = (body: MilestoneRow['body'], from: string, to: string | null, label: string): MilestoneRow => ({
    planKey: CURRENT_PLAN_KEY,
    body,
    startsOn: from,
    endsOn: to,
    label,
    source: 'RECONSTRUCTED',
  });
  return {
    plan: {
      planKey: CURRENT_PLAN_KEY,
      name: `Plan ${yearOf(startsOn)}-${yearOf(endsOn)}`,
      startsOn,
      endsOn,
      adoptedOn,
      source: 'RECONSTRUCTED',
    },
    nextPlan: {
      planKey: NEXT_PLAN_KEY,
      name: `Plan ${next}-${next + MAX_YEARS - 1}`,
      startsOn: `${next}-01-01`,
      endsOn: `${next + MAX_YEARS - 1}-12-31`,
      adoptedOn: null,
      source: 'RECONSTRUCTED',
    },
    milestones: [
      step('ATUL', addDays(startsOn, -60), null, 'Échange avec les communes sur les niveaux'),
      step('CIL', adoptedOn, null, 'Vote du plan'),
      step('COTECH', addMonths(startsOn, 2), null, 'Comité technique de lancement'),
      // The plan is evaluated six months before its end (CCH R.441-2-10 and following).
      step('OTHER', addMonths(addDays(endsOn, 1), -6), endsOn, 'Évaluation du plan'),
    ],
  };
}

/** The guichets that are open on `day`. */
export const livingGuichets = (base: ParsedSeeds, day: string): GuichetRow[] =>
  base.guichets.filter(
    (it) => (it.openedOn === null || it.openedOn <= day) && (it.closedOn === null || day < it.closedOn),
  );

/** The level of the version in force on `day`, else the level agreed. */
export const levelOn = (guichet: GuichetRow, versions: readonly ConventionVersionRow[], day: string) =>
  versions.find((it) => it.guichetKey === guichet.guichetKey && inForce(it, day))?.level ?? guichet.levelAgreed;
