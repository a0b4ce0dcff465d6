import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type App, createApp } from '../src/app.js';
import { readConfig } from '../src/config.js';
import { type Orm, openOrm } from '../src/database/orm.js';
import { limitsOfRequests } from '../src/database/pool.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { signingIn } from '../src/identity/access/sign-in-role.js';
import { openSession } from '../src/identity/sign-in/sessions.service.js';
import type { TestApi } from '../test/api.js';
import { queryOnce } from '../test/content.js';
import { createTestDatabase } from '../test/database.js';
import { makeNetwork, TODAY } from '../test/network.js';
import { FaultyNetwork } from './faulty-network.js';
import { type Write, Writers } from './writers.js';

export interface LossesReport {
  /** Connections that PostgreSQL ended in mid-transaction, and those that the network reset. */
  ended: number;
  reset: number;
  acknowledged: number;
  unknown: number;
  /** Additions whose answer was lost after the commit: each was told as unknown, asked for again with its key, and is there once. */
  commits: number;
  /** In milliseconds, of a transaction that the network swallowed. */
  slowestStall: number;
}

/**
 * The application loses its connections to PostgreSQL in every way while clients write. What was acknowledged is there, once;
 * whatever is lost, no place of the pool goes with it, and it is well as soon as the network is.
 */
export async function loseConnections(size: {
  ended: number;
  resets: number;
  commits: number;
  stalls: number;
}): Promise<LossesReport> {
  const database = await createTestDatabase();
  const network = await FaultyNetwork.before(database.connection);
  const app = await createApp(
    network.connection,
    readConfig({ LOG_LEVEL: 'silent', PORT: '0', PARVIS_DEMO: '0', PARVIS_TODAY: TODAY }),
  );
  try {
    await makeNetwork({ orm: app.orm } as TestApi);
    const url = await app.server.listen({ port: 0, host: '127.0.0.1' });
    const { secret } = await signingIn(app.orm.em.fork(), (em) =>
      openSession(em, { id: '2', role: 'EPCI_STAFF' }, new Date(`${TODAY}T10:00:00Z`)),
    );
    const cookie = `parvis_session=${secret}`;

    const first = new Writers(url, cookie, 'ended', 6);
    await endInTransactions(database.connection, size.ended);
    await first.stop();
    await wellAgain(app);

    const second = new Writers(url, cookie, 'reset', 6);
    let reset = 0;
    for (let time = 0; time < size.resets; time += 1) {
      await sleep(50);
      reset += network.reset();
    }
    await second.stop();
    await wellAgain(app);

    const writes = [...first.writes, ...second.writes];
    await checkWrites(database.connection, writes);
    await loseCommits(network, database.connection, url, cookie, size.commits);
    await wellAgain(app);
    const slowestStall = await stall(network, size.stalls);
    const count = (...fates: Write['fate'][]) => writes.filter(({ fate }) => fates.includes(fate)).length;
    return {
      ended: size.ended,
      reset,
      acknowledged: count('added', 'changed'),
      unknown: count('unknown'),
      commits: size.commits,
      slowestStall,
    };
  } finally {
    network.stall(false);
    await app.close();
    await network.close();
    await database.drop();
  }
}

