import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../identity/access/caller.js';
import { askedByMachines, assetsRoute, routeOf } from './addresses.js';

interface AccessLogDependencies {
  /** Who asked, if that was looked up. */
  callerOf(request: FastifyRequest): Promise<Caller> | undefined;
  /** The GraphQL operation, by its bounded name. */
  operationOf(request: FastifyRequest): string | undefined;
}

/** Asked every few seconds, or many at once: worth a line to who looks for a fault alone. */
const quiet: readonly string[] = [...askedByMachines, assetsRoute];

/**
 * One line a request, once it is answered or given up by who asked: what was asked by which role and account, how long it took in
 * milliseconds, and how many bytes left, headers among them. No query string, no name, no network address.
 */
export const logRequests = (server: FastifyInstance, { callerOf, operationOf }: AccessLogDependencies): void => {
  const write = async (request: FastifyRequest, reply: FastifyReply, sentBefore: number): Promise<void> => {
    const route = routeOf(request);
    const caller = await callerOf(request)?.catch(() => undefined);
    request.log[quiet.includes(route) ? 'debug' : 'info'](
      {
        method: request.method,
        route,
        operation: operationOf(request),
        role: caller?.role,
        account: caller?.accountId,
        ms: Math.round(reply.elapsedTime),
        ...(reply.raw.writableFinished ? { status: reply.statusCode } : { aborted: true }),
        bytes: request.socket.bytesWritten - sentBefore,
      },
      'Request',
    );
  };
  server.addHook('onRequest', async (request, reply) => {
    const { bytesWritten } = request.socket;
    // The hook for answers is not called where nobody waited for one.
    reply.raw.once('close', () => void write(request, reply, bytesWritten));
  });
};
