import {
  CheckConstraintViolationException,
  DriverException,
  ForeignKeyConstraintViolationException,
  RowLevelSecurityViolationException,
  UniqueConstraintViolationException,
} from '@mikro-orm/core';
import { GraphQLError } from 'graphql';
import { httpStatus, type Locale } from '../base/codes.js';
import { Refusal } from '../base/refusal.js';
import { sentenceOf } from '../base/refusal-sentence.js';
import {
  AlreadyExists,
  ConnectionLost,
  DatabaseSilent,
  DatabaseStarting,
  DatabaseUnavailable,
  DiskFull,
  HasHistory,
  InvalidDate,
  InvalidUuid,
  InvalidValue,
  NotAllowed,
  NotInThisState,
  OutcomeUnknown,
  OutOfMemory,
  PeriodsOverlap,
  QueryNotUnderstood,
  QueryTooLarge,
  Unexpected,
} from '../base/shared.errors.js';
import { allConcepts, snake } from '../concept/meta.js';
import { codeOf, isConnectionLost } from '../database/lost.js';
import { guardRefused, moveRefused } from '../database/moves.js';
import { commitUnanswered, unanswered } from '../database/pool.js';

const conceptOfTable = (table: unknown): string => allConcepts().find((concept) => concept.table === table)?.name ?? '';

/** Constraints whose name says which field is at fault: `<table>_<column>_check` and the like. */
const fieldOfConstraint = (table: unknown, constraint: unknown): string | undefined => {
  const concept = allConcepts().find((one) => one.table === table);
  const rest = String(constraint).replace(`${String(table)}_`, '');
  return [...(concept?.fields.keys() ?? [])].find((field) =>
    rest.startsWith(field.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)),
  );
};

/** The last property of a unique combination is the one that people typed: `convention_epci_number_key` is about the number. */
const fieldOfUnique = (table: unknown, constraint: unknown): string | undefined => {
  const concept = allConcepts().find((one) => one.table === table);
  return [...(concept?.fields.values() ?? [])].find(
    (field) => field.write !== 'none' && String(constraint).endsWith(`_${snake(field.name)}_key`),
  )?.name;
};

/** An exclusion constraint: MikroORM has no class for it. */
const exclusionViolation = '23P01';

/** What PostgreSQL says by its code, for statements that MikroORM did not make (the read road). */
const bySqlState: Record<string, () => Refusal> = {
  '42501': () => new NotAllowed(),
  '57014': () => new QueryTooLarge(),
  '54001': () => new QueryTooLarge(),
  '22007': () => new InvalidValue(),
  '22008': () => new InvalidValue(),
  '22003': () => new InvalidValue(),
  '22P02': () => new InvalidValue(),
  // The server does not understand the message: a NUL in a text to search for.
  '08P01': () => new InvalidValue(),
  // A text that no database text can hold, such as one with a NUL in it.
  '22021': () => new InvalidValue(),
  '22P05': () => new InvalidValue(),
  // The database's own checks of states and of what is locked: `moves.ts` and the guards of concepts.
  [moveRefused]: () => new NotInThisState(),
  [guardRefused]: () => new NotInThisState(),
  [commitUnanswered]: () => new OutcomeUnknown(),
  // Two people saved at once, and the database let one of them through.
  '40P01': () => new DatabaseUnavailable(),
  '40001': () => new DatabaseUnavailable(),
  '55P03': () => new DatabaseUnavailable(),
  '53300': () => new DatabaseUnavailable(),
  '53100': () => new DiskFull(),
  '53200': () => new OutOfMemory(),
  '57P03': () => new DatabaseStarting(),
  ECONNREFUSED: () => new DatabaseStarting(),
};

/** What pg says in words alone. */
const byWords: [words: RegExp, refusal: () => Refusal][] = [
  // Every connection is taken, and none came back in time.
  [/timeout exceeded when trying to connect/i, () => new DatabaseUnavailable()],
  [/due to connection timeout/i, () => new DatabaseSilent()],
  [new RegExp(unanswered, 'i'), () => new DatabaseSilent()],
  // The application is being stopped.
  [/after calling end on the pool|driver has already been destroyed/i, () => new DatabaseStarting()],
];

