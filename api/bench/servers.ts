// What `read-road.ts` asks, in a process of its own as servers are: the whole application, and beside it the same answers by one
// hand-written SQL statement each, behind a bare node:http server. Tells its parent where they are and what to ask.
import { createServer } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { createApp } from '../src/app.js';
import { pinnedClock } from '../src/clock.js';
import { readConfig } from '../src/config.js';
import { migrate } from '../src/database/migrate.js';
import { startEmbedded } from '../src/database/server/embedded.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { projectRoot } from '../src/project.js';
import { casesOf, type Sample, today } from './cases.js';

/** What the parent is told once both servers listen. */
export interface Listening {
  parvis: string;
  byHand: string;
  cookie: string;
  cases: { name: string; body: string }[];
}

/** The demo network and `rows` more requests in a database of its own, made once for each size; migrated at each start. */
async function prepare(server: DatabaseConnection, database: string, rows: number): Promise<DatabaseConnection> {
  const onServer = new pg.Client(server);
  await onServer.connect();
  const { rowCount } = await onServer.query('select from pg_database where datname = $1', [database]);
  if (!rowCount) {
    const draft = `${database}_draft`;
    await onServer.query(`drop database if exists ${draft} with (force)`);
    await onServer.query(`create database ${draft}`);
    const connection = { ...server, database: draft };
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
  }
  await onServer.end();
  await migrate({ ...server, database });
  return { ...server, database };
}

/** A request to open, and the place at four fifths of the list. */
async function sampleOf(connection: DatabaseConnection, rows: number): Promise<Sample> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows: found } = await client.query<Sample>(
    `select epci_id::text as epci, id::text as key, registered_on::text as day
     from request order by registered_on desc, id offset $1 limit 1`,
    [Math.floor(rows * 0.8)],
  );
  await client.end();
  const [sample] = found;
  if (!sample) throw new Error('There is no request to measure.');
  return sample;
}

/** Signed in as the personnel of the demonstration. */
async function cookieOf(url: string): Promise<string> {
  const entered = await fetch(`${url}/auth/persona`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ key: 'personnel' }),
  });
  return entered.headers.getSetCookie().join('; ').split(';')[0] ?? '';
}

const rows = Number(process.argv[2]);
const server = await startEmbedded({ folder: path.join(projectRoot, '.data', 'bench') });
const connection = await prepare(server.owner, `bench_${rows}`, rows);
const cases = casesOf(await sampleOf(connection, rows));

const app = await createApp(
  connection,
  readConfig({ LOG_LEVEL: 'warn', PORT: '0', PARVIS_DEMO: '1', PARVIS_TODAY: today }),
);
await app.server.listen({ port: 0, host: '127.0.0.1' });
const parvis = app.publicUrl().replace('localhost', '127.0.0.1');

const pools = new Map<string, pg.Pool>();
const poolWith = (settings: Record<string, string> = {}): pg.Pool => {
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const key = options.join(' ');
  const pool = pools.get(key) ?? new pg.Pool({ ...connection, options: key, max: 16 });
  pools.set(key, pool);
  return pool;
};
const bare = createServer(async (request, response) => {
  const one = cases[Number(request.url?.slice(1))];
  if (!one) return response.writeHead(404).end();
  const { rows: found } = await poolWith(one.settings).query<{ data: unknown }>(one.sql);
  const data = found[0]?.data;
  response.setHeader('content-type', 'application/json');
  return response.end(JSON.stringify({ data: one.finish ? one.finish(data) : data }));
});
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
const address = bare.address();

process.once('message', async () => {
  bare.close();
  await app.close();
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  await server.stop();
  process.exit(0);
});
process.send?.({
  parvis,
  byHand: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
  cookie: await cookieOf(parvis),
  cases: cases.map(({ name, query, variables }) => ({ name, body: JSON.stringify({ query, variables }) })),
} satisfies Listening);
