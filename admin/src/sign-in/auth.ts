import type { Locale } from '../light/i18n.js';
import { Failure, isSignedOut, request } from '../light/request.js';

export interface Session {
  readonly role: string;
  readonly locale: string;
  readonly displayName: string;
}

export interface Persona {
  readonly key: string;
  readonly displayName: string;
  readonly role: string;
  readonly description: string;
}

export interface Link {
  readonly purpose: 'INVITATION' | 'RESET';
  readonly email: string;
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

/** People to enter as with one click: none but in the demonstration. */
export const personas = async (locale: Locale): Promise<readonly Persona[]> =>
  (await request('/auth/personas', locale)) as readonly Persona[];

export const enterAs = (locale: Locale, key: string): Promise<unknown> => request('/auth/persona', locale, { key });

/** Looks at an invitation or reset link without using it up: mail scanners open links too. */
export const lookAtLink = async (locale: Locale, token: string): Promise<Link> =>
  (await request('/auth/link', locale, { token })) as Link;

/** Uses the link up, sets the password and signs in. */
export const choosePassword = (locale: Locale, token: string, password: string): Promise<unknown> =>
  request('/auth/token', locale, { token, password });

export interface Options {
  /** Whether mails leave: else links are asked of the EPCI. */
  readonly mail: boolean;
  readonly demo: boolean;
}

export const options = async (locale: Locale): Promise<Options> => (await request('/auth/options', locale)) as Options;

/** Asks for a link by mail; the answer says nothing of the address. */
export const askForLink = (locale: Locale, email: string): Promise<unknown> =>
  request('/auth/forgotten', locale, { email });
