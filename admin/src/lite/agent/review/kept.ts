import { useState } from 'react';

/** What was typed and not yet sent, kept in this tab across a failed save, a lost session or a reload. */
function read<T>(key: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null; // Storage refused, or not what we wrote: begin anew.
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage refused: the page still holds what was typed while it stays open.
  }
}

/** Is something typed and not sent for this key? Then it is shown again at once. */
export const begun = (key: string): boolean => read(key) !== null;

/** A state that survives a reload; null: nothing was typed. */
export function useKept<T>(key: string): [T | null, (value: T | null) => void] {
  const [value, setValue] = useState<T | null>(() => read<T>(key));
  return [
    value,
    (next) => {
      write(key, next);
      setValue(next);
    },
  ];
}
