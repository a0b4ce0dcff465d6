import { useCallback, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type ListState, parseAddress, writeAddress } from '../address';
import type { ListDeclaration } from '../define';
import type { ConceptName } from '../metadata';
import { basePath } from '../registry';

const lastAddress = new Map<ConceptName, string>();

/** Where a list was left in this visit, so that going back to it from a page finds the same rows. */
export const listAddress = (concept: ConceptName): string => `${basePath(concept)}${lastAddress.get(concept) ?? ''}`;

/** The state of a list, kept in the address bar. A change goes back to the first page unless it is about the page. */
export function useListState(concept: ConceptName, declared: ListDeclaration) {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => parseAddress(concept, declared, search), [concept, declared, search]);

  useEffect(() => {
    const text = search.toString();
    lastAddress.set(concept, text ? `?${text}` : '');
  }, [concept, search]);

  const change = useCallback(
    (next: Partial<ListState>) => {
      setSearch(
        (current) => {
          const now = parseAddress(concept, declared, current);
          return writeAddress(concept, { ...now, page: 1, ...next });
        },
        // At once: a box just ticked must not look unticked until the transition ends.
        { replace: true, preventScrollReset: next.page === undefined, flushSync: true },
      );
    },
    [concept, declared, setSearch],
  );
  return [state, change] as const;
}
