/** Pauses before an addition is asked again, in milliseconds. */
const pauses = [500, 1500, 3000];
/** Whoever has waited for so long, in milliseconds, is told: pressing again is as safe. */
const patience = 20_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again, a few times, for an answer that was lost. Only for what is safe to ask twice: a read, or an addition with its
 * `requestKey`, which the API does once.
 *
 * @param isLost whether a failure leaves open what became of it, or is of a moment
 * @throws the last failure
 */
export async function askAgain<T>(attempt: () => Promise<T>, isLost: (failure: unknown) => boolean): Promise<T> {
  const began = performance.now();
  for (const milliseconds of pauses) {
    try {
      return await attempt();
    } catch (failure) {
      if (!isLost(failure) || performance.now() - began > patience) throw failure;
      await pause(milliseconds);
    }
  }
  return attempt();
}

/** Has a request a key, so that it is done once however often it comes? */
export const isKeyed = (variables: unknown): boolean =>
  typeof variables === 'object' && variables !== null && typeof Reflect.get(variables, 'requestKey') === 'string';
