import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { vocabulary } from '../concept/vocabulary.js';
import { httpStatus } from '../domain/codes.js';
import { Refusal } from '../domain/errors.js';
import { sentence } from '../domain/sentence.js';
import { ForeignRequest, InvalidValue, NotJson, Unexpected } from '../domain/shared.errors.js';
import { isForOperators, refusalOf } from '../graphql/errors.js';
import { acceptedLocale } from './locale.js';

/** What Fastify itself refuses before a route is asked. */
const ofFastify: Partial<Record<string, () => Refusal>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new NotJson(),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new NotJson(),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new NotJson(),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new InvalidValue(),
};

/** Where HTTP is more exact than the code. */
const exactStatus: Partial<Record<string, number>> = { OtherHost: 421 };

/** Answers an error as `{ code, name, message, field? }` in the language of the browser; what nobody foresaw goes to the log. */
export const answerRefusal = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const fromFastify = ofFastify[error.code ?? ''];
  const refusal = fromFastify?.() ?? refusalOf(error) ?? new Unexpected(request.id);
  if (!fromFastify && isForOperators(error)) request.log.error({ err: error }, 'Request failed');
  const locale = acceptedLocale(request);
  const { code, name, field } = refusal;
  const status = fromFastify ? (error.statusCode ?? 400) : (exactStatus[name] ?? httpStatus[code]);
  return reply
    .code(status)
    .send({ code, name, message: sentence(refusal, vocabulary[locale], locale), ...(field ? { field } : {}) });
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
  // By host, since a proxy that nobody declared hides that the browser's side is encrypted.
  const hosts = [new URL(publicUrl).host, request.host];
  if (origin !== undefined && URL.canParse(origin) && hosts.includes(new URL(origin).host)) return;
  throw new ForeignRequest();
};
