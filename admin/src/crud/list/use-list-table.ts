import { type HttpError, useParsed, useTable } from '@refinedev/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigationType, useSearchParams } from 'react-router';
import { useRole, useToday } from '../../shell/session-context';
import { defaultSize, type FilterValue, filterFor, filterValue, type TableState } from '../address';
import type { ListDeclaration, Row } from '../define';
import { type ConceptName, conceptOf } from '../metadata';
import { keepListAddress } from './last-address';
import { columnsFor, dayOf, pathsOf, presetsOf, shownColumns, usualOrder } from './query';
import { useSetting } from './use-setting';

export type ListTable = ReturnType<typeof useListTable>;

/** A list on Refine's table, whose state stands in the address (providers/router.ts). */
export function useListTable(concept: ConceptName, declared: ListDeclaration) {
  const role = useRole();
  const today = useToday();
  const { search } = useLocation();
  const { setting, awaitedBy } = useSetting(declared);
  const { params } = useParsed<TableState>();
  const columns = useMemo(() => columnsFor(concept, declared, role), [concept, declared, role]);
  const [chosen, choose] = useChosenColumns(columns.map(({ path }) => path));
  const shown = shownColumns(columns, chosen);
  const order = usualOrder(concept, declared);
  const meta = {
    paths: pathsOf(concept, shown),
    on: declared.today ? today : undefined,
    presets: presetsOf(declared, today, setting),
    order,
  };
  const table = useTable<Row, HttpError>({
    resource: conceptOf(concept).plural,
    syncWithLocation: true,
    pagination: { pageSize: defaultSize },
    meta,
    queryOptions: {
      placeholderData: keepPreviousData,
      enabled: !awaitedBy || filterValue(params?.filters ?? [], awaitedBy).length === 0,
    },
    errorNotification: false,
  });
  const { filters, sorters, setFilters, setSorters, setCurrentPage, setPageSize } = table;

  // Refine's table reads the address when it opens; a link to the same list, or the way back, is followed here.
  const arrival = useArrival();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state of the address one arrived at, not of those written since
  useEffect(() => {
    if (!params) return;
    setFilters(params.filters ?? [], 'replace');
    setSorters(params.sorters ?? []);
    setCurrentPage(params.currentPage ?? 1);
    setPageSize(params.pageSize ?? defaultSize);
  }, [arrival]);

  useEffect(() => {
    keepListAddress(concept, search);
  }, [concept, search]);

  return {
    ...table,
    setting,
    columns,
    shown,
    chooseColumns: choose,
    day: dayOf(concept, declared, filters, today),
    sorters: sorters.length > 0 ? sorters : order,
    /** What the rows are asked by, for an export of all of them. */
    asked: { filters, sorters, meta },
    /** Orders by a column, or in the usual way; from the first page. */
    sortBy: (field?: string, descending = false) => {
      setSorters(field ? [{ field, order: descending ? 'desc' : 'asc' }] : []);
      setCurrentPage(1);
    },
    /** Sets one filter, or takes it away; the list begins again at its first page. */
    change: (key: string, value: FilterValue) => {
      const filter = filterFor(concept, declared, key, value);
      const others = filters.filter((one) => !('field' in one && one.field === key));
      setFilters(filter ? [...others, filter] : others, 'replace');
      setCurrentPage(1);
    },
    /** Shows everything: without search and filters or, where there are none, of every period. */
    clear: () => {
      const kept = filters.filter((one) => 'field' in one && one.field === 'on');
      const all = filterFor(concept, declared, 'on', ['all']);
      setFilters(kept.length < filters.length ? kept : all ? [all] : [], 'replace');
      setCurrentPage(1);
    },
  };
}

/** Changes when one arrives by a link, or by the browser's ways back and forth; not when the list itself rewrites its address. */
function useArrival(): string {
  const { key } = useLocation();
  const rewritten = useNavigationType() === 'REPLACE';
  const [arrival, setArrival] = useState(key);
  if (!rewritten && arrival !== key) setArrival(key);
  return arrival;
}

/** Which columns to see, by the address: no part of what Refine's table keeps. */
function useChosenColumns(known: readonly string[]) {
  const [search, setSearch] = useSearchParams();
  const named = search.get('columns')?.split(',') ?? [];
  const chosen = known.filter((path) => named.includes(path));
  const choose = (next: readonly string[] | undefined) =>
    setSearch(
      (current) => {
        current.delete('columns');
        if (next) current.set('columns', next.join(','));
        return current;
      },
      // At once: a box just ticked must not look unticked until the transition ends.
      { replace: true, preventScrollReset: true, flushSync: true },
    );
  return [chosen.length > 0 ? chosen : undefined, choose] as const;
}
