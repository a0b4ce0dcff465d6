import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.js';
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
 * One line a request, once it is answered: what was asked by which role and account, how long it took in milliseconds, and how many
 * bytes left, headers among them. No query string, no name, no network address.
 */
export const logRequests = (server: FastifyInstance, { callerOf, operationOf }: AccessLogDependencies): void => {
  const sentBefore = new WeakMap<FastifyRequest, number>();
  server.addHook('onRequest', async (request) => void sentBefore.set(request, request.socket.bytesWritten));
  server.addHook('onResponse', async (request, { statusCode, elapsedTime }) => {
    const route = routeOf(request);
    const level = quiet.includes(route) ? 'debug' : 'info';
    const caller = await callerOf(request)?.catch(() => undefined);
    const sent = request.socket.bytesWritten - (sentBefore.get(request) ?? 0);
    request.log[level](
      {
        method: request.method,
        route,
        operation: operationOf(request),
        role: caller?.role,
        account: caller?.accountId,
        ms: Math.round(elapsedTime),
        status: statusCode,
        bytes: sent,
      },
      'Request',
    );
  });
};
