import { type Conflict, Refusal } from './refusal.js';

/** Refusals that any concept may meet. */

export class NotSignedIn extends Refusal {
  constructor() {
    super('UNAUTHENTICATED');
  }
}

export class NotAllowed extends Refusal {
  constructor() {
    super('FORBIDDEN');
  }
}

/** No row of this id, or none that the caller may see: the two are never told apart. */
export class UnknownId extends Refusal {
  constructor(concept: string, field?: string) {
    super('NOT_FOUND', { concept: { concept } }, { field });
  }
}

/** An opaque id that decodes to nothing, or to another concept. */
export class InvalidId extends Refusal {
  constructor(concept: string, field?: string) {
    super('BAD_USER_INPUT', { concept: { concept } }, { field });
  }
}

/** Optimistic lock: somebody else saved first. `conflicts`: the fields that the caller also changes. */
export class StaleRevision extends Refusal {
  constructor(concept: string, conflicts: readonly Conflict[]) {
    super('CONFLICT', { concept: { concept } }, { conflicts });
  }
}

export class AlreadyExists extends Refusal {
  constructor(concept: string, field?: string) {
    super('CONFLICT', { concept: { concept } }, { field });
  }
}

/** Two rows of which there may be one at a time share a day: the database says so when two people save at once. */
export class PeriodsOverlap extends Refusal {
  constructor(concept: string) {
    super('CONFLICT', { concept: { concept } });
  }
}

/** A row with history is ended, closed or archived; only a mistake without consequences is deleted. */
export class HasHistory extends Refusal {
  constructor(concept: string) {
    super('RULE', { concept: { concept } });
  }
}

/** The database's own check of states refused what no rule had: somebody changed the row meanwhile. */
export class NotInThisState extends Refusal {
  constructor() {
    super('RULE');
  }
}

export class ValueMissing extends Refusal {
  constructor(field: string) {
    super('BAD_USER_INPUT', {}, { field });
  }
}

export class InvalidValue extends Refusal {
  constructor(field?: string) {
    super('BAD_USER_INPUT', {}, { field });
  }
}

export class ValueOutOfRange extends Refusal {
  constructor(min: number, max: number, field?: string) {
    super('BAD_USER_INPUT', { min, max }, { field });
  }
}

export class TextTooLong extends Refusal {
  constructor(length: number, max: number, field?: string) {
    super('BAD_USER_INPUT', { length, max }, { field });
  }
}

export class InvalidDate extends Refusal {
  constructor(value: string, field?: string) {
    super('BAD_USER_INPUT', { value }, { field });
  }
}

/** Not an address of the web. */
export class InvalidLink extends Refusal {
  constructor(value: string, field?: string) {
    super('BAD_USER_INPUT', { value }, { field });
  }
}

export class InvalidUuid extends Refusal {
  constructor(value: string, field?: string) {
    super('BAD_USER_INPUT', { value }, { field });
  }
}

export class EndBeforeStart extends Refusal {
  constructor(startsOn: string, endsOn: string, field = 'endsOn') {
    super('BAD_USER_INPUT', { startsOn, endsOn }, { field });
  }
}

export class MotiveMissing extends Refusal {
  constructor(field?: string) {
    super('BAD_USER_INPUT', {}, { field });
  }
}

export class PageTooLarge extends Refusal {
  constructor(asked: number, max: number) {
    super('BAD_USER_INPUT', { asked, max }, { field: 'first' });
  }
}

export class InvalidPage extends Refusal {
  constructor(field: 'first' | 'offset' = 'first') {
    super('BAD_USER_INPUT', {}, { field });
  }
}

export class InvalidCursor extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'after' });
  }
}

/** Deeper, wider or costlier than the API answers in one go. */
export class QueryTooLarge extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

export class TooManyRequests extends Refusal {
  constructor(seconds: number) {
    super('RATE_LIMITED', { seconds });
  }
}

