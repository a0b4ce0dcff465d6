/** Waits for work, in milliseconds at most; what goes on then is nobody's any more. @returns whether it was done in time */
export const within = async (limit: number, work: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limit);
  });
  // Its failure after that interests nobody; one in time does.
  work.catch(() => undefined);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
};
