import { codeOf } from '../../providers/errors';
import { postJson, requestJson } from '../../providers/graphql';
import { sessionLoss } from '../../providers/session-loss';

/** One of the sessions that an account has open. */
export interface OwnSession {
  readonly id: string;
  /** Such as "Firefox, Windows"; null when its browser said nothing. */
  readonly device: string | null;
  /** Instants, ISO 8601. */
  readonly since: string;
  readonly seen: string;
  /** This very one. */
  readonly current: boolean;
}

/** A session that ended under the page opens the dialog that offers to sign in again. */
async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (codeOf(error) === 'UNAUTHENTICATED') sessionLoss.set(true);
    throw error;
  }
}

export const readSessions = async (): Promise<readonly OwnSession[]> =>
  (await asked(requestJson('/auth/sessions'))) as readonly OwnSession[];

/** @param session the id of one, or all but this one */
export const endSessions = (session: string | 'others'): Promise<unknown> =>
  asked(postJson('/auth/sessions/end', { session }));

/** Changes one's own password; other sessions end. The refusal names `present` or `password`. */
export const changePassword = (present: string, password: string): Promise<unknown> =>
  asked(postJson('/auth/password', { present, password }));
