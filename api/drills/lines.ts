import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { decodeId } from '../src/concept/id.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { queryOnce } from '../test/content.js';
import { createTestDatabase } from '../test/database.js';
import { endMeasured, startMeasured } from './measured.js';
import type { Listening, Memory } from './measured-server.js';
import { addressEnding, makeEpcis } from './network.js';

/** A walk through a list, page after page by cursor. */
interface Walk {
  /** Keys of the rows in the order of their coming. */
  keys: string[];
  /** Every `totalCount` that was told. */
  totals: Set<number>;
  seconds: number;
}

export interface LinesReport {
  exported: Walk;
  /** In the order of the export, by the database itself. */
  expected: string[];
  /** By a text behind a relation and a number that may be missing: ties, and empty values. */
  sorted: Walk;
  expectedSorted: string[];
  /** After each tenth of the rows. */
  memory: Memory[];
}

/** The columns that the admin's list of requests shows, as it asks for them: those of its CSV export. */
const exportPage = `query ($first: Int!, $after: String, $sort: [RequestSort!]) {
  page: requests(first: $first, after: $after, sort: $sort) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id number registeredOn channel guichet { id name } communeWanted { id name } householdSize expiresOn }
  }
}`;
const sortedPage = `query ($first: Int!, $after: String, $sort: [RequestSort!]) {
  page: requests(first: $first, after: $after, sort: $sort, filter: { channel: { eq: POST } }) {
    pageInfo { hasNextPage endCursor } nodes { id }
  }
}`;

interface Page {
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { id: string }[];
}

/** An EPCI with that many requests, whose list is read to its end, as an export does, and in another order. */
export async function walkLines({ rows }: { rows: number }): Promise<LinesReport> {
  const database = await createTestDatabase();
  let server: ChildProcess | undefined;
  try {
    const [epci] = await makeEpcis(database.connection, 1, rows);
    if (!epci) throw new Error('There is no EPCI.');
    server = startMeasured(database.connection, `staff${addressEnding(epci)}`);
    const [listening] = (await once(server, 'message')) as [Listening];
    const memory: Memory[] = [];
    const child = server;
    const measure = async (walked: number) => {
      if (walked % (rows / 10) === 0) memory.push(await memoryOf(child));
    };
    const exported = await walk(listening, exportPage, [{ registeredOn: 'DESC' }], measure);
    const sorted = await walk(listening, sortedPage, [{ guichet: { name: 'ASC' } }, { number: 'DESC' }]);
    return {
      exported,
      expected: await keysBy(database.connection, 'registered_on desc, r.id'),
      sorted,
      expectedSorted: await keysBy(
        database.connection,
        `g.name collate "fr-x-icu" asc nulls last, r.number collate "fr-x-icu" desc nulls last, r.id`,
        "channel = 'POST'",
      ),
      memory,
    };
  } finally {
    if (server) await endMeasured(server);
    await database.drop();
  }
}

async function memoryOf(server: ChildProcess): Promise<Memory> {
  const told = once(server, 'message');
  server.send('memory');
  const [memory] = (await told) as [Memory];
  return memory;
}

/** @param after called after each page, with the number of rows so far */
async function walk(
  { url, cookie }: Listening,
  query: string,
  sort: object[],
  after: (walked: number) => Promise<void> = async () => undefined,
): Promise<Walk> {
  const keys: string[] = [];
  const totals = new Set<number>();
  const began = performance.now();
  for (let cursor: string | undefined, more = true; more; ) {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables: { first: 100, after: cursor, sort } }),
    });
    const { data, errors } = (await answer.json()) as { data?: { page: Page }; errors?: { message: string }[] };
    if (!data) throw new Error(errors?.map(({ message }) => message).join('\n') ?? `HTTP ${answer.status}`);
    const { nodes, pageInfo, totalCount } = data.page;
    for (const { id } of nodes) keys.push(decodeId(id)?.key ?? id);
    if (totalCount !== undefined) totals.add(totalCount);
    cursor = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
    await after(keys.length);
  }
  return { keys, totals, seconds: (performance.now() - began) / 1000 };
}

async function keysBy(connection: DatabaseConnection, order: string, condition = 'true'): Promise<string[]> {
  const rows = await queryOnce<{ key: string }>(
    connection,
    `select r.id::text as key from request r left join guichet g on g.id = r.guichet_id where ${condition} order by ${order}`,
  );
  return rows.map(({ key }) => key);
}
