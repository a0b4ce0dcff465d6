import { useCallback, useEffect, useRef, useState } from 'react';

/** What a page shows: the last data even while it is asked again, and the failure beside it. */
export interface Loaded<T> {
  readonly data: T | null;
  readonly failure: unknown;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/** Last answer of each query, so that going from one page to another shows it at once while it is asked again. */
const kept = new Map<string, unknown>();

/** Loads on arrival, when `key` changes and when the connection or the page comes back; the last answer asked for wins. */
export function useQuery<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ data: T | null; failure: unknown; loading: boolean }>(() => ({
    data: (kept.get(key) as T | undefined) ?? null,
    failure: null,
    loading: true,
  }));
  const latest = useRef(0);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(async () => {
    const turn = ++latest.current;
    setState((previous) => ({ ...previous, loading: true }));
    try {
      const data = await loader.current();
      kept.set(key, data);
      if (turn === latest.current) setState({ data, failure: null, loading: false });
    } catch (failure) {
      if (turn === latest.current) setState((previous) => ({ ...previous, failure, loading: false }));
    }
  }, [key]);

  useEffect(() => {
    setState((previous) => ({ ...previous, data: (kept.get(key) as T | undefined) ?? null }));
    void reload();
    const again = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      latest.current++;
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [key, reload]);

  return { ...state, reload };
}

/** Forgets everything: someone else may sign in on this page. */
export const forgetQueries = (): void => kept.clear();

export interface Action<Arguments extends unknown[]> {
  readonly send: (...args: Arguments) => Promise<boolean>;
  readonly sending: boolean;
  readonly failure: unknown;
  readonly clear: () => void;
}

/** Sends once: presses while an answer is awaited are ignored. Answers whether it succeeded. */
export function useAction<Arguments extends unknown[]>(act: (...args: Arguments) => Promise<void>): Action<Arguments> {
  const [state, setState] = useState<{ sending: boolean; failure: unknown }>({ sending: false, failure: null });
  const busy = useRef(false);
  const send = async (...args: Arguments): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setState({ sending: true, failure: null });
    try {
      await act(...args);
      setState({ sending: false, failure: null });
      return true;
    } catch (failure) {
      setState({ sending: false, failure });
      return false;
    } finally {
      busy.current = false;
    }
  };
  return { ...state, send, clear: () => setState({ sending: false, failure: null }) };
}
