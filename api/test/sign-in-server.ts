import cookie from '@fastify/cookie';
import Fastify, { type InjectOptions } from 'fastify';
import { type Orm, openOrm } from '../src/database/orm.js';
import { serveSignIn } from '../src/http/sign-in.js';
import { Journal } from '../src/identity/journal/journal.js';
import { noPost, type Post } from '../src/mail/post.js';
import { createTestDatabase } from './database.js';
import { aClock, makePeople, password } from './people.js';

type More = Partial<InjectOptions>;

/** Sign-in over HTTP, as the application serves it, for the people of `people.ts`. */
export interface SignInServer {
  /** As the owner of the tables, for what a test makes and looks up. */
  orm: Orm;
  /** As the application, which owns nothing. */
  working: Orm;
  /** Of the serving now. */
  journal: Journal;
  /** Of the serving now; tests move it. */
  clock: ReturnType<typeof aClock>;
  /** Lets time pass for the counts of tries, which go by the machine's. */
  agePauses(minutes: number): Promise<void>;
  /** Serves anew: a fresh clock, and no wrong try remembered. */
  serve(options?: { demo?: boolean; publicUrl?: string; post?: Post; trustProxy?: boolean }): Promise<void>;
  /** Opens a port of this machine. @returns its address, without a final slash */
  listen(): Promise<string>;
  inject(options: InjectOptions): Promise<Answer>;
  /** Posts JSON to an address below `/auth`. */
  post(url: string, payload: object, more?: More): Promise<Answer>;
  signIn(email: string, password?: string, more?: More): Promise<Answer>;
  /** Asks whose session the cookies open. */
  session(cookies: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}
export interface Answer {
  statusCode: number;
  headers: Record<string, unknown>;
  cookies: { name: string; value: string }[];
  json(): Record<string, unknown>;
}

/** The cookies that an answer sets, to be sent with the next request. */
export const cookiesOf = ({ cookies }: Answer): Record<string, string> =>
  Object.fromEntries(cookies.map(({ name, value }) => [name, value]));

/** @param shared another such server, whose database stays as it is */
export const startSignIn = async (shared?: Pick<SignInServer, 'orm' | 'working'>): Promise<SignInServer> => {
  const database = shared ? undefined : await createTestDatabase();
  const { orm, working } = database
    ? { orm: openOrm(database.connection), working: openOrm(database.working) }
    : (shared ?? {});
  if (!orm || !working) throw new Error('A database is made or shared.');
  if (database) await makePeople(orm);
  let http = Fastify();
  let journal = new Journal({ system: () => working.em.fork(), log: http.log });
  const started: SignInServer = {
    orm,
    working,
    journal,
    clock: aClock(),
    async agePauses(minutes) {
      await orm.em.fork().execute(`update attempt set expire = expire - ${minutes * 60_000}`);
    },
    async serve({ demo = false, publicUrl = 'http://localhost:4000', post = noPost, trustProxy = false } = {}) {
      started.clock = aClock();
      await http.close();
      http = Fastify({ trustProxy });
      if (database) await orm.em.fork().execute('delete from attempt; delete from known_device');
      await http.register(cookie);
      journal = new Journal({ system: () => working.em.fork(), log: http.log });
      started.journal = journal;
      const clock = { now: () => started.clock.now() };
      await serveSignIn(http, {
        orm: working,
        clock,
        demo: { isOpen: async () => demo },
        publicUrl: () => publicUrl,
        post,
        journal,
        refused: () => undefined,
      });
    },
    listen: () => http.listen({ port: 0, host: '127.0.0.1' }),
    inject: (options) => http.inject(options),
    post: (url, payload, more = {}) => http.inject({ ...more, method: 'POST', url: `/auth/${url}`, payload }),
    signIn: (email, given = password, more = {}) => started.post('sign-in', { email, password: given }, more),
    session: (cookies) => http.inject({ url: '/auth/session', cookies }),
    async close() {
      await http.close();
      if (!database) return;
      await orm.close(true);
      await working.close(true);
      await database.drop();
    },
  };
  await started.serve();
  return started;
};
