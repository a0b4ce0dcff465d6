import i18next from 'i18next';
import { askAgain, isKeyed } from '../lite/kit/again';
import { ApiError, type Conflict, isErrorCode } from './errors';
import { sessionLoss } from './session-loss';
import { accountHeader } from './shown-account';

/** What codegen makes of a document: its text, with the types of its result and variables. */
export interface TypedText<Result, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Result;
}

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

interface Options {
  signal?: AbortSignal | undefined;
}

const isRead = (document: string) => !/^\s*mutation\b/m.test(document);

/** No answer came, or one that says to ask again: with a key that is safe, whatever became of the first request. */
const isLost = (error: unknown) => error instanceof ApiError && ['NETWORK', 'UNAVAILABLE'].includes(error.code);

/**
 * Runs a document. A read that the network lost is tried once more; a write never is, since it may have been done; but for an
 * addition with its `requestKey`, which is asked for until an answer comes, and done once.
 *
 * @throws ApiError with the API's own sentence, or one of ours when no answer came
 */
export async function execute<Result, Variables>(
  document: TypedText<Result, Variables> | string,
  variables?: Variables,
  { signal }: Options = {},
): Promise<Result> {
  const text = document.toString();
  if (isKeyed(variables)) return askAgain(async () => (await attempt(text, variables, signal)) as Result, isLost);
  try {
    return (await attempt(text, variables, signal)) as Result;
  } catch (error) {
    const lost = error instanceof ApiError && error.code === 'NETWORK';
    if (!lost || !isRead(text) || signal?.aborted) throw error;
    return (await attempt(text, variables, signal)) as Result;
  }
}

async function attempt(query: string, variables: unknown, signal?: AbortSignal): Promise<unknown> {
  const answer = (await postJson('/graphql', { query, variables }, signal)) as Answer | undefined;
  const [error] = answer?.errors ?? [];
  if (error) {
    const refusal = errorOf(error.message, error.extensions);
    if (refusal.code === 'UNAUTHENTICATED') sessionLoss.set(true);
    throw refusal;
  }
  if (!answer?.data) throw new ApiError('INTERNAL', i18next.t('errors.unreadable'));
  return answer.data;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function errorOf(message: string, extensions: Record<string, unknown> = {}): ApiError {
  const { code, field, conflicts, name, requestId } = extensions;
  return new ApiError(isErrorCode(code) ? code : 'INTERNAL', message, {
    field: text(field),
    refusal: text(name),
    requestId: text(requestId),
    conflicts: Array.isArray(conflicts) ? (conflicts as Conflict[]) : undefined,
  });
}

/** A JSON request to our own server. Gives the body, or undefined when there is none. */
export async function postJson(path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  return requestJson(path, { method: 'POST', body: JSON.stringify(body), signal: signal ?? null });
}

export async function requestJson(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, {
    credentials: 'same-origin',
    ...init,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': i18next.language ?? 'fr',
      'apollo-require-preflight': 'true',
      ...accountHeader(),
    },
  }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new ApiError('NETWORK', i18next.t('errors.network'));
  });
  if ([502, 503, 504].includes(response.status) && !response.headers.get('content-type')?.includes('json'))
    throw new ApiError('NETWORK', i18next.t('errors.network'));
  const parsed = await readBody(response);
  if (response.ok || isGraphqlAnswer(parsed)) return parsed;
  const { code, message, field } = (parsed ?? {}) as { code?: unknown; message?: unknown; field?: unknown };
  const known = isErrorCode(code) ? code : response.status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL';
  throw new ApiError(known, text(message) ?? i18next.t('errors.unexpected'), { field: text(field) });
}

async function readBody(response: Response): Promise<unknown> {
  const body = await response.text();
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError('INTERNAL', i18next.t('errors.unreadable'));
  }
}

const isGraphqlAnswer = (body: unknown) =>
  typeof body === 'object' && body !== null && Array.isArray((body as Answer).errors);
