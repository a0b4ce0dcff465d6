import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { pinnedClock } from '../src/clock.js';
import { allConcepts } from '../src/concept/meta.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import type { Caller } from '../src/identity/access/caller.js';
import { callersByEmail } from '../src/identity/access/callers.js';
import { signingIn } from '../src/identity/access/sign-in-role.js';
import { noPost } from '../src/mail/post.js';
import { type Answer, startTestApi, type TestApi } from '../test/api.js';
import { columnsOf, contentOf, queryOnce } from '../test/content.js';
import { createTestDatabase } from '../test/database.js';
import { type Draw, drawOf } from './draw.js';
import { addressEnding, type DrillEpci, makeEpcis, TODAY } from './network.js';
import { foreignWrite, ownWrite, type Probe, readProbe } from './probes.js';
import type { Pools } from './values.js';

/** What a series of probes met. */
export interface IsolationReport {
  /** Answers by operation and outcome: `ok`, `empty`, or the name of the refusal. */
  outcomes: Map<string, Map<string, number>>;
  reads: number;
  /** Reads that gave at least one row. */
  filled: number;
  writes: number;
}

/** The operations that have met an outcome. */
export const withOutcome = ({ outcomes }: IsolationReport, outcome: string): string[] =>
  [...outcomes].filter(([, met]) => met.has(outcome)).map(([operation]) => operation);

/** An EPCI in the database of all of them, and alone in a copy of that, with the same ids. */
interface Alone {
  epci: DrillEpci;
  api: TestApi;
  callers: Caller[];
  pools: Pools;
}

/**
 * Random requests of the staff, an agent and an analyst of each of several EPCIs that share a database. Each request is
 * also asked of a database that holds that EPCI alone: a row, a count, an id, a name, or so much as the existence of
 * something of another EPCI would make the two answers differ. A write names a row of another EPCI: it is refused, in the same
 * words as if there were no such row, and when all is done no row of the shared database has changed.
 *
 * @throws Error with the request, both answers and what fast-check needs to begin there again
 */
export async function probeIsolation(options: {
  epcis: number;
  probes: number;
  seed: number;
  /** Done to the shared database before: for the test that the drill sees what it should. */
  spoil?: string;
}): Promise<IsolationReport> {
  const network = await createTestDatabase();
  const started: TestApi[] = [];
  const start = async (): Promise<TestApi> => {
    const api = await startTestApi(TODAY, noPost, network.connection.database);
    started.push(api);
    return api;
  };
  try {
    const epcis = await makeEpcis(network.connection, options.epcis, 200);
    const shared = await start();
    const alone: Alone[] = [];
    for (const epci of epcis) alone.push(await startAlone(shared, await start(), epci));
    if (options.spoil) await shared.orm.em.fork().execute(options.spoil);
    const columns = await columnsOf(shared.connection);
    const before = await contentOf(shared.connection, columns);
    const report: IsolationReport = { outcomes: new Map(), reads: 0, filled: 0, writes: 0 };
    await fc.assert(
      fc.asyncProperty(fc.gen(), (gen) => probe(shared, alone, drawOf(gen), report)),
      {
        seed: options.seed,
        numRuns: options.probes,
        endOnFailure: true,
        interruptAfterTimeLimit: 2_000_000,
        markInterruptAsFailure: true,
      },
    );
    const after = await contentOf(shared.connection, columns);
    const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
    if (changed.length > 0) throw new Error(`Refused writes have changed ${changed.join(', ')}.`);
    return report;
  } finally {
    for (const api of started) await api.close();
    await network.drop();
  }
}

/**
 * What becomes of random writes that name rows of the caller's own EPCI, by operation: those that are done show that
 * the writes of `probeIsolation` are refused for what they name, and not for how they are put.
 */
export async function tryOwnWrites({ probes, seed }: { probes: number; seed: number }): Promise<IsolationReport> {
  const network = await createTestDatabase();
  const [epci] = await makeEpcis(network.connection, 1, 50);
  const api = await startTestApi(TODAY, noPost, network.connection.database);
  const report: IsolationReport = { outcomes: new Map(), reads: 0, filled: 0, writes: 0 };
  try {
    if (!epci) throw new Error('There is no EPCI.');
    const callers = await callersOf(api, epci);
    const pools: Pools = { own: filled(await keysOf(api.connection)), foreign: new Map(), words: [epci.mark] };
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const draw = drawOf(gen);
      const caller = draw.pick(callers);
      const request = ownWrite(api.schema, caller, draw, pools);
      note(report, request, await api.ask<Found | null>(caller, request.source, request.variables), true);
    });
    await fc.assert(property, { seed, numRuns: probes, endOnFailure: true });
    return report;
  } finally {
    await api.close();
    await network.drop();
  }
}

const filled = (keys: Map<string, string[]>) => new Map([...keys].filter(([, some]) => some.length > 0));

