import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.js';
import { healthAddresses } from './health.js';

interface AccessLogDependencies {
  /** Who asked, if that was looked up. */
  callerOf(request: FastifyRequest): Promise<Caller> | undefined;
  /** The GraphQL operation, by its bounded name. */
  operationOf(request: FastifyRequest): string | undefined;
}

/** Files of the build have a route each, which the next build renames. */
const assets = '/assets/*';

/** The pattern of a request's address, such as `/auth/sign-in`; `none` where no route is. It holds nothing that was typed. */
export const routeOf = ({ url, routeOptions }: Pick<FastifyRequest, 'url' | 'routeOptions'>): string =>
  url.startsWith('/assets/') ? assets : (routeOptions.url ?? 'none');

/** Asked every few seconds, or many at once: worth a line to who looks for a fault alone. */
const quiet: readonly string[] = [...healthAddresses, '/metrics', assets];

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