/** The socket of the embedded server is not there yet: of a file the system says the same by another call. */
const isSocketMissing = (error: unknown): boolean =>
  codeOf(error) === 'ENOENT' && Reflect.get(Object(error), 'syscall') === 'connect';

const detail = (error: DriverException, key: 'table' | 'constraint'): unknown => Reflect.get(error, key);

/** The refusal that an error amounts to; undefined for what nobody foresaw. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  if (error instanceof Refusal) return error;
  if (error instanceof UniqueConstraintViolationException)
    return new AlreadyExists(
      conceptOfTable(detail(error, 'table')),
      fieldOfUnique(detail(error, 'table'), detail(error, 'constraint')),
    );
  if (error instanceof ForeignKeyConstraintViolationException)
    return new HasHistory(conceptOfTable(detail(error, 'table')));
  if (error instanceof CheckConstraintViolationException)
    return new InvalidValue(fieldOfConstraint(detail(error, 'table'), detail(error, 'constraint')));
  if (error instanceof RowLevelSecurityViolationException) return new NotAllowed();
  if (error instanceof DriverException && error.code === exclusionViolation)
    return new PeriodsOverlap(conceptOfTable(detail(error, 'table')));
  // Nested beyond what can be walked.
  if (error instanceof RangeError && /call stack/.test(error.message)) return new QueryTooLarge();
  const said = error instanceof Error ? byWords.find(([words]) => words.test(error.message)) : undefined;
  if (said) return said[1]();
  if (isConnectionLost(error)) return new ConnectionLost();
  if (isSocketMissing(error)) return new DatabaseStarting();
  return bySqlState[codeOf(error)]?.();
};

/** Whether whoever runs Parvis must read of an error in the log: what nobody foresaw, and what only they can mend. */
export const isForOperators = (error: unknown): boolean => {
  const refusal = refusalOf(error);
  const hasCause = Reflect.get(Object(error), 'cause') !== undefined;
  return !refusal || hasCause || refusal instanceof DiskFull || refusal instanceof OutOfMemory;
};

const tooLarge =
  /limit of \d+ exceeded|introspection depth exceeded|more tha[tn] \d+ tokens|validation aborted|call stack/i;

/** Refusals of GraphQL itself and of the limits on a request, which know only English; the place is kept when it is named. */
const refusalOfQuery = (remark: string): Refusal => {
  if (tooLarge.test(remark)) return new QueryTooLarge();
  const field = / at "(?:[^"]*\.)?(\w+)"/.exec(remark)?.[1];
  const [, day] = /not a valid LocalDate: (.{1,40})/.exec(remark) ?? [];
  if (day) return new InvalidDate(day, field);
  const [, uuid] = /not a valid UUID: (.{1,40})/.exec(remark) ?? [];
  return uuid ? new InvalidUuid(uuid, field) : new QueryNotUnderstood(remark, field);
};

/** What our code threw; undefined for errors of GraphQL itself, which have no cause, or one of their kind. */
export const thrownIn = ({ originalError }: GraphQLError): Error | undefined =>
  originalError instanceof GraphQLError ? undefined : originalError;

/** What a request was refused for, or undefined for what nobody foresaw. */
export const refusalOfError = (error: GraphQLError): Refusal | undefined => {
  const thrown = thrownIn(error);
  return thrown ? refusalOf(thrown) : refusalOfQuery(error.message);
};

/**
 * The error as callers see it: a sentence in their language, a code of the closed list, the field at fault, and the id by
 * which the log knows the request. Nothing internal.
 */
export const errorFor = (error: GraphQLError, locale: Locale, requestId: string): GraphQLError => {
  const refusal = refusalOfError(error) ?? new Unexpected(requestId);
  const { code, field, conflicts, name } = refusal;
  return new GraphQLError(sentenceOf(refusal, locale), {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code, name, requestId, ...(field ? { field } : {}), ...(conflicts ? { conflicts } : {}) },
  });
};

/** The same for what is refused before GraphQL has anything to do with it: `extensions.http` has the status of the answer. */
export const errorBefore = (error: unknown, locale: Locale, requestId: string): GraphQLError => {
  const told = errorFor(
    new GraphQLError('', error instanceof Error ? { originalError: error } : {}),
    locale,
    requestId,
  );
  told.extensions.http = { status: httpStatus[refusalOf(error)?.code ?? 'INTERNAL'] };
  return told;
};
