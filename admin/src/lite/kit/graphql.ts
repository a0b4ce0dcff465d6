import { askAgain, isKeyed } from './again.js';
import type { Locale } from './language.js';
import { Failure, refusal, request } from './request.js';

/** The text of an operation, with what it asks for and answers. */
export interface Operation<Result, Variables> {
  readonly text: string;
  /** Types only: never set. */
  readonly types?: (variables: Variables) => Result;
}

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: Record<string, unknown> }[];
}

/** No answer came, or one that says to ask again. */
const isLost = (failure: unknown) =>
  failure instanceof Failure && (failure.kind !== 'refused' || failure.code === 'UNAVAILABLE');

/**
 * Runs one operation, again while its answer is lost if it is an addition with its `requestKey`. The first error is the failure:
 * these pages ask for nothing that they can do without.
 */
export async function run<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  locale: Locale,
): Promise<Result> {
  const ask = () => runOnce(operation, variables, locale);
  return isKeyed(variables) ? askAgain(ask, isLost) : ask();
}

async function runOnce<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  locale: Locale,
): Promise<Result> {
  const answer = (await request('/graphql', locale, { query: operation.text, variables })) as GraphQLAnswer;
  const [error] = answer.errors ?? [];
  if (error) throw refusal({ message: error.message, ...error.extensions });
  if (answer.data === undefined || answer.data === null) throw new Failure('unavailable');
  return answer.data as Result;
}
