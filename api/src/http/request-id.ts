import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Trust } from './proxies.js';

const header = 'x-request-id';
/** As proxies make them: letters and figures that mean nothing, no longer than the journal of security keeps. */
const shape = /^[\w-]{16,60}$/;

/** The id of a request: the server's own, or that of a proxy which we trust and which has written it down already. */
export const requestIds =
  (trusts: Trust) =>
  ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string => {
    const given = headers[header];
    const taken = typeof given === 'string' && shape.test(given) && trusts(socket.remoteAddress ?? '', 0);
    return taken ? given : crypto.randomUUID();
  };

/** Every answer has the id by which the log knows its request. */
export const tellRequestIds = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (request, reply) => void reply.header(header, request.id));
};
