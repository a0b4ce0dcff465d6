import type { HttpError } from '@refinedev/core';

/** Closed list of codes; `NETWORK`: no answer came. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RULE'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  | 'NETWORK';

export interface Conflict {
  field: string;
  current: unknown;
}

const statuses: Record<ErrorCode, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
  NETWORK: 0,
};

export const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in statuses;

/** A refusal of the API, with a sentence for the reader; Refine shows `errors` at the fields they name. */
interface ErrorDetails {
  field?: string | undefined;
  conflicts?: Conflict[] | undefined;
  refusal?: string | undefined;
  requestId?: string | undefined;
}

export class ApiError extends Error implements HttpError {
  override readonly name = 'ApiError';
  readonly statusCode: number;
  readonly errors?: Record<string, string>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.statusCode = statuses[code];
    if (details.field) this.errors = { [details.field]: message };
  }
}

export const codeOf = (error: unknown): ErrorCode => (error instanceof ApiError ? error.code : 'INTERNAL');
