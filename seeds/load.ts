import pg from 'pg';
import { type Clock, today as dayOf } from '../api/src/clock.js';
import type { ConceptClass } from '../api/src/concept/meta.js';
import type { DatabaseConnection } from '../api/src/database/server/open.js';
import { Agent } from '../api/src/domain/agent/agent.entity.js';
import { Assignment } from '../api/src/domain/agent/assignment.entity.js';
import { Convention } from '../api/src/domain/convention/convention.entity.js';
import { ConventionComment } from '../api/src/domain/convention/convention-comment.entity.js';
import { ConventionVersion } from '../api/src/domain/convention/convention-version.entity.js';
import { Guichet } from '../api/src/domain/guichet/guichet.entity.js';
import { Attendance } from '../api/src/domain/meeting/attendance.entity.js';
import { Meeting } from '../api/src/domain/meeting/meeting.entity.js';
import { Organisation } from '../api/src/domain/organisation/organisation.entity.js';
import { Obligation, Referential, ReferentialItem } from '../api/src/domain/referential/referential.entity.js';
import { Request } from '../api/src/domain/request/request.entity.js';
import { Commune } from '../api/src/domain/territory/commune.entity.js';
import { Epci } from '../api/src/domain/territory/epci.entity.js';
import { Milestone, Plan } from '../api/src/domain/territory/plan.entity.js';
import { Tool } from '../api/src/domain/tool/tool.entity.js';
import { Account } from '../api/src/identity/account/account.entity.js';
import { StartProblem } from '../api/src/problem.js';
import { demoAccounts } from './accounts.js';
import { FIRST_DAY, LAST_DAY } from './current/term.js';
import { currentPlan } from './current-plan.js';
import { insertRows, type NewRow } from './insert.js';
import { parseSeeds } from './parse.js';
import { countedRequests } from './requests-2015.js';
import type { ConventionRow, CurrentPlan, ParsedSeeds } from './rows.js';

/**
 * Loads the demo network (the plan of 2016–2022, the plan that runs on the clock's day, and accounts to try it with) into a
 * database without any EPCI or account, all or nothing. Gives false, and changes nothing, when there is one already.
 * @throws StartProblem for a day for which no plan can be made
 *
 * It writes rows, where people go through the services: history cannot be replayed through them, since they refuse
 * signatures in the past and sheets closed before today. The database's constraints hold all the same, and `load.test.ts`
 * puts what was loaded before the pure rules that the services apply.
 */
export async function loadDemo(connection: DatabaseConnection, clock: Clock): Promise<boolean> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('begin');
    // A second process that starts on the same database waits here, then finds the first one's rows.
    await client.query('lock table epci in share row exclusive mode');
    const { rowCount } = await client.query('select from epci union all select from account limit 1');
    if (rowCount) {
      await client.query('rollback');
      return false;
    }
    const base = parseSeeds();
    const today = dayOf(clock, base.epci.timeZone);
    if (today < FIRST_DAY || today > LAST_DAY)
      throw new StartProblem(
        `The demo network can be made for a day from ${FIRST_DAY} to ${LAST_DAY}, not for ${today}: set PARVIS_TODAY, or PARVIS_DEMO=0 to start without it.`,
      );
    await insertAll(client, clock.now(), base, currentPlan(base, today), today);
    await client.query('commit');
    // From the first one on, queries are planned for what the tables now hold.
    await client.query('analyze');
    return true;
  } finally {
    // Closing without a commit rolls back.
    await client.end();
  }
}

