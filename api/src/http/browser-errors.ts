import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotSignedIn } from '../base/shared.errors.js';
import type { Caller } from '../identity/access/caller.js';
import type { Metrics } from './metrics.js';
import { serveOwnPages } from './own-pages.js';
import { valuesOf } from './values.js';

interface BrowserErrorDependencies {
  /** Who asks, looked up once a request. */
  callerOf(request: FastifyRequest): Promise<Caller>;
  publicUrl(): string;
  metrics: Metrics;
}

/** What our pages send of an error (`admin/src/lite/kit/browser-errors.ts`): nothing that was typed, no query, no fragment. */
const shape = z.strictObject({
  /** Which of the built pages. */
  entry: z.enum(['admin', 'agent', 'sign-in', 'mailbox']),
  /** The address, without what differs from thing to thing: `/guichets/:id`. */
  page: z.string().regex(/^\/[a-z:/-]{0,100}$/),
  name: z.string().regex(/^\w{0,60}$/),
  message: z.string().max(300),
  /** Function, file, line and column: `show /assets/index-0a1b.js:1:234`. */
  frames: z.array(z.string().regex(/^[\w$.<>/ @-]{0,180}:\d{1,7}:\d{1,7}$/)).max(10),
});

/** One minute's, of one network: a fault that a whole town hall meets is told by some of them. */
const linesAMinute = 30;

/** Takes what went wrong in a browser into the log, where nobody would hear of it otherwise: from people, and from the page to sign in. */
export const serveBrowserErrors = (
  server: FastifyInstance,
  { callerOf, publicUrl, metrics }: BrowserErrorDependencies,
) =>
  server.register(async (scope) => {
    const refused = () => metrics.refused('browser-errors');
    await serveOwnPages(scope, { requestsAMinute: linesAMinute, bodyLimit: 4096, publicUrl, refused });
    scope.post('/browser-errors', async (request, reply) => {
      const error = valuesOf(shape, request.body);
      const { role, accountId } = await callerOf(request);
      if (role === 'ANONYMOUS' && error.entry !== 'sign-in') throw new NotSignedIn();
      metrics.metInBrowser(error.entry);
      request.log.warn({ role, account: accountId, browser: error }, 'Browser error');
      return reply.code(204).send();
    });
  });
