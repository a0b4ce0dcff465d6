import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Refusal } from '../../base/refusal.js';
import { projectRoot } from '../../project.js';
import { Turns } from '../../read/turns.js';
import { childEnvironment } from './child-environment.js';
import * as refusals from './document.errors.js';

/** What to look into: a template, or a PDF by its place on disk. */
export type Reading = { kind: 'template'; content: Uint8Array } | { kind: 'pdf'; path: string };

/** A refusal on its way from one process to another. */
export interface SentRefusal {
  name: string;
  faults?: SentRefusal[];
}
export type Verdict = { refusal?: SentRefusal } | { error: string };

/** A file could not be looked into, for a reason that nobody foresaw. */
export class FileNotRead extends Error {
  override readonly name = 'FileNotRead';
}

/** How long one file may take, in milliseconds, and megabytes of memory. Those that people make take less than a second. */
export const readingLimits = { time: 20_000, heap: 256 };

export const sent = (refusal: Refusal): SentRefusal => ({
  ...refusal,
  name: refusal.name,
  ...(refusal instanceof refusals.TemplateBroken ? { faults: refusal.faults.map(sent) } : {}),
});

const received = ({ name, faults, ...rest }: SentRefusal): Refusal => {
  const type: { prototype: object } | undefined = Reflect.get(refusals, name);
  if (!type) throw new FileNotRead(`An unknown refusal: ${name}.`);
  return Object.assign(Object.create(type.prototype), rest, { name }, faults ? { faults: faults.map(received) } : {});
};

// Run from the sources, as tests are, the process is in TypeScript too.
const script = fileURLToPath(
  new URL(`./reading.process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);
const fromSources = script.endsWith('.ts') ? ['--import', 'tsx'] : [];

/** One file of an account at a time: whoever sends many of them waits for their own. */
const turns = new Turns(1);

const look = (reading: Reading, { time, heap }: typeof readingLimits): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(script, {
      cwd: projectRoot,
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heap}`, ...fromSources],
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, time);
    let verdict: Verdict | undefined;
    child.on('message', (given) => {
      verdict = given as Verdict;
      child.kill('SIGKILL');
    });
    child.on('error', (error) => reject(new FileNotRead(error.message)));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (verdict && 'error' in verdict) reject(new FileNotRead(verdict.error));
      else if (verdict) verdict.refusal ? reject(received(verdict.refusal)) : resolve();
      else if (late) reject(new refusals.FileTooSlow(time / 1000));
      // As V8 ends a process that has no memory left.
      else if (signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134) reject(new refusals.FileTooHeavy());
      else reject(new FileNotRead(`The process that reads it ended: ${signal ?? code}.`));
    });
    child.send(reading, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });

/**
 * Looks into a file that somebody sent, in a process of its own with limits of time and memory: what a file makes its reader do is
 * not the API's, and whatever it is, `/health` answers.
 *
 * @throws the refusals of `checkTemplate` and `checkPdf`, FileTooSlow, FileTooHeavy, FileNotRead
 */
export const lookInto = (accountId: string | undefined, reading: Reading, limits = readingLimits): Promise<void> =>
  turns.during(accountId ?? '', () => look(reading, limits));
