import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderInUse } from './problem.js';
import { processBeginning, processState } from './processes.js';

export interface Lock {
  release(): void;
}

interface Owner {
  pid: number;
  beginning?: string | undefined;
  since: string;
}

/**
 * Takes a file that names this process as the only user of a folder, until released. The file of a dead owner
 * (nobody of that number, a zombie, or a number that went to another process) is removed.
 *
 * The file appears complete or not at all (`link` fails where the name exists), so that nobody reads half of it.
 *
 * @param patience how long to wait, in milliseconds, for an owner that is perhaps stopping
 * @throws FolderInUse that names the live owner
 */
export async function takeLock(file: string, patience: number): Promise<Lock> {
  const mine = `${file}.${process.pid}`;
  const owner: Owner = { pid: process.pid, beginning: processBeginning(process.pid), since: new Date().toISOString() };
  const text = JSON.stringify(owner);
  const deadline = performance.now() + patience;
  writeFileSync(mine, text);
  try {
    while (!link(mine, file)) {
      const held = read(file);
      if (held === undefined) continue;
      const holder = parse(held);
      if (!holder || !isAlive(holder)) removeIfStill(file, held);
      else if (performance.now() > deadline) {
        throw new FolderInUse(
          `Another Parvis (process ${holder.pid}, since ${holder.since}) already uses ${file.replace(/[^/\\]*$/, '')}. ` +
            'Stop it first, or give this one another folder with PARVIS_DATA.',
        );
      } else await sleep(100);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    release() {
      if (read(file) === text) rmSync(file, { force: true });
    },
  };
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): Owner | undefined {
  try {
    const value = JSON.parse(text) as Owner;
    return Number.isInteger(value.pid) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  if (processState(owner.pid) !== 'running') return false;
  const beginning = processBeginning(owner.pid);
  return !owner.beginning || !beginning || beginning === owner.beginning;
}

/** Two starts may judge the same dead file: the second must not remove what the first has just taken. */
function removeIfStill(file: string, expected: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== expected) link(aside, file);
  rmSync(aside, { force: true });
}
