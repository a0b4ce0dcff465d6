import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { changeOwnPassword, endOwnSessions, enterOwnAccount, ownSessions } from '../access/own-access.service.js';
import type { Throttle } from '../access/throttle.js';
import type { Clock } from '../clock.js';
import { deviceSecret, giveCookies, giveDeviceCookie, sessionSecret } from './cookies.js';
import { passwordText, text, valuesOf } from './values.js';

interface Dependencies {
  system(): EntityManager;
  clock: Clock;
  throttle: Throttle;
}

const bodies = {
  password: z.object({ present: text, password: passwordText }),
  // The id of one session, or all but the one that asks.
  end: z.object({ session: text }),
  account: z.object({ id: text }),
};

/** One's own password, sessions and choice of an account, below `/auth`: for whoever is signed in. */
export const serveOwnAccess = (auth: FastifyInstance, { system, clock, throttle }: Dependencies): void => {
  auth.post('/password', async (request, reply) => {
    const change = {
      ...valuesOf(bodies.password, request.body),
      session: sessionSecret(request),
      address: request.ip,
      device: deviceSecret(request),
    };
    giveDeviceCookie(request, reply, await changeOwnPassword(system(), throttle, change, clock.now()));
    return reply.code(204).send();
  });

  auth.post('/account', async (request, reply) => {
    const { id } = valuesOf(bodies.account, request.body);
    giveCookies(request, reply, await enterOwnAccount(system(), sessionSecret(request), id, clock.now()));
    return reply.code(204).send();
  });

  auth.get('/sessions', async (request) => ownSessions(system(), sessionSecret(request), clock.now()));

  auth.post('/sessions/end', async (request, reply) => {
    const { session } = valuesOf(bodies.end, request.body);
    await endOwnSessions(system(), sessionSecret(request), session, clock.now());
    return reply.code(204).send();
  });
};
