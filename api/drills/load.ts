import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { print } from 'graphql';
import { createRandom, type Random } from '../../seeds/random.js';
import { type Application, TODAY } from '../test/application.js';
import { operations } from '../test/operations.js';

/** Milliseconds: half of the answers were quicker, and 99 of 100. */
export interface Latency {
  asked: number;
  p50: number;
  p99: number;
}

export interface LoadReport {
  latencies: Record<string, Latency>;
  /** What was no answer: status and kind, with how many. */
  failures: Record<string, number>;
  /** Megabytes that the system has given to the API's process, and to the processes that it started: at the end, and at most. */
  api: { last: number; most: number };
  helpers: { last: number; most: number };
}

const day = {
  today: TODAY,
  soon: '2026-09-12',
  yearAgo: '2025-03-12',
  twoYearsAgo: '2024-03-12',
  on: TODAY,
  year: 2026,
  lastYear: 2025,
  fromYear: 2021,
  offset: 0,
  people: true,
};

/** Kilobytes in memory of a process; 0 when it is over. */
const resident = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
};
const childrenOf = (pid: number): number[] => {
  try {
    const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
    return direct.flatMap((child) => [child, ...childrenOf(child)]);
  } catch {
    return [];
  }
};

interface Person {
  cookie: string;
  random: Random;
}

/**
 * People at work for a while: each opens a page, reads it for two to eight seconds and opens the next; one page in forty makes a
 * document. Two thirds are agents, the others staff and an analyst.
 */
export async function load(app: Application, given: { people: number; minutes: number }): Promise<LoadReport> {
  const times = new Map<string, number[]>();
  const failures: Record<string, number> = {};
  const until = performance.now() + given.minutes * 60_000;

  const timed = async (kind: string, ask: () => Promise<Response>): Promise<Response> => {
    const began = performance.now();
    const answer = await ask();
    await answer.clone().arrayBuffer();
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - began]);
    if (!answer.ok) failures[`${answer.status} ${kind}`] = (failures[`${answer.status} ${kind}`] ?? 0) + 1;
    return answer;
  };
  const asking = async (kind: string, cookie: string, query: string, variables: object): Promise<unknown> => {
    const answer = await timed(kind, () =>
      fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query, variables }),
      }),
    );
    const { data, errors } = (await answer.json()) as { data: unknown; errors?: { extensions: { name: string } }[] };
    const name = errors?.[0]?.extensions.name;
    if (name) failures[`${name} ${kind}`] = (failures[`${name} ${kind}`] ?? 0) + 1;
    return data;
  };
  const page = (name: string): string => {
    const operation = operations[name];
    if (!operation) throw new Error(`No page asks ${name}.`);
    return print(operation);
  };
  const enter = async (key: string): Promise<string> => {
    const answer = await fetch(`${app.url}/auth/persona`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({ key }),
    });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };

  const first = await enter('personnel');
  const lists = (await asking(
    'ids',
    first,
    '{ guichets(first: 30) { nodes { id } } conventions(first: 30) { nodes { id } } conventionVersions(first: 30) { nodes { id } } meetings(first: 30) { nodes { id } } }',
    {},
  )) as Record<string, { nodes: { id: string }[] }>;
  const one = (random: Random, list: string): string => {
    const nodes = lists[list]?.nodes ?? [];
    return nodes[random.whole(0, nodes.length - 1)]?.id ?? '';
  };
  const list =
    'query ($search: String) { requests(first: 50, search: $search, sort: [{ registeredOn: DESC }]) { totalCount nodes { id number registeredOn guichet { id name } } } }';

  const staffPages: ((person: Person) => Promise<unknown>)[] = [
    ({ cookie }) => asking('home of staff', cookie, page('StaffHome'), day),
    ({ cookie }) => asking('matrix', cookie, page('Compliance'), day),
    ({ cookie, random }) => asking('guichet', cookie, page('GuichetPage'), { ...day, id: one(random, 'guichets') }),
    ({ cookie, random }) =>
      asking('convention', cookie, page('ConventionPage'), { ...day, id: one(random, 'conventions') }),
    ({ cookie, random }) => asking('meeting', cookie, page('StaffMeeting'), { ...day, id: one(random, 'meetings') }),
    ({ cookie, random }) => asking('list of requests', cookie, list, { search: random.whole(0, 1) ? null : '0001' }),
    ({ cookie }) => timed('session', () => fetch(`${app.url}/auth/session`, { headers: { cookie } })),
  ];
  const agentPages: ((person: Person) => Promise<unknown>)[] = [
    ({ cookie }) => asking('home of an agent', cookie, page('AgentHome'), day),
    ({ cookie }) => asking('desks of an agent', cookie, page('AgentDesks'), day),
    ({ cookie }) => timed('session', () => fetch(`${app.url}/auth/session`, { headers: { cookie } })),
  ];
  const analystPages: ((person: Person) => Promise<unknown>)[] = [
    ({ cookie }) => asking('home of an analyst', cookie, page('AnalystHome'), day),
  ];
  const makeDocument = ({ cookie, random }: Person) => {
    const file = `${one(random, 'conventionVersions')}.${random.whole(0, 1) ? 'pdf' : 'docx'}`;
    return timed('document', () => fetch(`${app.url}/documents/convention-versions/${file}`, { headers: { cookie } }));
  };

  const work = async (index: number): Promise<void> => {
    const kind = index % 3 < 2 ? 'agent' : index % 15 === 2 ? 'analyste' : 'personnel';
    const pages = { agent: agentPages, analyste: analystPages, personnel: staffPages }[kind];
    const person = { cookie: await enter(kind), random: createRandom(index) };
    await sleep(person.random.whole(0, 5000));
    while (performance.now() < until) {
      const opens = pages[person.random.whole(0, pages.length - 1)];
      await (kind === 'personnel' && person.random.whole(1, 40) === 1 ? makeDocument(person) : opens?.(person));
      await sleep(person.random.whole(2000, 8000));
    }
  };

  const report: LoadReport = { latencies: {}, failures, api: { last: 0, most: 0 }, helpers: { last: 0, most: 0 } };
  const pid = app.process.pid ?? 0;
  const measure = () => {
    const [api, helpers] = [resident(pid), childrenOf(pid).reduce((sum, child) => sum + resident(child), 0)];
    for (const [what, kilobytes] of [
      ['api', api],
      ['helpers', helpers],
    ] as const) {
      report[what].last = Math.round(kilobytes / 1000);
      report[what].most = Math.max(report[what].most, report[what].last);
    }
  };
  const watch = setInterval(measure, 1000);
  await Promise.all(Array.from({ length: given.people }, (_, index) => work(index)));
  measure();
  clearInterval(watch);
  for (const [kind, all] of times) {
    const sorted = all.sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    report.latencies[kind] = { asked: sorted.length, p50: at(0.5), p99: at(0.99) };
  }
  return report;
}
