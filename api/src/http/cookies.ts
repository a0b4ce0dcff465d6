import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceKept } from '../identity/sign-in/devices.js';
import type { Entered } from '../identity/sign-in/sessions.service.js';

const sessionCookie = 'parvis_session';
/** Says that a browser has opened accounts before. It opens none. */
const deviceCookie = 'parvis_device';

/** Name of the decorator that says whether a request came encrypted. */
const secureOf = 'isSecure';
type IsSecure = (request: FastifyRequest) => boolean;

/** Tells the server where people reach it, for `sessionSecret` and its like. */
export const decorateCookies = (server: FastifyRequest['server'], publicUrl: () => string): void => {
  server.decorate(
    secureOf,
    ((request) => publicUrl().startsWith('https:') || request.protocol === 'https') satisfies IsSecure,
  );
};

const isSecure = (request: FastifyRequest): boolean => request.server.getDecorator<IsSecure>(secureOf)(request);

/** The prefix makes browsers refuse a cookie of this name from another host of the same site. */
const nameFor = (request: FastifyRequest, name: string): string => (isSecure(request) ? `__Host-${name}` : name);

const optionsFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request) }) as const;

/** The secret that a request's cookie brings, if any. */
export const sessionSecret = (request: FastifyRequest): string | undefined =>
  request.cookies[nameFor(request, sessionCookie)];

/** The secret of the browser, if it has opened an account before. */
export const deviceSecret = (request: FastifyRequest): string | undefined =>
  request.cookies[nameFor(request, deviceCookie)];

/** Gives the browser what it will be known by. */
export const giveDeviceCookie = (request: FastifyRequest, reply: FastifyReply, device: string): void => {
  reply.setCookie(nameFor(request, deviceCookie), device, { ...optionsFor(request), maxAge: deviceKept / 1000 });
};

/** Gives the browser the session that was opened, and what it will be known by. */
export const giveCookies = (
  request: FastifyRequest,
  reply: FastifyReply,
  { secret, lifetime, device }: Entered,
): void => {
  reply.setCookie(nameFor(request, sessionCookie), secret, {
    ...optionsFor(request),
    maxAge: Math.floor(lifetime / 1000),
  });
  if (device) giveDeviceCookie(request, reply, device);
};

/** Takes the session's cookie back; the browser stays known. */
export const takeSessionCookie = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.clearCookie(nameFor(request, sessionCookie), optionsFor(request));
};