/** Takes all other EPCIs out of a copy of the shared database. */
async function startAlone(shared: TestApi, api: TestApi, epci: DrillEpci): Promise<Alone> {
  const tables = await queryOnce<{ name: string }>(
    api.connection,
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'epci_id' and table_name in (select tablename from pg_tables)`,
  );
  const removals = tables.map(({ name }) => `delete from ${name} where epci_id is distinct from ${epci.key}`);
  await queryOnce(
    api.connection,
    [
      'set session_replication_role = replica',
      ...removals,
      `delete from epci where id <> ${epci.key}`,
      'delete from token where account_id not in (select id from account)',
      'analyze',
    ].join(';'),
  );
  const callers = await callersOf(shared, epci);
  const [own, all] = [await keysOf(api.connection), await keysOf(shared.connection)];
  const foreign = new Map(
    [...all].map(([concept, keys]) => [concept, keys.filter((key) => !own.get(concept)?.includes(key))]),
  );
  const words = [
    'Guichet',
    'Nom1',
    'a',
    'zone1',
    'zone2',
    epci.mark,
    'Voiron',
    'Saint-Denis',
    `Agent ${epci.mark}`,
    '038001',
  ];
  return {
    epci,
    api,
    callers,
    pools: { own: filled(own), foreign: filled(foreign), words },
  };
}

/** The people of an EPCI, as sign-in finds them. */
async function callersOf({ orm }: TestApi, epci: DrillEpci): Promise<Caller[]> {
  const found = await signingIn(orm.em.fork(), (em) =>
    callersByEmail(em, addressEnding(epci), pinnedClock(TODAY).now()),
  );
  return found.map(({ caller }) => caller);
}

/** The keys of all rows, by concept; those of changes too. */
async function keysOf(connection: DatabaseConnection): Promise<Map<string, string[]>> {
  const named = [...allConcepts().map(({ name, table }) => ({ name, table })), { name: 'Change', table: 'change' }];
  const statement = named
    .map(({ name, table }) => `select '${name}' as name, id::text as key, id from "${table}"`)
    .join(' union all ');
  const rows = await queryOnce<{ name: string; key: string }>(connection, `${statement} order by name, id`);
  const keys = new Map<string, string[]>();
  for (const { name, key } of rows) keys.set(name, [...(keys.get(name) ?? []), key]);
  return keys;
}

/** The list or row that a request asked for. */
interface Found {
  found?: { totalCount?: number; pageInfo?: { hasNextPage: boolean; endCursor: string | null } } | null;
}

/** One request, and the page behind it where there is one. */
async function probe(shared: TestApi, alone: Alone[], draw: Draw, report: IsolationReport): Promise<void> {
  const { epci, api, callers, pools } = draw.pick(alone);
  const writes = draw.percent(25);
  // Staff first: most writes are theirs.
  const caller = writes && draw.percent(60) ? (callers[0] ?? draw.pick(callers)) : draw.pick(callers);
  const request = (writes ? foreignWrite : readProbe)(shared.schema, caller, draw, pools);
  let after: string | undefined;
  do {
    const variables = { ...request.variables, ...(after === undefined ? {} : { after }) };
    const ask = (of: TestApi) => of.ask<Found | null>(caller, request.source, variables);
    const [together, separate] = await Promise.all([ask(shared), ask(api)]);
    const said = () =>
      `${caller.role} of ${epci.mark}:\n${request.source}\n${JSON.stringify(variables)}\ntogether: ${JSON.stringify(together)}\nalone: ${JSON.stringify(separate)}`;
    if (!isDeepStrictEqual(together, separate)) throw new Error(`The answer depends on other EPCIs. ${said()}`);
    if (writes && together.errors.length === 0) throw new Error(`A row of another EPCI was taken. ${said()}`);
    note(report, request, together, writes);
    const page = request.paged ? together.data?.found?.pageInfo : undefined;
    after = page?.hasNextPage && after === undefined ? cursorFrom(page.endCursor ?? '', draw, pools) : undefined;
  } while (after !== undefined);
}

/** The cursor of an answer; now and then with the key of another EPCI's row in the place of its own. */
function cursorFrom(cursor: string, draw: Draw, pools: Pools): string {
  if (draw.percent(70)) return cursor;
  const parts: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  const key = draw.pick(pools.foreign.get('Request') ?? []);
  return Buffer.from(JSON.stringify([...parts.slice(0, -1), key])).toString('base64url');
}

function note(
  report: IsolationReport,
  { operation }: Probe,
  { data, errors }: Answer<Found | null>,
  write: boolean,
): void {
  const found = data?.found;
  const filled = found && (found.totalCount ?? (Array.isArray(found) ? found.length : 1)) > 0;
  const outcome = errors[0]?.name ?? (filled ? 'ok' : 'empty');
  const outcomes = report.outcomes.get(operation) ?? new Map<string, number>();
  report.outcomes.set(operation, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
  if (write) report.writes += 1;
  else {
    report.reads += 1;
    if (outcome === 'ok') report.filled += 1;
  }
}
