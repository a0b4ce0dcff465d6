import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Check } from '../health/readiness.js';
import { addresses } from './addresses.js';

/**
 * `/health/live`: this process answers, which touches nothing else. `/health/ready`, and `/health`: it can serve people; else 503. Of what
 * lacks the name is said, and why is in the log.
 */
export const serveHealth = (server: FastifyInstance, readiness: () => Promise<Check[]>): void => {
  const { health, live, ready } = addresses;
  server.get(live, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  const answer = async (_request: unknown, reply: FastifyReply) => {
    const checks = await readiness();
    const ok = checks.every((check) => check.ok);
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ok ? 'ok' : 'unavailable', checks });
  };
  server.get(health, answer);
  server.get(ready, answer);
};
