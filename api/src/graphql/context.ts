import type { EntityManager } from '@mikro-orm/postgresql';
import type { ErrorCode } from '../base/codes.js';
import type { Clock } from '../clock.js';
import type { Health } from '../health/report.js';
import type { Caller } from '../identity/access/caller.js';
import type { Note } from '../identity/journal/journal.js';
import type { Demo } from '../identity/sign-in/demo.js';
import type { Post } from '../mail/post.js';
import type { Reader } from '../read/reader.js';

/** What a resolver gets of its request. */
export interface Context {
  caller: Caller;
  /** Forked for this request, under the caller's database role and variables. */
  em: EntityManager;
  reader: Reader;
  clock: Clock;
  requestId: string;
  /** Told once the answer is made. @param operation its bounded name. @param code of its first error */
  answered(operation: string, code: ErrorCode | 'OK'): void;
  /** Where people reach the application, without a final slash. */
  publicUrl: string;
  post: Post;
  /** Notes something in the journal of security, as done by the caller. */
  note: Note;
  demo: Demo;
  health: Health;
}
