import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { aClock, makePeople } from '../../test/people.js';
import { type Orm, openOrm } from '../database/orm.js';
import { sessionOf } from '../identity/access/caller.js';
import { callersByEmail } from '../identity/access/callers.js';
import { signingIn } from '../identity/access/sign-in-role.js';
import { makeJobs, type WorkAndPost } from '../jobs/index.js';
import { deliver } from './delivery.service.js';
import type { MailToQueue } from './post.js';
import { sendBySmtp } from './smtp.js';

let database: TestDatabase;
let orm: Orm;
let working: Orm;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.connection);
  working = openOrm(database.working);
  await makePeople(orm);
});
afterAll(async () => {
  await orm.close(true);
  await working.close(true);
  await database.drop();
});

const aSubject = 'Sujet accentué';

/** A mail server that can be told how to answer. */
class Server {
  readonly #received: Email[] = [];
  onData: SMTPServerOptions['onData'] | undefined;
  #server: SMTPServer | undefined;
  #port = 0;

  /** What came, without the digests of the people of the tests. */
  get received(): Email[] {
    return this.#received.filter(({ subject }) => subject === aSubject);
  }
  forget(): void {
    this.#received.length = 0;
  }
  get url(): string {
    return `smtp://127.0.0.1:${this.#port}?ignoreTLS=true`;
  }
  async up(options: SMTPServerOptions = {}): Promise<void> {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        if (this.onData) return this.onData(stream, session, done);
        buffer(stream)
          .then((content) => PostalMime.parse(content))
          .then((mail) => {
            this.#received.push(mail);
            done();
          }, done);
      },
      ...options,
    });
    this.#server.on('error', () => undefined);
    const { server } = this.#server;
    this.#server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

const log = { error: vi.fn(), warn: vi.fn() } as unknown as FastifyBaseLogger;
const server = new Server();
let running: WorkAndPost[] = [];
const start = (demo = false, withServer = true): WorkAndPost => {
  const jobs = makeJobs(
    {
      orm: working,
      connection: database.working,
      owner: database.connection,
      config: {
        smtp: withServer ? { url: server.url, from: 'Parvis <parvis@example.org>' } : undefined,
        demo,
        backups: undefined,
        clock: aClock(),
      },
      publicUrl: () => 'https://parvis.example.org',
      log,
    },
    { retries: { retryLimit: 5, retryDelay: 1, retryBackoff: false }, pollingIntervalSeconds: 0.5 },
  );
  running.push(jobs);
  return jobs;
};
const aMail = (given: Partial<MailToQueue> = {}): MailToQueue => ({
  accountId: '2',
  to: 'lea@voiron.test',
  kind: 'RESET',
  dedupeKey: `key ${Math.random()}`,
  subject: aSubject,
  text: 'Un lien : https://parvis.example.org/secret',
  html: '<p>Un lien</p>',
  ...given,
});
/** As the agent Léa, in a transaction of hers. */
const queue = async ({ post }: WorkAndPost, mail: MailToQueue, fail = false): Promise<void> => {
  const [lea] = await signingIn(orm.em.fork(), (em) => callersByEmail(em, 'lea@voiron.test', new Date()));
  const { caller } = lea!;
  await orm.em.fork({ session: sessionOf(caller) }).transactional(async (em) => {
    await post.queue(em, caller.dbRole, mail);
    // The role is hers again: the outbox is closed to her.
    await expect(sql`select current_user as role`.execute(em.getKysely())).resolves.toMatchObject({
      rows: [{ role: 'parvis_agent' }],
    });
    if (fail) throw new Error('the change failed');
  });
};
interface Row {
  id: string;
  status: string;
  attempts: number;
  problem: string | null;
  text: string;
}
const rows = async (key: string): Promise<Row[]> => {
  const result = await sql<Row>`select * from mail where dedupe_key = ${key}`.execute(orm.em.fork().getKysely());
  return result.rows;
};
const row = async (key: string) => (await rows(key))[0];
const becomes = (key: string, status: string) =>
  expect.poll(async () => (await row(key))?.status, { timeout: 15_000, interval: 100 }).toBe(status);

beforeEach(async () => {
  server.forget();
  server.onData = undefined;
  await server.up();
});
afterEach(async () => {
  for (const jobs of running) await jobs.stop();
  running = [];
  await server.down();
});

