import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export type ProcessState = 'running' | 'zombie' | 'gone';

/**
 * What a process number stands for. A zombie (killed, not yet reaped by its parent) still answers to
 * `kill(pid, 0)`, which is why PostgreSQL and pg_ctl take it for a live server.
 */
export function processState(pid: number): ProcessState {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'gone';
  }
  const state = stat(pid)?.state ?? psField(pid, 'stat')?.[0];
  return state === 'Z' || state === 'X' ? 'zombie' : 'running';
}

/** When a process began, as an opaque text: the same number with another beginning is another process. */
export function processBeginning(pid: number): string | undefined {
  return stat(pid)?.startTime ?? psField(pid, 'lstart');
}

/** The processes whose working folder is this one, which is what every PostgreSQL process has. Linux only: elsewhere none. */
export function processesIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === folder && processState(pid) === 'running');
}

/** `undefined` when it cannot be known: not Linux, gone, or not ours to look at. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Fields 3 and 22 of `/proc/<pid>/stat`; the second field may hold spaces and parentheses. */
function stat(pid: number): { state: string | undefined; startTime: string | undefined } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startTime: fields[19] };
  } catch {
    return undefined;
  }
}

function psField(pid: number, field: 'stat' | 'lstart'): string | undefined {
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