async function insertAll(
  client: pg.Client,
  now: Date,
  base: ParsedSeeds,
  plan: CurrentPlan,
  today: string,
): Promise<void> {
  const stamps = { createdAt: now, updatedAt: now };

  /** Inserts the rows that `make` gives, and gives the key that each has in the database by its key in the dataset. */
  async function insert<T>(
    concept: ConceptClass,
    rows: readonly T[],
    naturalKey: (row: T) => string,
    make: (row: T) => NewRow,
  ): Promise<(naturalKey: string) => string> {
    const keys = await insertRows(
      client,
      concept,
      rows.map((row) => ({ ...stamps, ...make(row) })),
    );
    const byNaturalKey = new Map(rows.map((row, index) => [naturalKey(row), keys[index]]));
    return (wanted) => {
      const key = byNaturalKey.get(wanted);
      if (key === undefined) throw new Error(`${concept.name} "${wanted}" is not in the dataset.`);
      return key;
    };
  }
  const nameless = () => '';

  const { source: _, ...epciRow } = base.epci;
  const epciKey = (await insert(Epci, [epciRow], nameless, (it) => it))('');
  const epci = { epci: epciKey };

  const plans = await insert(
    Plan,
    [...base.plans, plan.plan, plan.nextPlan],
    (it) => it.planKey,
    ({ planKey: _, ...it }) => ({ ...epci, ...it }),
  );
  await insert(Milestone, [...base.milestones, ...plan.milestones], nameless, ({ planKey, ...it }) => ({
    ...epci,
    ...it,
    plan: plans(planKey),
  }));

  const communeByKey = await insert(
    Commune,
    base.communes,
    (it) => `${it.inseeCode}/${it.validFrom}`,
    (it) => ({ ...epci, ...it }),
  );
  const commune = (it: { communeInseeCode: string | null; communeValidFrom: string | null }): string | null =>
    it.communeInseeCode === null ? null : communeByKey(`${it.communeInseeCode}/${it.communeValidFrom}`);
  const organisations = await insert(
    Organisation,
    base.organisations,
    (it) => it.organisationKey,
    ({ organisationKey: _, source: __, communeInseeCode, communeValidFrom, ...it }) => ({
      ...epci,
      ...it,
      commune: commune({ communeInseeCode, communeValidFrom }),
    }),
  );
  const guichets = await insert(
    Guichet,
    base.guichets,
    (it) => it.guichetKey,
    ({ guichetKey: _, organisationKey, communeInseeCode, communeValidFrom, ...it }) => ({
      ...epci,
      ...it,
      organisation: organisations(organisationKey),
      commune: commune({ communeInseeCode, communeValidFrom }),
    }),
  );

  await insert(Tool, base.tools, nameless, ({ source: _, ...it }) => ({ ...epci, ...it }));
  const referentials = await insert(
    Referential,
    base.referentials,
    (it) => `${it.number}`,
    ({ source: _, ...it }) => ({ ...epci, ...it, state: 'PUBLISHED', publishedAt: `${it.validFrom}T10:00:00Z` }),
  );
  await insert(ReferentialItem, base.referentialItems, nameless, ({ source: _, referentialNumber, ...it }) => ({
    ...epci,
    ...it,
    referential: referentials(`${referentialNumber}`),
  }));
  await insert(Obligation, base.obligations, nameless, ({ source: _, referentialNumber, ...it }) => ({
    ...epci,
    ...it,
    referential: referentials(`${referentialNumber}`),
  }));

  const agents = await insert(
    Agent,
    [...base.agents, ...plan.agents],
    (it) => it.agentKey,
    ({ agentKey: _, source: __, organisationKey, ...it }) => ({
      ...epci,
      ...it,
      organisation: organisations(organisationKey),
    }),
  );
  await insert(
    Assignment,
    [...base.assignments, ...plan.assignments],
    nameless,
    ({ source: _, agentKey, guichetKey, ...it }) => ({
      ...epci,
      ...it,
      agent: agents(agentKey),
      guichet: guichets(guichetKey),
    }),
  );

  const insertConventions = (rows: readonly ConventionRow[], renewed: (number: string) => string | null) =>
    insert(
      Convention,
      rows,
      (it) => it.number,
      ({ source: _, guichetKey, renews, ...it }) => ({
        ...epci,
        ...it,
        guichet: guichets(guichetKey),
        renews: renews && renewed(renews),
      }),
    );
  const former = await insertConventions(base.conventions, () => null);
  const current = await insertConventions(plan.conventions, former);
  const renewing = new Set(plan.conventions.map((it) => it.number));
  const conventions = (number: string): string => (renewing.has(number) ? current : former)(number);
  const versions = await insert(
    ConventionVersion,
    [...base.conventionVersions, ...plan.conventionVersions],
    (it) => `${it.conventionNumber}/${it.rank}`,
    ({ source: _, conventionNumber, guichetKey, referentialNumber, ...it }) => ({
      ...epci,
      ...it,
      convention: conventions(conventionNumber),
      guichet: guichets(guichetKey),
      referential: referentials(`${referentialNumber}`),
    }),
  );

  await insert(ConventionComment, plan.comments, nameless, ({ conventionNumber, rank, guichetKey, ...it }) => ({
    ...epci,
    ...it,
    version: versions(`${conventionNumber}/${rank}`),
    guichet: guichets(guichetKey),
  }));

  const meetings = await insert(
    Meeting,
    plan.meetings,
    (it) => it.meetingKey,
    ({ meetingKey: _, organiserKey, declaredByKey, ...it }) => ({
      ...epci,
      ...it,
      organiser: organiserKey === null ? null : organisations(organiserKey),
      declaredBy: declaredByKey === null ? null : agents(declaredByKey),
    }),
  );
  await insert(Attendance, plan.attendances, nameless, ({ meetingKey, agentKey, ...it }) => ({
    ...epci,
    ...it,
    meeting: meetings(meetingKey),
    agent: agents(agentKey),
  }));

  await insert(
    Request,
    [...countedRequests(base), ...plan.requests],
    nameless,
    ({ guichetKey, communeInseeCode, communeValidFrom, ...it }) => ({
      ...epci,
      ...it,
      guichet: guichetKey === null ? null : guichets(guichetKey),
      communeWanted: commune({ communeInseeCode, communeValidFrom }),
    }),
  );

  await insert(Account, demoAccounts(base, plan, today), nameless, ({ ofEpci, agentKey, ...it }) => ({
    ...it,
    epci: ofEpci ? epciKey : null,
    agent: agentKey === null ? null : agents(agentKey),
  }));
}
