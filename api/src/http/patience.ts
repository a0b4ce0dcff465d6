import type { FastifyInstance } from 'fastify';
import { BodyCompressed } from '../base/shared.errors.js';

/** How long the server waits for whoever is at the other end, in milliseconds. */
export const patience = {
  /** From the connection to the end of the headers, which are one packet for anybody. */
  headers: 10_000,
  /** For a body that is read at once, a megabyte at most: a page's are some kilobytes. */
  body: 20_000,
  /** For a whole request: a signed original of 20 MB takes five minutes from a town hall that sends half a megabit a second. */
  request: 300_000,
  /** While nothing moves: longer than any answer takes, such as a document (a minute) that waits for another one. */
  idle: 150_000,
  /** Until the next request on the same connection: longer than the minute for which proxies keep theirs. */
  keptAlive: 72_000,
  /** How often Node looks for those that are late. */
  check: 5_000,
};

/** The options of Fastify and Node that keep to it. Both would wait for ever for a body, and some minutes for headers. */
export const patienceOptions = ({ headers, request, idle, keptAlive, check }: typeof patience = patience) => ({
  requestTimeout: request,
  connectionTimeout: idle,
  keepAliveTimeout: keptAlive,
  http: { headersTimeout: headers, connectionsCheckingInterval: check },
});

/**
 * Ends whoever sends a body too slowly for what it is. Fastify reads bodies at once, but for uploads, whose routes read them as they
 * come in: those have the time of a whole request.
 *
 * None may be compressed: nobody needs it, and a megabyte can unpack to a thousand, which would be unpacked before it is refused.
 */
export const limitBodies = (server: FastifyInstance, { body }: Pick<typeof patience, 'body'> = patience): void => {
  const late = new WeakMap<object, NodeJS.Timeout>();
  server.addHook('preParsing', async (request) => {
    const { 'content-encoding': encoding = 'identity' } = request.headers;
    if (encoding.trim().toLowerCase() !== 'identity') throw new BodyCompressed();
    late.set(request, setTimeout(() => request.raw.destroy(), body).unref());
  });
  // Read, or handed over to be read.
  server.addHook('preValidation', async (request) => clearTimeout(late.get(request)));
  server.addHook('onResponse', async (request) => clearTimeout(late.get(request)));
};
