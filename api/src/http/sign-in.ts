import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotSignedIn } from '../base/shared.errors.js';
import type { Clock } from '../clock.js';
import type { Orm } from '../database/orm.js';
import { refusalOf } from '../graphql/errors.js';
import { findSignedIn, idOfAccount } from '../identity/access/callers.js';
import { signingIn } from '../identity/access/sign-in-role.js';
import type { Journal, SecurityNote } from '../identity/journal/journal.js';
import type { Demo } from '../identity/sign-in/demo.js';
import { consumeLink, joinByLink, lookAtLink, remindByMail } from '../identity/sign-in/links.service.js';
import { ownAccounts } from '../identity/sign-in/own-access.service.js';
import { enterAsPersona, listPersonas } from '../identity/sign-in/personas.service.js';
import { type Entered, endSession } from '../identity/sign-in/sessions.service.js';
import { asStored, signIn } from '../identity/sign-in/sign-in.service.js';
import { mailsAllowed, Throttle, triesAllowed } from '../identity/sign-in/throttle.js';
import type { Post } from '../mail/post.js';
import { decorateCookies, deviceSecret, giveCookies, sessionSecret, takeSessionCookie } from './cookies.js';
import { acceptedLocale } from './locale.js';
import { serveOwnAccess } from './own-access.js';
import { serveOwnPages } from './own-pages.js';
import { passwordText, text, valuesOf } from './values.js';

export interface SignInDependencies {
  orm: Orm;
  clock: Clock;
  demo: Demo;
  post: Post;
  journal: Journal;
  /** Told that a limit refused a request, by its name. */
  refused(limit: string): void;
  /** Where people reach the application, without a final slash. */
  publicUrl(): string;
}

export { demoAccounts } from '../identity/sign-in/personas.service.js';

/** Requests of one network address a minute, of all kinds: far beyond what a town hall's people need, and a bound to the rest. */
const requestsAMinute = 600;

/** An address, a password and a secret are far shorter, in bytes. */
const bodyLimit = 16_384;

/** Milliseconds that asking for a link takes, more than making one does: the time it takes tells nothing. */
const forgottenTakes = 400;

const bodies = {
  signIn: z.object({ email: z.string().min(1).max(200), password: text }),
  link: z.object({ token: z.string().max(1000) }),
  token: z.object({ token: text, password: passwordText.optional(), present: z.boolean().optional() }),
  persona: z.object({ key: text }),
  forgotten: z.object({ email: z.string().min(1).max(200) }),
};

