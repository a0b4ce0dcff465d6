import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { httpStatus, type Locale } from '../base/codes.js';
import { Refusal } from '../base/refusal.js';
import { sentenceOf } from '../base/refusal-sentence.js';
import {
  ForeignRequest,
  InvalidValue,
  NotJson,
  RequestTooLong,
  RequestUnreadable,
  Unexpected,
} from '../base/shared.errors.js';
import { isForOperators, refusalOf } from '../graphql/errors.js';
import { acceptedLocale } from './locale.js';

/** What Fastify itself refuses before a route is asked. */
const ofFastify: Partial<Record<string, () => Refusal>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new NotJson(),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new NotJson(),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new NotJson(),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new InvalidValue(),
  FST_ERR_BAD_URL: () => new RequestUnreadable(),
  FST_ERR_MAX_PARAM_LENGTH: () => new RequestTooLong(),
};

/** Where HTTP is more exact than the code. */
const exactStatus: Partial<Record<string, number>> = { OtherHost: 421 };

/** Answers an error as `{ code, name, message, field? }` in the language of the browser; what nobody foresaw goes to the log. */
export const answerRefusal = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const fromFastify = ofFastify[error.code ?? ''];
  const refusal = fromFastify?.() ?? refusalOf(error) ?? new Unexpected(request.id);
  if (!fromFastify && isForOperators(error)) request.log.error({ err: error }, 'Request failed');
  const { code, name } = refusal;
  const status = fromFastify ? (error.statusCode ?? 400) : (exactStatus[name] ?? httpStatus[code]);
  return reply.code(status).send(toldOf(refusal, acceptedLocale(request)));
};

/** A refusal as the body of an answer. */
const toldOf = (refusal: Refusal, locale: Locale) => {
  const { code, name, field } = refusal;
  return { code, name, message: sentenceOf(refusal, locale), ...(field ? { field } : {}) };
};

/** What Node refuses to read, by its code: too long, or too slow, to which nobody listens any more. */
const unreadable: Partial<Record<string, { status: string; refusal: () => Refusal }>> = {
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', refusal: () => new RequestTooLong() },
  ERR_HTTP_REQUEST_TIMEOUT: { status: '408 Request Timeout', refusal: () => new RequestUnreadable() },
};

/** Answers what is no request yet, so that its language is not known: in French, and ends the connection. */
export const answerUnreadable = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, refusal } = unreadable[error.code ?? ''] ?? {
    status: '400 Bad Request',
    refusal: () => new RequestUnreadable(),
  };
  const body = JSON.stringify(toldOf(refusal(), 'fr'));
  const headers = ['content-type: application/json; charset=utf-8', 'cache-control: no-store', 'connection: close'];
  const length = `content-length: ${Buffer.byteLength(body)}`;
  socket.end([`HTTP/1.1 ${status}`, ...headers, length, '', body].join('\r\n'), () => socket.destroy());
};

/**
 * Refuses a change that another site's page asks for: browsers say where a request comes from. Programs that say nothing
 * carry no cookie of somebody else's.
 *
 * @throws ForeignRequest
 */
export const refuseForeign = (request: FastifyRequest, publicUrl: string): void => {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin === undefined && (site === undefined || site === 'same-origin' || site === 'none')) return;
  // Compare hosts only: behind an undeclared TLS proxy the scheme differs.
  const hosts = [new URL(publicUrl).host, request.host];
  if (origin !== undefined && URL.canParse(origin) && hosts.includes(new URL(origin).host)) return;
  throw new ForeignRequest();
};