describe('a mail', () => {
  it('queued with a change is sent once it is committed, and its body is blanked', async () => {
    const jobs = start();
    const mail = aMail({ replyTo: 'staff@voiron.test' });
    await queue(jobs, mail);
    await becomes(mail.dedupeKey, 'SENT');
    expect(server.received).toMatchObject([
      {
        subject: mail.subject,
        text: `${mail.text}\n`,
        from: { address: 'parvis@example.org' },
        to: [{ address: mail.to }],
        replyTo: [{ address: 'staff@voiron.test' }],
      },
    ]);
    const { id, text } = (await row(mail.dedupeKey))!;
    expect(server.received[0]!.messageId).toBe(`<parvis-${id}@parvis.example.org>`);
    expect(text).toBe('');
  });
  it('of a change that failed is neither there nor sent', async () => {
    const jobs = start();
    const mail = aMail();
    await expect(queue(jobs, mail, true)).rejects.toThrow('the change failed');
    const sentinel = aMail();
    await queue(jobs, sentinel);
    await becomes(sentinel.dedupeKey, 'SENT');
    expect(await rows(mail.dedupeKey)).toEqual([]);
    expect(server.received).toHaveLength(1);
  });
  it('queued twice under one key is one mail, at the same moment too', async () => {
    const jobs = start();
    const mail = aMail();
    await Promise.all([queue(jobs, mail), queue(jobs, mail)]);
    await queue(jobs, mail);
    await becomes(mail.dedupeKey, 'SENT');
    expect(await rows(mail.dedupeKey)).toHaveLength(1);
    expect(server.received).toHaveLength(1);
  });
  it('waits while the mail server is down, and leaves when it is back', async () => {
    await server.down();
    const jobs = start();
    const mail = aMail();
    await queue(jobs, mail);
    await expect.poll(async () => (await row(mail.dedupeKey))?.attempts, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(async () => (await row(mail.dedupeKey))?.problem, { timeout: 10_000 }).toMatch(/ECONNREFUSED/);
    expect((await row(mail.dedupeKey))?.text).toBe(mail.text);
    await server.up();
    await becomes(mail.dedupeKey, 'SENT');
    expect(server.received).toHaveLength(1);
  });
  it('that the server puts off is tried again, one that it refuses is not', async () => {
    let answers = [451];
    server.onData = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => {
        const code = answers.shift();
        done(code ? Object.assign(new Error('Not now'), { responseCode: code }) : null);
      });
    };
    const jobs = start();
    const later = aMail();
    await queue(jobs, later);
    await becomes(later.dedupeKey, 'SENT');
    expect((await row(later.dedupeKey))?.attempts).toBe(2);
    answers = [550, 550];
    const never = aMail();
    await queue(jobs, never);
    await becomes(never.dedupeKey, 'FAILED');
    expect(await row(never.dedupeKey)).toMatchObject({ attempts: 1, text: '' });
    expect(answers).toEqual([550]);
  });
  it('is sent by one of two workers', async () => {
    const [one] = [start(), start()];
    for (const jobs of running) jobs.start();
    const mails = Array.from({ length: 8 }, () => aMail());
    for (const mail of mails) await queue(one, mail);
    for (const mail of mails) await becomes(mail.dedupeKey, 'SENT');
    expect(server.received).toHaveLength(8);
  });
  it('of a crash between handing over and noting it is never sent again', async () => {
    const mail = aMail({ to: 'agent@demo.parvis.invalid' });
    await queue(start(true, false), mail);
    const { id } = (await row(mail.dedupeKey))!;
    await sql`update mail set status = 'QUEUED' where id = ${id}`.execute(orm.em.fork().getKysely());
    const carrier = {
      from: 'parvis@example.org',
      host: 'parvis.example.org',
      send: async () => {
        throw new Error('the process dies here');
      },
    };
    await expect(deliver(orm.em.fork(), carrier, id, false)).rejects.toThrow('dies here');
    expect(await row(mail.dedupeKey)).toMatchObject({ status: 'SENDING' });
    await deliver(orm.em.fork(), { ...carrier, send: (message) => sendBySmtp(server.url, message) }, id, false);
    expect(server.received).toEqual([]);
  });
  it('whose server breaks off once it has the message is not sent again, since nobody can say whether it left', async () => {
    const answers = ['250 hello', '250 from', '250 to', '354 go on'];
    const breaking = createServer((socket) => {
      socket.write('220 here\r\n');
      socket.on('data', (data) => {
        const answer = answers.shift();
        if (answer) socket.write(`${answer}\r\n`);
        else if (data.includes('\r\n.\r\n')) socket.destroy();
      });
    });
    breaking.listen(0, '127.0.0.1');
    await once(breaking, 'listening');
    const { port } = breaking.address() as AddressInfo;
    const message = {
      from: 'a@example.org',
      to: 'b@example.org',
      messageId: '<x@y>',
      subject: 's',
      text: 't',
      html: 'h',
    };
    expect(await sendBySmtp(`smtp://127.0.0.1:${port}`, message)).toMatchObject({ outcome: 'UNKNOWN' });
    breaking.close();
  });
  it('stays on the spot in the demonstration, for its people alone, and is not made where there is no post', async () => {
    const mail = aMail({ to: 'personnel@demo.parvis.invalid' });
    await queue(start(true, false), mail);
    expect(await row(mail.dedupeKey)).toMatchObject({ status: 'SENT', text: mail.text });
    for (const [demo, to] of [
      [true, 'somebody@voiron.test'],
      [false, 'somebody@voiron.test'],
      [false, 'agent@demo.parvis.invalid'],
    ] as const) {
      const none = aMail({ to });
      await queue(start(demo, false), none);
      expect(await rows(none.dedupeKey), to).toEqual([]);
    }
    const toPersona = aMail({ to: 'agent@demo.parvis.invalid' });
    await queue(start(true), toPersona);
    expect(await row(toPersona.dedupeKey)).toMatchObject({ status: 'SENT' });
    expect(server.received).toEqual([]);
  });
});
