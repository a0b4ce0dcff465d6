// npm run bench [-- rows rounds]: what the read road costs beside the same JSON by one hand-written SQL statement, behind a bare
// node:http server and through the same pool. The application is whole: HTTP, session, limits, row-level security. The other has
// none of that: it is the limit. Rounds of the two are interleaved, so that a noisy machine disturbs both.
import { createServer } from 'node:http';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { type App, createApp } from '../src/app.js';
import { pinnedClock } from '../src/clock.js';
import { readConfig } from '../src/config.js';
import { migrate } from '../src/database/migrate.js';
import { startEmbedded } from '../src/database/server/embedded.js';
import { projectRoot } from '../src/project.js';
import { type Case, casesOf, type Sample } from './cases.js';

const today = '2026-03-12';
const [rows = 100_000, rounds = 30] = process.argv.slice(2).map(Number);
/** As many as one account may have under way. */
const atOnce = 8;
const perRound = 5 * atOnce;

type Ask = (one: Case) => Promise<unknown>;

/** Asks `perRound` times, `atOnce` at a time; gives how long each answer took, in milliseconds. */
async function round(ask: Ask, one: Case): Promise<number[]> {
  const taken: number[] = [];
  let left = perRound;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      await ask(one);
      taken.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return taken;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** The demo network and `rows` more requests in a database of its own, made once for each size. */
async function prepare(server: pg.ClientConfig, database: string): Promise<void> {
  const onServer = new pg.Client(server);
  await onServer.connect();
  const { rowCount } = await onServer.query('select from pg_database where datname = $1', [database]);
  if (rowCount) return onServer.end();
  const draft = `${database}_draft`;
  await onServer.query(`drop database if exists ${draft} with (force)`);
  await onServer.query(`create database ${draft}`);
  const connection = { ...startedConnection(server), database: draft };
  await migrate(connection);
  const { loadDemo } = await import('../../seeds/load.js');
  await loadDemo(connection, pinnedClock(today));
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(
    `insert into request (epci_id, number, guichet_id, channel, registered_on, seniority_on, expires_on)
     select e.id, '9' || lpad(n::text, 17, '0'), g.ids[1 + n % array_length(g.ids, 1)], 'GUICHET', d.day, d.day, d.day + 365
     from generate_series(1, $1::int) n cross join epci e
       cross join (select array_agg(id order by id) as ids from guichet where registers) g
       cross join lateral (select date '2016-01-01' + (n * 7919) % 3700 as day) d`,
    [rows],
  );
  await client.query('vacuum analyze');
  await client.end();
  await onServer.query(`alter database ${draft} rename to ${database}`);
  await onServer.end();
}

const startedConnection = ({ host, port, user }: pg.ClientConfig) => ({
  host: host ?? '',
  port: port ?? 5432,
  user: user ?? '',
});

/** The pool that the application's own statements go through. */
async function poolOf(app: App): Promise<pg.Pool> {
  return (await app.orm.em.getConnection().getNativeClient()) as pg.Pool;
}

/** What the application sends to PostgreSQL for a request, roles and transactions apart: its one statement. */
async function statementOf(ask: Ask, one: Case): Promise<{ text: string; values: unknown[] }> {
  const { query } = pg.Client.prototype;
  const sent: { text: string; values: unknown[] }[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, values] = given;
    const text = typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text') ?? '');
    sent.push({ text, values: (Array.isArray(values) ? values : Reflect.get(Object(first), 'values')) ?? [] });
    return Reflect.apply(query, this, given);
  } as never;
  await ask(one).finally(() => {
    pg.Client.prototype.query = query;
  });
  return sent.reduce((longest, statement) => (statement.text.length > longest.text.length ? statement : longest));
}

async function main(): Promise<void> {
  const server = await startEmbedded({ folder: path.join(projectRoot, '.data', 'bench') });
  const database = `bench_${rows}`;
  await prepare(server.connection, database);
  const config = readConfig({ LOG_LEVEL: 'warn', PORT: '0', PARVIS_DEMO: '1', PARVIS_TODAY: today });
  const app = await createApp({ ...server.connection, database }, config);
  await app.server.listen({ port: 0, host: '127.0.0.1' });
  const url = app.publicUrl().replace('localhost', '127.0.0.1');
  const pool = await poolOf(app);

  const entered = await fetch(`${url}/auth/persona`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ key: 'personnel' }),
  });
  const headers = {
    'content-type': 'application/json',
    cookie: entered.headers.getSetCookie().join('; ').split(';')[0] ?? '',
  };
  const throughParvis: Ask = async ({ query, variables }) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data?: unknown; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  };

  const cases = casesOf(await sampleOf(pool, throughParvis));
  const bare = createServer(async (request, response) => {
    const statement = statements[Number(request.url?.slice(1))];
    if (!statement) return response.writeHead(404).end();
    const { rows: found } = await pool.query<Record<string, unknown>>(statement);
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify(found[0]));
  });
  const statements: { text: string; values: unknown[] }[] = [];
  for (const one of cases) statements.push(one.sql ?? (await statementOf(throughParvis, one)));
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const address = bare.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const byHand: Ask = async (one) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${cases.indexOf(one)}`, { method: 'POST', body: '{}' });
    return ((await answer.json()) as { data?: unknown }).data;
  };

  console.log(`${rows} requests, ${rounds} interleaved rounds of ${perRound}, ${atOnce} at once; milliseconds\n`);
  console.log('case          by hand  p95     Parvis  p95     median kept  p95 kept');
  for (const one of cases) {
    if (one.sql && !isDeepStrictEqual(await byHand(one), await throughParvis(one)))
      throw new Error(`${one.name}: the two answers differ`);
    const hand: number[] = [];
    const parvis: number[] = [];
    for (let done = -1; done < rounds; done += 1) {
      const [h, p] = [await round(byHand, one), await round(throughParvis, one)];
      // The first round warms both.
      if (done < 0) continue;
      hand.push(...h);
      parvis.push(...p);
    }
    const of = (share: number) => [quantile(hand, share), quantile(parvis, share)] as const;
    const [[h50, p50], [h95, p95]] = [of(0.5), of(0.95)];
    const cell = (value: number) => value.toFixed(1).padEnd(8);
    console.log(
      `${one.name.padEnd(14)}${cell(h50)} ${cell(h95)}${cell(p50)}${cell(p95)}${(h50 / p50).toFixed(2).padEnd(13)}${(h95 / p95).toFixed(2)}`,
    );
  }
  bare.close();
  await app.close();
  await server.stop();
}

/** A request to open, and the place at four fifths of the list. */
async function sampleOf(pool: pg.Pool, ask: Ask): Promise<Sample> {
  const { rows: found } = await pool.query<{ epci: string; key: string; day: string }>(
    `select epci_id::text as epci, id::text as key, registered_on::text as day
     from request order by registered_on desc, id offset $1 limit 1`,
    [Math.floor(rows * 0.8)],
  );
  const [row] = found;
  if (!row) throw new Error('There is no request to measure.');
  const query =
    '{ requests(first: 1, offset: __, sort: [{ registeredOn: DESC }]) { nodes { id } pageInfo { endCursor } } }';
  const { requests } = (await ask({
    name: 'sample',
    query: query.replace('__', String(Math.floor(rows * 0.8))),
    variables: {},
  })) as { requests: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
  return {
    epci: row.epci,
    id: requests.nodes[0]?.id ?? '',
    key: row.key,
    deep: { registeredOn: row.day, key: row.key, cursor: requests.pageInfo.endCursor },
    year: 2026,
  };
}

await main();
process.exit(0);
