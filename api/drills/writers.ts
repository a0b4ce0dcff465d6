import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is known of one write: an organisation of a name of its own, added and then changed, or what should be refused. */
export interface Write {
  name: string;
  siren: string | null;
  requestKey: string;
  /**
   * `added` and `changed` were acknowledged, `refused` was refused; of `unknown` nobody knows whether the server did it before
   * the answer was lost.
   */
  fate: 'added' | 'changed' | 'refused' | 'unknown';
}

type Answer = { data?: { done: { id: string; revision: number } }; errors?: { extensions: { code: string } }[] };

/** Codes of answers that leave open what became of a write. */
const open = ['UNAVAILABLE', 'INTERNAL'];

/** Clients that write without pause, and note what was acknowledged. */
export class Writers {
  readonly writes: Write[] = [];
  #stopped = false;
  /** What a client met that should not be; it is thrown to whoever asks next. */
  #fault: unknown;
  readonly #clients: Promise<void>[];

  /** @param round a word for the names, which no other round has */
  constructor(url: string, cookie: string, round: string, clients = 3) {
    this.#clients = Array.from({ length: clients }, (_, index) =>
      this.#run(url, cookie, `drill ${round}-${index}`).catch((error: unknown) => {
        this.#fault ??= error;
      }),
    );
  }

  get acknowledged(): number {
    if (this.#fault) throw this.#fault;
    return this.writes.filter(({ fate }) => fate === 'added' || fate === 'changed').length;
  }

  /** No further write is begun; those under way end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#clients);
    if (this.#fault) throw this.#fault;
  }

  async #run(url: string, cookie: string, prefix: string): Promise<void> {
    for (let number = 0; !this.#stopped; number++) {
      const name = `${prefix}-${number}`;
      // A SIREN whose last figure is wrong is refused.
      const siren = number % 4 === 3 ? '243800985' : null;
      const write: Write = { name, siren, requestKey: randomUUID(), fate: 'unknown' };
      this.writes.push(write);
      const added = await add(url, cookie, write);
      if (write.fate === 'unknown') await sleep(20);
      if (typeof added === 'string') continue;
      const changed = await mutate(url, cookie, update, { ...added, input: { kind: 'CCAS' } });
      if (changed === 'refused') throw new Error(`The change of ${name} should not have been refused.`);
      // Else it stays `added`: that much is known.
      if (changed !== 'unknown') write.fate = 'changed';
    }
  }
}

/** Adds an organisation, and notes what became of it. @throws Error for an answer that should be another */
async function add(url: string, cookie: string, write: Write): ReturnType<typeof mutate> {
  const { name, siren, requestKey } = write;
  const added = await mutate(url, cookie, create, { input: { name, kind: 'ASSOCIATION', siren }, requestKey });
  write.fate = typeof added === 'string' ? added : 'added';
  if (siren && write.fate === 'added') throw new Error(`${name} should have been refused.`);
  if (!siren && write.fate === 'refused') throw new Error(`${name} should not have been refused.`);
  return added;
}

/** Asks again for what nobody knows of, with the same keys, until all is known. @throws Error after a minute */
export async function askAgain(url: string, cookie: string, writes: readonly Write[]): Promise<void> {
  const limit = performance.now() + 60_000;
  for (const write of writes)
    while (write.fate === 'unknown') {
      if (performance.now() > limit) throw new Error(`It takes more than a minute until ${write.name} is known.`);
      if ((await add(url, cookie, write)) === 'unknown') await sleep(50);
    }
}

const create =
  'mutation ($input: OrganisationCreateInput!, $requestKey: UUID!) { done: createOrganisation(input: $input, requestKey: $requestKey) { id revision } }';
const update =
  'mutation ($id: ID!, $revision: Int!, $input: OrganisationUpdateInput!) { done: updateOrganisation(id: $id, revision: $revision, input: $input) { id revision } }';

async function mutate(
  url: string,
  cookie: string,
  query: string,
  variables: object,
): Promise<{ id: string; revision: number } | 'refused' | 'unknown'> {
  let answer: Answer;
  try {
    const sent = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    answer = (await sent.json()) as Answer;
  } catch {
    // The connection broke, or the answer was cut.
    return 'unknown';
  }
  if (answer.data?.done) return answer.data.done;
  const code = answer.errors?.[0]?.extensions.code ?? 'INTERNAL';
  if (code === 'UNAUTHENTICATED') throw new Error('The session was acknowledged, and is gone.');
  return open.includes(code) ? 'unknown' : 'refused';
}
