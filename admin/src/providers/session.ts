import type { Role } from '../crud/metadata';
import { ApiError } from './errors';
import { postJson, requestJson } from './graphql';
import { shownAccount } from './shown-account';

/** What one password opens: somebody works for two EPCIs. */
export interface OwnAccount {
  id: string;
  role: Role;
  displayName: string;
  /** Name of its EPCI. */
  epci: string | null;
  current: boolean;
}

export interface Session {
  /** The account that the session works with. */
  account: string;
  accounts: OwnAccount[];
  role: Role;
  locale: string;
  displayName: string;
  email: string | null;
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
    const session = (await requestJson('/auth/session')) as Session;
    shownAccount.id ||= session.account;
    return session;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return undefined;
    throw error;
  }
}

/** Signs in again under a page, for the account that it was opened with if the password opens it. */
export async function signInAgain(email: string, password: string): Promise<void> {
  await postJson('/auth/sign-in', { email, password });
  const { accounts = [] } = (await readSession()) ?? {};
  const before = accounts.find(({ id }) => id === shownAccount.id);
  if (before && !before.current) await enterAccount(before.id);
}

/** Goes on with another of one's own accounts; what this page shows is the former one's. */
export const enterAccount = (id: string) => postJson('/auth/account', { id });
export const signOut = () => postJson('/auth/sign-out', {});

/** The sign-in page is an entry of its own; it brings back here. */
export const signInAddress = (from = window.location): string =>
  `/sign-in?next=${encodeURIComponent(from.pathname + from.search)}`;
