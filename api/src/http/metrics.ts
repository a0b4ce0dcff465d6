import { createHash, timingSafeEqual } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ErrorCode } from '../base/codes.js';
import type { Config } from '../config.js';
import { addresses, routeOf } from './addresses.js';

/** What is counted while people are served, for Prometheus. Labels come from lists of ours: nobody adds series by what they send. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Histogram({
    name: 'parvis_http_request_duration_seconds',
    help: 'HTTP requests answered, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers: [this.registry],
  });
  readonly #operations = new Counter({
    name: 'parvis_graphql_operations_total',
    help: 'GraphQL operations answered, by the name that our pages give them, else other, and by the code of the first error, else OK.',
    labelNames: ['operation', 'code'],
    registers: [this.registry],
  });
  readonly #refusals = new Counter({
    name: 'parvis_throttle_refusals_total',
    help: 'Requests refused because there were too many: wrong passwords, mails asked for, or requests of one network.',
    labelNames: ['limit'],
    registers: [this.registry],
  });

  readonly #browserErrors = new Counter({
    name: 'parvis_browser_errors_total',
    help: 'Errors that pages met in browsers and told of.',
    labelNames: ['entry'],
    registers: [this.registry],
  });

  /** Counts and times every request of a server. */
  watch(server: FastifyInstance): void {
    server.addHook('onResponse', async (request, { statusCode, elapsedTime }) =>
      this.#requests.observe(
        { method: request.method, route: routeOf(request), status: statusCode },
        elapsedTime / 1000,
      ),
    );
  }

  /** @param operation a bounded name (`nameOfOperation`) */
  answered(operation: string, code: ErrorCode | 'OK'): void {
    this.#operations.inc({ operation, code });
  }

  /** @param entry which of the built pages */
  metInBrowser(entry: string): void {
    this.#browserErrors.inc({ entry });
  }

  /** @param limit which one refused, such as `sign-in` */
  refused(limit: string): void {
    this.#refusals.inc({ limit });
  }
}

interface Opening {
  metrics: Metrics;
  config: Pick<Config, 'metrics'>;
  /** Brings up to date what is not counted as it happens. It never throws. */
  refresh(): Promise<void>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Opens `/metrics` on a port of its own (`METRICS_PORT`), else on this server for whoever has the token (`METRICS_TOKEN`), else
 * nowhere: 404, as any address that does not exist. With both, the port asks for the token too.
 *
 * @returns the server of that port, which does not listen yet
 */
export const serveMetrics = (
  server: FastifyInstance,
  { metrics: { registry }, config, refresh }: Opening,
): FastifyInstance | undefined => {
  const { port, token } = config.metrics;
  // Nothing else answers for that address either: without a route it would be a page of the staff's.
  if (port !== undefined || token === undefined)
    server.get(addresses.metrics, (_request, reply) => reply.callNotFound());
  if (port === undefined && token === undefined) return undefined;
  collectDefaultMetrics({ register: registry });
  const expected = token === undefined ? undefined : digest(`Bearer ${token}`);
  const serve = (on: FastifyInstance): void => {
    on.get(addresses.metrics, async ({ headers }, reply: FastifyReply) => {
      if (expected && !timingSafeEqual(digest(headers.authorization ?? ''), expected)) return reply.callNotFound();
      await refresh();
      return reply
        .header('cache-control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    });
  };
  if (port === undefined) {
    serve(server);
    return undefined;
  }
  const own = Fastify({ forceCloseConnections: true });
  serve(own);
  return own;
};
