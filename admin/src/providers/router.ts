import type { RouterProvider } from '@refinedev/core';
import bindings from '@refinedev/react-router';
import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { readAddress, type TableState, writeAddress } from '../crud/address';
import { resourceOf } from '../crud/registry';

const { go: useBoundGo, parse: useBoundParse } = bindings as Required<RouterProvider>;

/** The list at the present address, if it is one. */
function useListHere() {
  const { resource, action } = useBoundParse()();
  const { concept, list } = (action === 'list' && resourceOf(resource?.meta?.concept)) || {};
  return useMemo(() => (concept && list ? { concept, list } : undefined), [concept, list]);
}

/**
 * React Router as Refine's router. A list tells its state in its own words (crud/address.ts) where Refine would write
 * `filters[0][field]=level`: people read such addresses, and mails, the home and their bookmarks lead to them.
 */
export const routerProvider: RouterProvider = {
  ...bindings,
  parse: () => {
    const parse = useBoundParse();
    const here = useListHere();
    const { search } = useLocation();
    const state = useMemo(
      () => here && readAddress(here.concept, here.list, new URLSearchParams(search)),
      [here, search],
    );
    // What else an address says is its page's own business: Refine would hand it to the data provider.
    return useCallback(() => ({ ...parse(), params: state ?? {} }), [parse, state]);
  },
  go: () => {
    const go = useBoundGo();
    const here = useListHere();
    const navigate = useNavigate();
    const { search } = useLocation();
    return useCallback(
      (config) => {
        if (config.to || !here) return go(config);
        const { concept, list } = here;
        const now = new URLSearchParams(search);
        const before = writeAddress(concept, list, readAddress(concept, list, now));
        const next = writeAddress(concept, list, config.query as unknown as TableState);
        const isSame = next.toString() === before.toString();
        // Another page begins at its top; what is narrowed stays where one looks.
        const preventScrollReset = withoutPage(next) !== withoutPage(before);
        const columns = now.get('columns');
        if (columns) next.set('columns', columns);
        if (config.type === 'path') return `?${next}`;
        if (!isSame) void navigate({ search: next.toString() }, { replace: true, preventScrollReset });
      },
      [go, here, navigate, search],
    );
  },
};

const withoutPage = (search: URLSearchParams): string => {
  const others = new URLSearchParams(search);
  others.delete('page');
  return others.toString();
};
