import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { TooManyRequests } from '../base/shared.errors.js';
import { networkOf } from '../identity/sign-in/network-address.js';
import { answerRefusal, refuseForeign } from './refusals.js';

interface ForOwnPages {
  /** Of one network address, of all kinds. */
  requestsAMinute: number;
  /** Bytes of a body. */
  bodyLimit: number;
  publicUrl(): string;
  /** Told that the limit refused a request. */
  refused(): void;
}

/** Makes a scope of routes answer our own pages alone: JSON alone, so much of it and so often, from this site alone, kept by nobody. */
export const serveOwnPages = async (
  scope: FastifyInstance,
  { requestsAMinute, bodyLimit, publicUrl, refused }: ForOwnPages,
): Promise<void> => {
  await scope.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => networkOf(ip),
    errorResponseBuilder: (_request, { ttl }) => {
      refused();
      return new TooManyRequests(Math.ceil(ttl / 1000));
    },
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit },
    scope.getDefaultJsonParser('error', 'error'),
  );
  scope.setErrorHandler(answerRefusal);
  scope.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.method === 'POST') refuseForeign(request, publicUrl());
  });
};
