/**
 * SQLSTATE of a connection that is no more, or was ended by the server: the class 08, but for what the server does not understand
 * (08P01), administration and crashes (57P01, 57P02), and a transaction that slept too long (25P03).
 */
const lostState = /^(08(?!P01)|57P0[12]|25P03)/;
/** Of the system, when the other side closed. */
const lostSystem = /^(ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** What pg says in words alone. */
const lostWords = /connection terminated(?! due to connection timeout)|not queryable|connection ended/i;

export const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
};

/** Was the connection lost, so that nothing is known of what was under way on it? */
export const isConnectionLost = (error: unknown): boolean =>
  lostState.test(codeOf(error)) ||
  lostSystem.test(codeOf(error)) ||
  (error instanceof Error && lostWords.test(error.message));
