import type { Locale } from './language.js';

/**
 * Why a request brought nothing. `offline`: no answer came; `unavailable`: an answer that is not ours;
 * `refused`: the API said no, with a code and a sentence in the reader's language.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly kind: 'offline' | 'unavailable' | 'refused',
    message = '',
    readonly code = '',
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof Failure && error.code === 'UNAUTHENTICATED';

/** Beyond, a phone without network is more likely than a slow one. */
const PATIENCE = 25_000;

/** Languages of the sentences: the one in use first. */
const accepted = (locale: Locale): string => (locale === 'fr' ? 'fr, en;q=0.5' : 'en, fr;q=0.5');

/** The account that this page shows: the API refuses what is sent for it once another tab has moved the session to another one. */
let shownAccount = '';
export const showAccount = (id: string): void => {
  shownAccount = id;
};

interface Refusal {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly field?: unknown;
}

export function refusal({ message, code, field }: Refusal): Failure {
  return typeof message === 'string' && message !== ''
    ? new Failure('refused', message, typeof code === 'string' ? code : '', typeof field === 'string' ? field : null)
    : new Failure('unavailable');
}

/** JSON in, JSON out, on our own origin only. Answers null for 204; throws a Failure otherwise. */
export async function request(path: string, locale: Locale, body?: unknown): Promise<unknown> {
  const response = await reach(path, locale, body);
  if (response.status === 204) return null;
  const answer = await json(response);
  if (response.ok) return answer;
  throw typeof answer === 'object' && answer !== null ? refusal(answer) : new Failure('unavailable');
}

async function reach(path: string, locale: Locale, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        'accept-language': accepted(locale),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(shownAccount ? { 'x-parvis-account': shownAccount } : {}),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Failure('offline');
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new Failure(response.ok ? 'offline' : 'unavailable');
  }
}
