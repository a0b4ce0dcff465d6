import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultTemplate } from '../src/domain/document/docx.js';
import { costly } from '../test/attacks.js';
import { createTestDatabase } from '../test/database.js';
import { endMeasured, startMeasured } from './measured.js';
import type { Listening } from './measured-server.js';
import { addressEnding, makeEpcis } from './network.js';

interface Answered {
  attack: string;
  /** The refusal that was told, `null` when the file was taken. */
  name: string | null;
  expected: string | RegExp | null;
  seconds: number;
}

export interface AttacksReport {
  answers: Answered[];
  /** How long `/health` took, in milliseconds, asked without a pause while files were looked into. */
  health: { asked: number; worst: number };
}

/**
 * Sends Word documents made to hurt their reader as templates of an EPCI, and asks meanwhile whether the application is well.
 *
 * @param copies of each, at the same moment
 * @param only the attacks whose names have one of these in them
 */
export async function sendAttacks({
  copies,
  only = [''],
}: {
  copies: number;
  only?: string[];
}): Promise<AttacksReport> {
  const attacks = Object.entries(costly(defaultTemplate())).filter(([name]) => only.some((one) => name.includes(one)));
  const database = await createTestDatabase();
  let server: ChildProcess | undefined;
  try {
    const [epci] = await makeEpcis(database.connection, 1, 0);
    if (!epci) throw new Error('There is no EPCI.');
    server = startMeasured(database.connection, `staff${addressEnding(epci)}`);
    const [listening] = (await once(server, 'message')) as [Listening];
    const answers: Answered[] = [];
    const health = { asked: 0, worst: 0 };
    for (const [attack, { content: make, refusal: expected }] of attacks) {
      // Before the watch begins: making it takes this process, which asks, as long as it takes its reader.
      const content = make();
      const watch = new Watch(listening.url);
      const began = performance.now();
      const names = await Promise.all(Array.from({ length: copies }, () => put(listening, content)));
      const seconds = (performance.now() - began) / 1000;
      answers.push(...names.map((name) => ({ attack, name, expected, seconds })));
      const { asked, worst } = await watch.end();
      health.asked += asked;
      health.worst = Math.max(health.worst, worst);
    }
    return { answers, health };
  } finally {
    if (server) await endMeasured(server);
    await database.drop();
  }
}

async function put({ url, cookie }: Listening, content: Buffer): Promise<string | null> {
  const answer = await fetch(`${url}/documents/template`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.docx', cookie },
    body: new Uint8Array(content),
  });
  const told = (await answer.json()) as { name?: string };
  return answer.status === 201 ? null : (told.name ?? String(answer.status));
}

/** Asks again and again whether the application is well. */
class Watch {
  readonly #asking: Promise<void>;
  #over = false;
  #asked = 0;
  #worst = 0;

  constructor(url: string) {
    this.#asking = this.#ask(`${url}/health`);
  }

  async #ask(address: string): Promise<void> {
    while (!this.#over) {
      const began = performance.now();
      const { status } = await fetch(address);
      if (status !== 200) throw new Error(`The application is not well: ${status}.`);
      this.#asked += 1;
      this.#worst = Math.max(this.#worst, performance.now() - began);
      await sleep(20);
    }
  }

  async end(): Promise<AttacksReport['health']> {
    this.#over = true;
    await this.#asking;
    return { asked: this.#asked, worst: this.#worst };
  }
}
