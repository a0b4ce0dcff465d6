import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../project.js';
import { childEnvironment } from './child-environment.js';
import type { DocumentTags } from './document.rules.js';

/** What to make: the Word document that a template makes of tags, or the PDF typeset from it. */
export interface DocumentJob {
  format: 'docx' | 'pdf';
  template: Buffer;
  tags: DocumentTags;
}

/** What goes to the process, and what comes back. */
export interface Order {
  number: number;
  job: DocumentJob;
}
export type Answer = { number: number; content: Uint8Array } | { number: number; error: string };

/** A document that could not be made, such as one against a rule of PDF/UA: the log gets it, nobody foresaw it. */
export class DocumentNotMade extends Error {
  override readonly name = 'DocumentNotMade';
}

interface Waiting {
  resolve(content: Buffer): void;
  reject(error: Error): void;
  late: NodeJS.Timeout;
}

/** In milliseconds. */
const patience = { job: 60_000, idle: 60_000 };

// Run from the sources, as tests are, the process is in TypeScript too.
const script = fileURLToPath(
  new URL(`./press.process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);
const execArgv = ['--expose-gc', '--max-old-space-size=256', ...(script.endsWith('.ts') ? ['--import', 'tsx'] : [])];

/**
 * Makes documents in a process of its own, begun at the first one and ended when none was asked for a minute: their native
 * memory and their computing are not the API's, and a template that takes too much of either takes down that process alone.
 */
class Press {
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #count = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** @throws DocumentNotMade */
  make(job: DocumentJob): Promise<Buffer> {
    const child = this.#started();
    this.#count += 1;
    const number = this.#count;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => child.kill('SIGKILL'), patience.job);
      this.#waiting.set(number, { resolve, reject, late });
      child.send({ number, job } satisfies Order, (error) => {
        if (error) this.#taken(number)?.reject(new DocumentNotMade(error.message));
      });
    });
  }

  #started(): ChildProcess {
    clearTimeout(this.#idle);
    if (this.#child) return this.#child;
    const child = fork(script, {
      cwd: projectRoot,
      serialization: 'advanced',
      execArgv,
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (given) => this.#answered(given as Answer));
    const over = (reason: string) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      for (const number of [...this.#waiting.keys()]) this.#taken(number)?.reject(new DocumentNotMade(reason));
    };
    child.on('error', (error) => over(error.message));
    child.on('exit', (code, signal) => over(`The process that makes documents ended: ${signal ?? code}.`));
    // The application may end while it waits for work.
    child.unref();
    child.channel?.unref();
    this.#child = child;
    return child;
  }

  #answered(given: Answer): void {
    const waiting = this.#taken(given.number);
    if ('content' in given) waiting?.resolve(Buffer.from(given.content));
    else waiting?.reject(new DocumentNotMade(given.error));
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => this.end(), patience.idle);
    this.#idle.unref();
  }

  #taken(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    clearTimeout(waiting?.late);
    return waiting;
  }

  /** Ends the process, which the next document begins again; one in the middle of its work hears no word, and is killed. */
  end(): void {
    clearTimeout(this.#idle);
    const child = this.#child;
    if (this.#waiting.size > 0) {
      child?.kill('SIGKILL');
      return;
    }
    this.#child = undefined;
    if (child?.connected) child.disconnect();
  }
}

export const press = new Press();
