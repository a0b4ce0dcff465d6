import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseProblem } from './problem.js';
import { processesIn, processState, workingFolder } from './processes.js';
import type { RunProgram } from './programs.js';

/** The server process of one data folder: is it there, start it, stop it. */
export interface Postmaster {
  /** What `postmaster.pid` says of a server that really runs; `undefined` when none does. */
  running(): { pid: number; port: number; socketFolder: string } | undefined;
  /** Starts it, recovering by itself from an unclean end, and returns when it accepts connections. */
  start(socketFolder?: string): Promise<void>;
  /**
   * Ends its sessions and writes everything to disk (PostgreSQL's "fast" shutdown); when that takes more than three seconds, it ends
   * at once, and the next start writes from its log what is missing. Nothing when it does not run.
   */
  stop(): Promise<void>;
}

const logLimit = 10_000_000;
const startLimit = '600';
/** In seconds: for PostgreSQL to write everything to disk, then to end as it is. */
const stopLimits = { fast: '3', immediate: '1' };

export function postmaster(home: string, run: RunProgram): Postmaster {
  const data = path.join(home, 'data');
  const pidFile = path.join(data, 'postmaster.pid');
  const log = path.join(home, 'server.log');

  const pidFileLines = () => (existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : undefined);

  function running() {
    const lines = pidFileLines();
    const pid = Number(lines?.[0]);
    if (!lines || !pid || processState(pid) !== 'running') return undefined;
    // After a reboot, or in a new container, the number may have gone to another program.
    const folder = workingFolder(pid);
    if (folder !== undefined && folder !== data) return undefined;
    return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '' };
  }

  /** Waits for the children of a dead server, then removes stale pid and socket files: a reused pid would look alive. */
  async function clearRemains(socketFolder: string | undefined) {
    for (let waited = 0; processesIn(data).length > 0; waited += 100) {
      if (waited > 30_000) {
        throw new DatabaseProblem(
          `The embedded PostgreSQL was killed and left processes behind (${processesIn(data).join(', ')}): end them, then start again.`,
        );
      }
      await sleep(100);
    }
    rmSync(pidFile, { force: true });
    if (socketFolder)
      for (const file of readdirSync(socketFolder)) rmSync(path.join(socketFolder, file), { force: true });
  }

  return {
    running,
    async start(socketFolder) {
      await clearRemains(socketFolder);
      if (existsSync(log) && statSync(log).size > logLimit) renameSync(log, `${log}.1`);
      const { code } = await run('pg_ctl', ['start', '-w', '-s', '-t', startLimit, '-D', data, '-l', log]);
      if (code === 0) return;
      throw new DatabaseProblem(`The embedded PostgreSQL did not start: ${lastComplaint(log)} (see ${log})`);
    },
    async stop() {
      if (!running()) return;
      const stop = (mode: keyof typeof stopLimits) =>
        run('pg_ctl', ['stop', '-w', '-s', '-m', mode, '-t', stopLimits[mode], '-D', data]);
      const { code } = await stop('fast');
      if (code === 0 || !running()) return;
      const { output } = await stop('immediate');
      if (running()) throw new DatabaseProblem(`The embedded PostgreSQL did not stop: ${output}`);
    },
  };
}

function lastComplaint(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  const complaint =
    lines.findLast((line) => /FATAL|PANIC|could not|error/i.test(line)) ?? lines.at(-1) ?? 'no reason was given';
  return complaint.replace(/^.*?(FATAL|PANIC|ERROR|LOG):\s*/, '');
}
