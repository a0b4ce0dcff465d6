import type { Role } from './base/codes.js';

/** What a line is about, as the API names it: where that is read is the client's to say. */
export interface Subject {
  /** Name of its type. */
  readonly concept: string;
  /** Opaque; absent where several are meant, which the rest tells apart. */
  readonly id?: string;
  /** What it is part of: the convention of a version, the meeting of an attendance. */
  readonly parentId?: string;
  readonly status?: string;
  readonly endsOn?: string;
  readonly obligation?: string;
  readonly obligationState?: string;
}

/** Agents have pages of their own. */
const entryOf = (role: Role | 'ANONYMOUS'): string => (role === 'AGENT' ? '/agent' : '');

/**
 * Every address that leaves in a mail or is handed over. They are kept for years: pages may move, these are added to and never
 * changed. A thing is named by its kind and id, and the client's router leads to the page that shows it now.
 */
export const publicLinks = (publicUrl: string) => ({
  home: (role: Role | 'ANONYMOUS'): string => `${publicUrl}${entryOf(role) || '/'}`,
  /** The home, where the daily mail is turned off. */
  stopDigest: (role: Role | 'ANONYMOUS'): string => `${publicUrl}${entryOf(role) || '/'}?digest=off`,
  /** Brings a single-use secret. A fragment is sent to no server: it stays out of logs and of `Referer`. */
  signIn: (secret: string): string => `${publicUrl}/sign-in/link#${secret}`,
  subject: (
    { concept, id, parentId, status, endsOn, obligation, obligationState }: Subject,
    role: Role | 'ANONYMOUS',
  ): string => {
    const rest = Object.entries({ parentId, status, endsOn, obligation, obligationState });
    const query = new URLSearchParams(rest.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
    return `${publicUrl}${entryOf(role)}/go/${[concept, ...(id ? [encodeURIComponent(id)] : [])].join('/')}${query && `?${query}`}`;
  },
});
