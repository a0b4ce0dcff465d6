import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { ObligationState } from '../../theme/tokens';
import { allKinds, type Kind, stateOrder } from './model';

export interface MatrixState {
  year: number;
  states: ObligationState[];
  kind: Kind | undefined;
}

const codes = <T extends string>(known: readonly T[], value: string | null): T[] =>
  (value ?? '').split(',').filter((code): code is T => known.some((one) => one === code));

/** Year and filters of the matrix, kept in the address like those of a list; whatever is odd in it is left out. */
export function useMatrixState(currentYear: number): [MatrixState, (next: Partial<MatrixState>) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('year') ?? '';
  const year = /^20\d\d$/.test(asked) ? Number(asked) : currentYear;
  const states = codes(stateOrder, search.get('state'));
  const [kind] = codes(allKinds, search.get('obligation'));
  const change = useCallback(
    (next: Partial<MatrixState>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          const put = (key: string, value: string | undefined) => (value ? after.set(key, value) : after.delete(key));
          if ('year' in next) put('year', next.year === currentYear ? undefined : String(next.year));
          if ('states' in next) put('state', next.states?.join(','));
          if ('kind' in next) put('obligation', next.kind);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch, currentYear],
  );
  return [{ year, states, kind }, change];
}
