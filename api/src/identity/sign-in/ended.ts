import { sql } from 'kysely';

/** SQL: whether the account `a` may enter no more; `account_ended` says why. */
export const hasEnded = (now: Date) => sql<boolean>`account_ended(a.id, ${now.toISOString()}::timestamptz)`;
