import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { findSignedIn } from '../identity/access/callers.js';
import type { SecurityNote } from '../identity/journal/journal.js';
import {
  changeOwnPassword,
  endOwnSessions,
  enterOwnAccount,
  ownSessions,
} from '../identity/sign-in/own-access.service.js';
import type { Throttle } from '../identity/sign-in/throttle.js';
import { deviceSecret, giveCookies, giveDeviceCookie, sessionSecret } from './cookies.js';
import { passwordText, text, valuesOf } from './values.js';

interface Dependencies {
  system(): EntityManager;
  clock: Clock;
  throttle: Throttle;
  /** Notes something in the journal of security. */
  note(request: FastifyRequest, note: SecurityNote): void;
  /** Notes a refusal there that keeps somebody out, and throws it on. */
  noteFailure(request: FastifyRequest, whose: Pick<SecurityNote, 'accountId'>): (error: unknown) => never;
}

const bodies = {
  password: z.object({ present: text, password: passwordText }),
  // The id of one session, or all but the one that asks.
  end: z.object({ session: text }),
  account: z.object({ id: text }),
};

/** One's own password, sessions and choice of an account, below `/auth`: for whoever is signed in. */
export const serveOwnAccess = (
  auth: FastifyInstance,
  { system, clock, throttle, note, noteFailure }: Dependencies,
): void => {
  auth.post('/password', async (request, reply) => {
    const change = {
      ...valuesOf(bodies.password, request.body),
      session: sessionSecret(request),
      address: request.ip,
      device: deviceSecret(request),
    };
    const changed = await changeOwnPassword(system(), throttle, change, clock.now()).catch(async (error: unknown) => {
      const owner = await findSignedIn(system(), change.session, clock.now()).catch(() => undefined);
      if (!owner) throw error;
      return noteFailure(request, { accountId: owner.caller.accountId })(error);
    });
    note(request, { kind: 'PASSWORD_CHANGED', accountId: changed.accountId });
    giveDeviceCookie(request, reply, changed.device);
    return reply.code(204).send();
  });

  auth.post('/account', async (request, reply) => {
    const { id } = valuesOf(bodies.account, request.body);
    const entered = await enterOwnAccount(system(), sessionSecret(request), id, clock.now());
    note(request, { kind: 'SIGN_IN', accountId: entered.accountId, detail: 'account' });
    giveCookies(request, reply, entered);
    return reply.code(204).send();
  });

  auth.get('/sessions', async (request) => ownSessions(system(), sessionSecret(request), clock.now()));

  auth.post('/sessions/end', async (request, reply) => {
    const { session } = valuesOf(bodies.end, request.body);
    await endOwnSessions(system(), sessionSecret(request), session, clock.now());
    return reply.code(204).send();
  });
};
