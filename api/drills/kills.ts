import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, type Random } from '../../seeds/random.js';
import { serverFolder } from '../src/database/server/folder.js';
import { chooseIdentity } from '../src/database/server/identity.js';
import { joinDatabase } from '../src/database/server/open.js';
import { processesIn } from '../src/database/server/processes.js';
import { projectRoot } from '../src/project.js';
import { type Application, startWithEmbedded } from '../test/application.js';
import { queryOnce } from '../test/content.js';
import { TODAY } from './network.js';
import { askAgain, type Write, Writers } from './writers.js';

/** What is killed. */
type Victim = 'both' | 'server' | 'application';

export interface KillsReport {
  rounds: { victim: Victim; acknowledged: number; askedAgain: number; seconds: number }[];
  /** Starts that were themselves killed. */
  startsKilled: number;
}

/**
 * The application on an embedded database of its own, killed with `kill -9` (itself, its PostgreSQL, or both) while clients
 * write; then started again. What nobody knows of then is asked for again with the key of its request. After each round every
 * write is there once, with its history, and none that was refused.
 */
export async function killAgainAndAgain(options: {
  /** How many of each, in turns as even as these numbers allow. */
  rounds: Record<Victim, number>;
  seed: number;
  fromSources: boolean;
}): Promise<KillsReport> {
  const drill = new KillDrill(createRandom(options.seed), options.fromSources);
  const report: KillsReport = { rounds: [], startsKilled: 0 };
  try {
    await drill.start();
    for (const [round, victim] of turns(options.rounds).entries()) {
      const began = performance.now();
      const written = await drill.writeAndKill(victim, `${round}`);
      const count = (...fates: Write['fate'][]) => written.filter(({ fate }) => fates.includes(fate)).length;
      const acknowledged = count('added', 'changed');
      const askedAgain = count('unknown');
      report.startsKilled += await drill.startAgain();
      await drill.askAgain(written);
      await drill.checkAll();
      report.rounds.push({
        victim,
        acknowledged,
        askedAgain,
        seconds: (performance.now() - began) / 1000,
      });
    }
    return report;
  } finally {
    await drill.end();
  }
}

/** Spread as evenly as whole numbers allow: each at its share of the way. */
const turns = (rounds: Record<Victim, number>): Victim[] =>
  (Object.entries(rounds) as [Victim, number][])
    .flatMap(([victim, times]) => Array.from({ length: times }, (_, turn) => ({ victim, at: (turn + 0.5) / times })))
    .sort((one, other) => one.at - other.at)
    .map(({ victim }) => victim);

class KillDrill {
  readonly #folder: string;
  readonly #random: Random;
  readonly #fromSources: boolean;
  readonly #children: ChildProcess[] = [];
  readonly #writes: Write[] = [];
  #application: Application | undefined;
  #cookie = '';