/** One account with this many requests under way: the next one waits its turn outside. */
export class TooManyAtOnce extends Refusal {
  constructor(max: number) {
    super('RATE_LIMITED', { max });
  }
}

/** Too many ask at once, or for the same rows: a moment later there is room. */
export class DatabaseUnavailable extends Refusal {
  constructor() {
    super('UNAVAILABLE');
  }
}

/** It starts, stops, or recovers from an unclean end. */
export class DatabaseStarting extends Refusal {
  constructor() {
    super('UNAVAILABLE');
  }
}

/** The connection ended under a request: a read was asked twice in vain, and of a write nothing was kept. */
export class ConnectionLost extends Refusal {
  constructor() {
    super('UNAVAILABLE');
  }
}

/** No answer of the database within the time that one takes. */
export class DatabaseSilent extends Refusal {
  constructor() {
    super('UNAVAILABLE');
  }
}

export class DiskFull extends Refusal {
  constructor() {
    super('UNAVAILABLE');
  }
}

export class OutOfMemory extends Refusal {
  constructor() {
    super('UNAVAILABLE');
  }
}

/** The change is made; what it gave could not be read. @param cause why, for the log */
export class SavedNotRead extends Refusal {
  constructor(cause: unknown) {
    super('UNAVAILABLE');
    this.cause = cause;
  }
}

/** The connection was lost, or fell silent, while the change was being committed: only a look tells whether it was. */
export class OutcomeUnknown extends Refusal {
  constructor() {
    super('UNAVAILABLE');
  }
}

/** A key goes with one request: it came again with another operation, or with other values. */
export class RequestKeyUsed extends Refusal {
  constructor() {
    super('CONFLICT', {}, { field: 'requestKey' });
  }
}

/** The row that the first request of a key has added is no more, or not the caller's to see any more. */
export class AddedThenRemoved extends Refusal {
  constructor(concept: string) {
    super('CONFLICT', { concept: { concept } });
  }
}

/** Anything unforeseen: the caller gets this sentence and the request id, the log gets the rest. */
export class Unexpected extends Refusal {
  constructor(requestId: string) {
    super('INTERNAL', { requestId });
  }
}

/** A field that the caller's role may not read: not in answers, filters or sorts. */
export class FieldClosed extends Refusal {
  constructor(concept: string, field: string) {
    super('FORBIDDEN', { concept: { concept }, name: field }, { field });
  }
}

/** One key an item of the list `sort`: the order of keys inside an item would say nothing. */
export class SortAmbiguous extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', {}, { field: 'sort' });
  }
}

/** GraphQL itself refuses the request: `detail` is its own (English) remark, which names the place. */
export class QueryNotUnderstood extends Refusal {
  constructor(detail: string, field?: string) {
    super('BAD_USER_INPUT', { detail }, { field });
  }
}

/** A change asked for by another site's page. */
export class ForeignRequest extends Refusal {
  constructor() {
    super('FORBIDDEN');
  }
}

/** A request that was sent to a name that is not this application's. */
export class OtherHost extends Refusal {
  constructor(host: string) {
    super('FORBIDDEN', { host });
  }
}

/** Nothing is at this address: no page, no file, no operation. */
export class UnknownAddress extends Refusal {
  constructor() {
    super('NOT_FOUND');
  }
}

/** An address with broken escapes, or headers that are not HTTP. */
export class RequestUnreadable extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** An address or headers beyond what is read of them. */
export class RequestTooLong extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** A body that is not JSON, or says it is something else. */
export class NotJson extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** A body with a `content-encoding`: none is unpacked. */
export class BodyCompressed extends Refusal {
  constructor() {
    super('BAD_USER_INPUT');
  }
}

/** Rows are known as they were recorded from the first recorded change on. @param since its instant, in UTC, as ISO text */
export class AsOfBeforeHistory extends Refusal {
  constructor(since: string) {
    super('BAD_USER_INPUT', { from: since.slice(0, 10), time: since.slice(11, 19) }, { field: 'asOf' });
  }
}
