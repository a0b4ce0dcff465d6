import type { Role } from '../resource/metadata';
import { ApiError } from './errors';
import { postJson, requestJson } from './graphql';

export interface Session {
  role: Role;
  locale: string;
  displayName: string;
  email: string;
  /** The day it is for the server, 'YYYY-MM-DD': demonstrations and tests may pin it. */
  today?: string;
  /** Gets a mail of what waits, a day at most. */
  digest?: boolean;
  /** The demonstration: mails stay in a local mailbox. */
  demo?: boolean;
}

/** Who is signed in, or undefined. */
export async function readSession(): Promise<Session | undefined> {
  try {
    return (await requestJson('/auth/session')) as Session;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return undefined;
    throw error;
  }
}

export const signIn = (email: string, password: string) => postJson('/auth/sign-in', { email, password });
export const signOut = () => postJson('/auth/sign-out', {});

/** The sign-in page is an entry of its own; it brings back here. */
export const signInAddress = (from = window.location): string =>
  `/sign-in?next=${encodeURIComponent(from.pathname + from.search)}`;
