/**
 * How long a stop waits for each thing, in milliseconds, one after the other: whoever runs services kills after ten seconds, and then
 * PostgreSQL would be left running. PostgreSQL has four seconds of its own (`postmaster.ts`).
 */
export const stopLimits = {
  /** For requests under way; then their connections are cut. */
  requests: 2000,
  /** For the work of the hours and the mail that is being sent: both go on at the next start. */
  jobs: 1500,
  /** For statements under way: what is not committed by then is not kept. */
  connections: 500,
};

/** When a stop is given up: something hangs that nobody foresaw. */
const stopLimit = 9500;

/**
 * Runs `stop` once, on the first word to stop, and then ends the process: SIGINT and SIGTERM, a closed terminal, or the death of
 * the `npm start` that launched it. Ctrl-C reaches the process twice (from the terminal and through npm): the second
 * word changes nothing.
 *
 * @param stop closes in this order: HTTP, connections, database
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopLimit).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin);
  process.on('disconnect', begin);
  // Listening to the launcher's channel must not keep alive a command that is done.
  process.channel?.unref();
  // A reader that went away (a closed terminal, `npm start | head`) must not cut the stop short.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