/** `pg_terminate_backend` of connections in mid-transaction, until so many were ended. */
async function endInTransactions(connection: DatabaseConnection, times: number): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'drill' });
  await client.connect();
  const limit = performance.now() + 600_000;
  try {
    for (let ended = 0; ended < times; ) {
      if (performance.now() > limit) throw new Error(`Only ${ended} of ${times} transactions were met.`);
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and xact_start is not null
           and application_name = '' and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1`,
      );
      ended += rowCount ?? 0;
      // Those that write again have connections to make.
      await sleep(rowCount ? 60 : 1);
    }
  } finally {
    await client.end();
  }
}

const poolOf = async (orm: Orm): Promise<pg.Pool> => (await orm.em.getConnection().getNativeClient()) as pg.Pool;

const noneHeld = async (orm: Orm): Promise<void> => {
  const pool = await poolOf(orm);
  const limit = performance.now() + 10_000;
  while (pool.idleCount !== pool.totalCount || pool.waitingCount > 0) {
    if (performance.now() > limit)
      throw new Error(`Of ${pool.totalCount} places ${pool.totalCount - pool.idleCount} are held by nobody.`);
    await sleep(20);
  }
};

const wellAgain = async (app: App): Promise<void> => {
  await noneHeld(app.orm);
  const { statusCode } = await app.server.inject('/health');
  if (statusCode !== 200) throw new Error(`/health answers ${statusCode}.`);
};

async function checkWrites(connection: DatabaseConnection, writes: Write[]): Promise<void> {
  const rows = await queryOnce<{ name: string; count: number; kind: string }>(
    connection,
    `select name, count(*)::int, min(kind) as kind from organisation where name like 'drill %' group by name`,
  );
  const found = new Map(rows.map((row) => [row.name, row]));
  const wrong = writes.flatMap(({ name, fate }) => {
    const row = found.get(name);
    if (!row) return fate === 'added' || fate === 'changed' ? [`${name} was acknowledged, and is not there`] : [];
    if (fate === 'refused') return [`${name} was refused, and is there`];
    if (row.count !== 1) return [`${name} is there ${row.count} times`];
    return fate === 'changed' && row.kind !== 'CCAS' ? [`${name} lost its change`] : [];
  });
  if (wrong.length > 0) throw new Error(`${wrong.length} writes are wrong:\n${wrong.slice(0, 20).join('\n')}`);
}

/**
 * Each addition is made, and its answer lost: whoever asked is told that its outcome is unknown, not that it failed, and asks
 * again with the same key. That answer may be lost too; the one that comes is the row of the first time, and there is no other.
 */
async function loseCommits(
  network: FaultyNetwork,
  connection: DatabaseConnection,
  url: string,
  cookie: string,
  times: number,
): Promise<void> {
  const ids = new Set<string>();
  for (let time = 0; time < times; time += 1) {
    const addition = { input: { name: `perdue ${time}`, kind: 'ASSOCIATION' }, requestKey: randomUUID() };
    network.loseCommits(true);
    for (let lost = 0; lost <= time % 3; lost += 1) {
      const said = (await add(url, cookie, addition)).errors?.[0]?.extensions.name;
      if (said !== 'OutcomeUnknown') throw new Error(`${addition.input.name} was told as ${said}.`);
    }
    network.loseCommits(false);
    const { data, errors } = await add(url, cookie, addition);
    if (!data) throw new Error(`${addition.input.name} was asked for again in vain: ${JSON.stringify(errors)}`);
    ids.add(data.made.id);
  }
  const [rows] = await queryOnce<{ all: number; names: number }>(
    connection,
    `select count(*)::int as all, count(distinct name)::int as names from organisation where name like 'perdue %'`,
  );
  if (rows?.all !== times || rows.names !== times || ids.size !== times)
    throw new Error(`Of ${times} additions there are ${rows?.all} rows, and ${ids.size} were told.`);
}

async function add(
  url: string,
  cookie: string,
  variables: object,
): Promise<{ data?: { made: { id: string } } | null; errors?: { extensions: { name: string } }[] }> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      query:
        'mutation ($input: OrganisationCreateInput!, $requestKey: UUID!) { made: createOrganisation(input: $input, requestKey: $requestKey) { id } }',
      variables,
    }),
  });
  return (await answer.json()) as Awaited<ReturnType<typeof add>>;
}

/** Transactions whose network falls silent end by themselves, and leave their place. @returns the slowest, in milliseconds */
async function stall(network: FaultyNetwork, times: number): Promise<number> {
  const orm = openOrm(network.connection, {
    connections: 2,
    acquisition: 2000,
    limits: { ...limitsOfRequests, query_timeout: 1000 },
  });
  let slowest = 0;
  try {
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      const swallowed = orm.em.fork().transactional(async (em) => {
        await em.execute('select 1');
        network.stall(true);
        await em.execute('select 1');
      });
      const outcome = await swallowed.then(
        () => 'answered',
        () => 'failed',
      );
      if (outcome !== 'failed') throw new Error('A silent network answered.');
      slowest = Math.max(slowest, performance.now() - began);
      network.stall(false);
      await noneHeld(orm);
      await orm.em.fork().execute('select 1');
    }
    return slowest;
  } finally {
    await orm.close(true);
  }
}
