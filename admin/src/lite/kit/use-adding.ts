import { useRef } from 'react';

/** A random UUID (version 4). `crypto.randomUUID` is missing where a page comes over plain http, on a network of one's own. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * Sends additions with a key: the same one until the addition is done, however often one presses, so that it is done once; then
 * another for the next one. An `add` that gives false was not done.
 */
export function useAdding(): <T>(add: (requestKey: string) => Promise<T>) => Promise<T> {
  const key = useRef<string>(undefined);
  return async (add) => {
    key.current ??= newRequestKey();
    const done = await add(key.current);
    if (done !== false) key.current = undefined;
    return done;
  };
}
