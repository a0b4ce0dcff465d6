import { useEffect, useState } from 'react';

/** Something asked for on arrival that the page can do without: null until it comes, and if it does not. */
export function useOnce<T>(load: () => Promise<T>): T | null {
  const [value, setValue] = useState<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, on arrival
  useEffect(() => {
    let left = false;
    const keep = (loaded: T) => {
      if (!left) setValue(loaded);
    };
    load().then(keep, () => {});
    return () => {
      left = true;
    };
  }, []);
  return value;
}
