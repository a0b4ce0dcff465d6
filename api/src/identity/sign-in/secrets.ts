import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for a cookie or a link, in letters that need no escaping. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What could be one of our secrets: anything else is not worth asking the database. */
export const isSecret = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value);

/** What is stored of a secret. It is random already, so that a plain SHA-256 cannot be searched. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
