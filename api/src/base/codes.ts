/**
 * Closed lists of codes that more than one concept needs; the others stand beside the concept that owns them (`<concept>.codes.ts`).
 *
 * A list is a value and a type of the same name. The database keeps the codes as text with a check constraint built from the list;
 * GraphQL gets an enum from it; the words shown to people stand in `words.<language>.json`, section `enums`. A new code does not
 * compile until every total record of its list says what it means, and a test fails until both languages name it.
 */

/** Levels of service, in the order of the published table: an order of display, not a ranking. */
export const Level = ['COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'] as const;
export type Level = (typeof Level)[number];

export const ReceptionMode = [
  'IN_PERSON_WALK_IN',
  'IN_PERSON_APPOINTMENT',
  'TELEPHONE',
  'TELEPHONE_DUTY',
  'INTERVIEW_APPOINTMENT',
] as const;
export type ReceptionMode = (typeof ReceptionMode)[number];

export const Competence = [
  'TOOLS',
  'ATTRIBUTION_RULES',
  'LOCAL_SUPPLY',
  'EXPLAIN_PROGRESS',
  'SOCIAL_SERVICES',
] as const;
export type Competence = (typeof Competence)[number];

/** Where a row comes from: printed in the service's documents, or rebuilt so that they add up. */
export const Source = ['PUBLISHED', 'RECONSTRUCTED'] as const;
export type Source = (typeof Source)[number];

/** The two sides of a convention: who runs the network, who carries the guichet. */
export const Side = ['EPCI', 'GUICHET'] as const;
export type Side = (typeof Side)[number];

export const Role = ['ADMIN', 'EPCI_STAFF', 'AGENT', 'ANALYST'] as const;
export type Role = (typeof Role)[number];

export const Locale = ['fr', 'en'] as const;
export type Locale = (typeof Locale)[number];

/** `extensions.code` of every error that a caller can meet. */
export const ErrorCode = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RULE',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ErrorCode)[number];

/** Does a guichet of this level receive applicants (in person or by telephone)? (published table, row "Reception") */
export const levelReceives: Readonly<Record<Level, boolean>> = {
  COMMUNICATION: false,
  INFO: true,
  SUIVI: true,
  CONSEIL: true,
};

/** HTTP status that goes with each error code where GraphQL answers nothing (sign-in, files, a request refused before it runs). */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