/** Signing in and out over HTTP, below `/auth`: JSON alone, from our own pages alone. Sessions are kept in the database. */
export const serveSignIn = async (
  server: FastifyInstance,
  { orm, clock, demo, publicUrl, post, journal, refused }: SignInDependencies,
): Promise<void> => {
  decorateCookies(server, publicUrl);
  const system = () => orm.em.fork();
  const counting = {
    system,
    onRefusal: refused,
    onFailure: (error: unknown) => server.log.error({ err: error }, 'Attempts could not be counted'),
  };
  const throttle = new Throttle({
    ...counting,
    name: 'sign-in',
    limits: triesAllowed,
    byLink: post.leaves,
  });
  const mailThrottle = new Throttle({
    ...counting,
    name: 'mail',
    limits: mailsAllowed,
    byLink: false,
  });

  const note = (request: FastifyRequest, noted: SecurityNote) =>
    journal.note(noted, { requestId: request.id, address: request.ip, userAgent: request.headers['user-agent'] });
  /** Notes why somebody was kept out, for the account that they tried, or those of the address that was typed. */
  const noteFailure =
    (request: FastifyRequest, whose: Pick<SecurityNote, 'email' | 'accountId'>) => (error: unknown) => {
      const { code, name: detail, field } = refusalOf(error) ?? {};
      if (code === 'UNAUTHENTICATED' || field === 'present')
        note(request, { ...whose, kind: 'SIGN_IN_FAILED', detail });
      if (code === 'RATE_LIMITED' && Reflect.get(Object(error), 'first'))
        note(request, { ...whose, kind: 'LIMIT_REACHED', detail });
      throw error;
    };

  /** Ends the session that the browser had, and gives it the new one. */
  const welcome = async (request: FastifyRequest, reply: FastifyReply, entered: Entered) => {
    await endGiven(request);
    giveCookies(request, reply, entered);
    return entered.several ? reply.send({ several: true }) : reply.code(204).send();
  };
  const comingFrom = (request: FastifyRequest) => ({
    address: request.ip,
    device: deviceSecret(request),
    userAgent: request.headers['user-agent'],
  });
  const endGiven = async (request: FastifyRequest) => {
    const secret = sessionSecret(request);
    if (secret) await signingIn(system(), (em) => endSession(em, secret));
  };

  await server.register(
    async (auth) => {
      await serveOwnPages(auth, {
        requestsAMinute,
        bodyLimit,
        publicUrl,
        refused: () => refused('requests'),
      });

      auth.post('/sign-in', async (request, reply) => {
        const values = valuesOf(bodies.signIn, request.body);
        const attempt = { ...values, ...comingFrom(request) };
        const keptOut = noteFailure(request, { email: asStored(values.email) });
        const entered = await signIn(system(), throttle, attempt, clock.now()).catch(keptOut);
        note(request, { kind: 'SIGN_IN', accountId: entered.accountId });
        return welcome(request, reply, entered);
      });

      auth.post('/sign-out', async (request, reply) => {
        await endGiven(request);
        takeSessionCookie(request, reply);
        return reply.code(204).send();
      });

      auth.get('/session', async (request) => {
        const person = await findSignedIn(system(), sessionSecret(request), clock.now());
        if (!person) throw new NotSignedIn();
        const { caller, displayName, email, digest } = person;
        const { accountId, role, locale, today } = caller;
        const account = idOfAccount(accountId);
        const accounts = await ownAccounts(system(), sessionSecret(request), clock.now());
        return { account, accounts, role, locale, displayName, email, today, digest, demo: await demo.isOpen() };
      });

      // Asked for in a body, since addresses are logged on the way.
      auth.post('/link', async (request) => {
        const { token } = valuesOf(bodies.link, request.body);
        const { purpose, email, name, epci } = await lookAtLink(system(), token, clock.now());
        return { purpose, email, name, epci };
      });

      auth.post('/token', async (request, reply) => {
        const { token, password = '', present } = valuesOf(bodies.token, request.body);
        const use = { secret: token, password, ...comingFrom(request) };
        const opened = await (present
          ? joinByLink(system(), throttle, use, clock.now())
          : consumeLink(system(), use, clock.now())
        ).catch(async (error: unknown) => {
          const owner = await lookAtLink(system(), token, clock.now()).catch(() => undefined);
          return noteFailure(request, { email: owner?.email ?? undefined })(error);
        });
        note(request, { kind: 'LINK_USED', accountId: opened.accountId });
        if (opened.proven) await throttle.forget(opened.proven);
        return welcome(request, reply, opened);
      });

      serveOwnAccess(auth, { system, clock, throttle, note, noteFailure });

      // What the page may offer: without a post, links are asked of the EPCI.
      auth.get('/options', async () => {
        const open = await demo.isOpen();
        return { mail: post.leaves || open, demo: open };
      });

      // The same answer, as late, whether there is such an account or not.
      auth.post('/forgotten', async (request, reply) => {
        const email = asStored(valuesOf(bodies.forgotten, request.body).email);
        await mailThrottle.begin({ account: email, address: request.ip }).catch(noteFailure(request, { email }));
        const remind = async () => {
          const reminded = await remindByMail(system(), post, { email, publicUrl: publicUrl(), now: clock.now() });
          for (const targetId of reminded) note(request, { kind: 'LINK_MADE', targetId, detail: 'forgotten' });
        };
        await Promise.all([
          setTimeout(forgottenTakes),
          remind().catch((error: unknown) => request.log.error({ err: error }, 'A reset link could not be queued')),
        ]);
        return reply.code(204).send();
      });

      auth.get('/personas', async (request) =>
        (await demo.isOpen()) ? listPersonas(system(), clock.now(), acceptedLocale(request)) : [],
      );

      auth.post('/persona', async (request, reply) => {
        const { key } = valuesOf(bodies.persona, request.body);
        const persona = (await demo.isOpen()) ? key : '';
        const entered = await enterAsPersona(system(), persona, clock.now(), request.headers['user-agent']);
        note(request, { kind: 'SIGN_IN', accountId: entered.accountId, detail: 'persona' });
        return welcome(request, reply, entered);
      });
    },
    { prefix: '/auth' },
  );
};
