const quietFor = 2_000;
const remindEvery = 10_000;

/**
 * Runs something that may be slow and says so: nothing for work under two seconds, then what is being done,
 * a reminder every ten seconds, and how long it took.
 *
 * @param what a sentence without a final stop, such as `Applying the migrations`
 * @param say receives each line; the standard error output unless told
 */
export async function withProgress<T>(
  what: string,
  work: () => Promise<T>,
  say: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<T> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  let reminder: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    say(`${what}…`);
    reminder = setInterval(() => say(`${what}… (${seconds()})`), remindEvery);
  }, quietFor);
  try {
    const result = await work();
    if (reminder) say(`${what}: done in ${seconds()}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(reminder);
  }
}
