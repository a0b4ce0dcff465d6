import type { Locale } from '../kit/language.js';
import { Failure, isSignedOut, request } from '../kit/request.js';

/** What one password opens: somebody works for two EPCIs, or agents share it. */
export interface Account {
  readonly id: string;
  readonly role: string;
  readonly displayName: string;
  readonly epci: string | null;
  readonly current: boolean;
}

export interface Session {
  readonly role: string;
  readonly locale: string;
  readonly displayName: string;
  readonly accounts: readonly Account[];
}

export interface Persona {
  readonly key: string;
  readonly displayName: string;
  readonly role: string;
  readonly description: string;
}

export interface Link {
  readonly purpose: 'INVITATION' | 'RESET';
  /** Null for an agent without one: the link enters. */
  readonly email: string | null;
  readonly name: string;
  readonly epci: string | null;
}

/** The open session; null when nobody is signed in. */
export async function session(locale: Locale): Promise<Session | null> {
  try {
    return (await request('/auth/session', locale)) as Session;
  } catch (failure) {
    if (isSignedOut(failure) || (failure instanceof Failure && failure.kind === 'unavailable')) return null;
    throw failure;
  }
}

export const signIn = (locale: Locale, email: string, password: string): Promise<unknown> =>
  request('/auth/sign-in', locale, { email, password });

/** Goes on with another of one's own accounts. */
export const enterAccount = (locale: Locale, id: string): Promise<unknown> => request('/auth/account', locale, { id });

/** People to enter as with one click: none but in the demonstration. */
export const personas = async (locale: Locale): Promise<readonly Persona[]> =>
  (await request('/auth/personas', locale)) as readonly Persona[];

export const enterAs = (locale: Locale, key: string): Promise<unknown> => request('/auth/persona', locale, { key });

/** Looks at an invitation or reset link without using it up: mail scanners open links too. */
export const lookAtLink = async (locale: Locale, token: string): Promise<Link> =>
  (await request('/auth/link', locale, { token })) as Link;

/** Uses the link up and signs in: with a new password, or with one that its owner has already for the address. */
export const openLink = (
  locale: Locale,
  token: string,
  given: { password?: string; present?: boolean },
): Promise<unknown> => request('/auth/token', locale, { token, ...given });

export interface Options {
  /** Whether mails leave: else links are asked of the EPCI. */
  readonly mail: boolean;
  readonly demo: boolean;
}

export const options = async (locale: Locale): Promise<Options> => (await request('/auth/options', locale)) as Options;

/** Asks for a link by mail; the answer says nothing of the address. */
export const askForLink = (locale: Locale, email: string): Promise<unknown> =>
  request('/auth/forgotten', locale, { email });
