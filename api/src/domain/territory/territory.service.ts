import { lastDayOfTerm } from '../../base/days.rules.js';
import { EndBeforeStart } from '../../base/shared.errors.js';
import { beforeSave } from '../../write/rules.js';
import { Commune } from './commune.entity.js';
import { Epci } from './epci.entity.js';
import { Milestone, Plan } from './plan.entity.js';
import { CommunePeriodsOverlap, InvalidTimeZone, PlanTooLong } from './territory.errors.js';
import { periodsOverlap } from './territory.rules.js';

const checkHalfOpen = (from: string | null | undefined, to: string | null | undefined, field: string): void => {
  if (from && to && to <= from) throw new EndBeforeStart(from, to, field);
};

/** A code names one commune at a time. */
beforeSave(Commune, async ({ em, row }) => {
  checkHalfOpen(row.validFrom, row.validTo, 'validTo');
  checkHalfOpen(row.memberFrom, row.memberTo, 'memberTo');
  const namesakes = await em.find(Commune, {
    epci: row.epci.id,
    inseeCode: row.inseeCode,
    ...(row.id ? { id: { $ne: row.id } } : {}),
  });
  const validity = ({ validFrom, validTo }: Commune) => ({ from: validFrom ?? null, to: validTo ?? null });
  if (namesakes.some((other) => periodsOverlap(validity(row), validity(other))))
    throw new CommunePeriodsOverlap(row.inseeCode);
});

/** A plan lasts six years at most, unless the EPCI's settings say otherwise (CCH L.441-2-8). */
beforeSave(Plan, async ({ row }) => {
  const { startsOn, endsOn } = row;
  if (endsOn < startsOn) throw new EndBeforeStart(startsOn, endsOn);
  const { planMaxYears } = await row.epci.loadOrFail();
  const last = lastDayOfTerm(startsOn, planMaxYears);
  if (endsOn > last) throw new PlanTooLong(planMaxYears, last);
});

beforeSave(Milestone, ({ row: { startsOn, endsOn } }) => {
  if (endsOn && endsOn < startsOn) throw new EndBeforeStart(startsOn, endsOn);
});

/** The day of an EPCI is told by JavaScript and by PostgreSQL: both must know the zone, by the same name. */
beforeSave(Epci, async ({ em, row: { timeZone }, before }) => {
  if (timeZone === before?.timeZone) return;
  const [known] = await em.execute<{ name: string }[]>('select name from pg_timezone_names where name = ?', [timeZone]);
  if (!known || !isTimeZone(timeZone)) throw new InvalidTimeZone(timeZone);
});

const isTimeZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('fr', { timeZone });
    return true;
  } catch {
    return false;
  }
};