  constructor(random: Random, fromSources: boolean) {
    this.#random = random;
    this.#fromSources = fromSources;
    mkdirSync(path.join(projectRoot, '.data'), { recursive: true });
    this.#folder = mkdtempSync(path.join(projectRoot, '.data', 'kills-'));
    // PostgreSQL runs as another user when root starts it.
    chmodSync(this.#folder, 0o755);
  }

  async start(): Promise<void> {
    this.#application = await this.#launch();
    // Once for all rounds: sessions are acknowledged writes too.
    const { url } = this.#application;
    const entered = await fetch(`${url}/auth/persona`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ key: 'personnel' }),
    });
    if (entered.status !== 204) throw new Error(`The staff could not enter: ${entered.status} ${await entered.text()}`);
    this.#cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  #launch(spawned: (child: ChildProcess) => void = () => undefined): Promise<Application> {
    const told = (child: ChildProcess) => {
      this.#children.push(child);
      spawned(child);
    };
    const options = { folder: this.#folder, fromSources: this.#fromSources, spawned: told };
    return startWithEmbedded(options, { PARVIS_TODAY: TODAY, LOG_LEVEL: 'error' });
  }

  /** @returns what this round has written */
  async writeAndKill(victim: Victim, round: string): Promise<Write[]> {
    const { url, process: child } = this.#running;
    const writers = new Writers(url, this.#cookie, round);
    await until('a first write is acknowledged', () => writers.acknowledged > 0);
    await sleep(this.#random.whole(0, 1000));
    const exited = once(child, 'exit');
    if (victim !== 'application') process.kill(this.#serverPid, 'SIGKILL');
    if (victim === 'both') await sleep(this.#random.whole(0, 20));
    if (victim !== 'server') child.kill('SIGKILL');
    if (victim === 'server') {
      // The application lives on: it has PostgreSQL again by itself, and the same clients go on.
      const { acknowledged } = writers;
      await until('writes are acknowledged again', () => writers.acknowledged > acknowledged + 3);
    } else await exited;
    await writers.stop();
    this.#writes.push(...writers.writes);
    return writers.writes;
  }

  /** @returns how many starts were killed on the way */
  async startAgain(): Promise<number> {
    if (this.#running.process.signalCode === null) return 0;
    let killed = 0;
    while (killed < 2 && this.#random.chance(0.25)) {
      const wait = this.#random.whole(0, 2000);
      const start = this.#launch((child) => setTimeout(() => child.kill('SIGKILL'), wait));
      // It may have been ready before: then it is killed at rest.
      const { process: child } = await start.catch(() => ({ process: this.#children.at(-1) }));
      if (child && child.signalCode === null) await once(child, 'exit');
      killed += 1;
    }
    this.#application = await this.#launch();
    return killed;
  }

  askAgain(writes: readonly Write[]): Promise<void> {
    return askAgain(this.#running.url, this.#cookie, writes);
  }

  /** Every write so far, in the database and in its history. */
  async checkAll(): Promise<void> {
    const connection = joinDatabase({ dataFolder: this.#folder })?.owner;
    if (!connection) throw new Error('PostgreSQL does not run.');
    const rows = await queryOnce<{ name: string; rows: number; kind: string; revision: number; changes: string[] }>(
      connection,
      `select o.name, count(*) over (partition by o.name)::int as rows, o.kind, o.revision,
         array(select c.action from change c where c.concept = 'Organisation' and c.row_id = o.id order by c.id) as changes
       from organisation o where o.name like 'drill %'`,
    );
    const found = new Map(rows.map((row) => [row.name, row]));
    const wrong = this.#writes.flatMap(({ name, fate }) => {
      const row = found.get(name);
      if (!row) return fate === 'refused' ? [] : [`${name} was acknowledged, and is not there`];
      const problems: string[] = [];
      if (fate === 'refused') problems.push('was refused, and is there');
      if (row.rows !== 1) problems.push(`is there ${row.rows} times`);
      if (fate === 'changed' && row.kind !== 'CCAS') problems.push('lost its change');
      const whole = row.kind === 'CCAS' ? ['CREATED', 'UPDATED'] : ['CREATED'];
      if (row.revision !== whole.length || row.changes.join() !== whole.join())
        problems.push(`is at revision ${row.revision}, a ${row.kind}, with the history ${row.changes.join()}`);
      return problems.map((problem) => `${name} ${problem}`);
    });
    const known = new Set(this.#writes.map(({ name }) => name));
    wrong.push(...rows.filter(({ name }) => !known.has(name)).map(({ name }) => `${name} was never asked for`));
    const [lost] = await queryOnce<{ count: number }>(
      connection,
      `select count(*)::int from change c where c.concept = 'Organisation' and c.after ->> 'name' like 'drill %'
         and not exists (select from organisation o where o.id = c.row_id)`,
    );
    if (lost?.count) wrong.push(`${lost.count} changes are of rows that are not there`);
    if (wrong.length > 0) throw new Error(`${wrong.length} writes are wrong:\n${wrong.slice(0, 20).join('\n')}`);
  }

  async end(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    for (const pid of processesIn(path.join(this.#home, 'data'))) process.kill(pid, 'SIGKILL');
    rmSync(this.#home, { recursive: true, force: true });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #running(): Application {
    if (!this.#application) throw new Error('The application was not started.');
    return this.#application;
  }

  /** Where PostgreSQL keeps its files: in the folder, or elsewhere when its user cannot enter that. */
  get #home(): string {
    return serverFolder(this.#folder, chooseIdentity(this.#folder));
  }

  get #serverPid(): number {
    return Number(readFileSync(path.join(this.#home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

/** @throws Error after a minute */
async function until(what: string, condition: () => boolean): Promise<void> {
  const limit = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > limit) throw new Error(`It takes more than a minute until ${what}.`);
    await sleep(10);
  }
}
