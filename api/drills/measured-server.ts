// The application in a process of its own, on a given database, so that its memory can be measured apart from that of who asks:
// `lines.ts` forks it. It tells its parent where it listens and the cookie of the EPCI's staff; then, on each message, its memory.

import { createApp } from '../src/app.js';
import { pinnedClock } from '../src/clock.js';
import { readConfig } from '../src/config.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { callersByEmail } from '../src/identity/access/callers.js';
import { signingIn } from '../src/identity/access/sign-in-role.js';
import { openSession } from '../src/identity/sign-in/sessions.service.js';
import { TODAY } from './network.js';

/** In bytes, after a collection of garbage. */
export interface Memory {
  /** Objects, and the buffers that they hold. */
  held: number;
  /** What the system has given to the process. */
  resident: number;
}

/** What the parent is told once the application listens. */
export interface Listening {
  url: string;
  cookie: string;
}

const [given = '', staff = ''] = process.argv.slice(2);
const connection = JSON.parse(given) as DatabaseConnection;
const app = await createApp(
  connection,
  readConfig({ LOG_LEVEL: 'warn', PORT: '0', PARVIS_DEMO: '0', PARVIS_TODAY: TODAY }),
);
const url = await app.server.listen({ port: 0, host: '127.0.0.1' });
const now = pinnedClock(TODAY).now();
const { secret } = await signingIn(app.orm.em.fork(), async (em) => {
  const [found] = await callersByEmail(em, staff, now);
  if (!found?.caller.accountId) throw new Error(`There is no account ${staff}.`);
  return openSession(em, { id: found.caller.accountId, role: 'EPCI_STAFF' }, now);
});

const measure = (): Memory => {
  if (!global.gc) throw new Error('Start it with --expose-gc.');
  // What the first one lets go of has finalizers, which the second one sees the end of.
  global.gc();
  global.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: heapUsed + external, resident: rss };
};
process.on('message', (message) => {
  if (message === 'memory') process.send?.(measure());
  else void app.close().then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(1));
process.send?.({ url, cookie: `parvis_session=${secret}` } satisfies Listening);
