import type { ErrorCode } from './codes.js';

/**
 * What may stand for `{param}` in a refusal's sentence. Plain text, figures and days ("2026-03-12",
 * written out in the caller's language) come as they are; a code, a concept or a field of it is named by its
 * words; a list is joined with commas and "and".
 */
export type Param =
  | string
  | number
  | { readonly list: string; readonly code: string }
  | { readonly concept: string; readonly field?: string }
  | readonly Param[];

/** A field that somebody else changed since the caller read the row, with what it holds now. */
export interface Conflict {
  readonly field: string;
  readonly current: unknown;
}

interface Details {
  /** GraphQL name of the field at fault, when one is. */
  readonly field?: string | undefined;
  readonly conflicts?: readonly Conflict[];
}

/**
 * One refusal of the domain. Rules give it back as a value, services throw it, and one place turns it
 * into an answer: `code` in `extensions.code`, the class name in `extensions.name`, and the sentence
 * of that name, in the section `errors` of the words beside it (`refusal-sentence.ts`). `message` is for logs.
 */
export abstract class Refusal extends Error {
  readonly field: string | undefined;
  readonly conflicts: readonly Conflict[] | undefined;

  protected constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, Param>> = {},
    details: Details = {},
  ) {
    super(`${new.target.name} ${JSON.stringify(params)}`);
    this.name = new.target.name;
    this.field = details.field;
    this.conflicts = details.conflicts;
  }
}

/** Did a rule refuse? Narrows `Refusal | T`. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}

/** Throws a refusal, gives anything else back: the one step between a rule's answer and a service. */
export function accepted<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw answer;
  return answer;
}
