import { PlusOutlined } from '@ant-design/icons';
import { type HttpError, useList } from '@refinedev/core';
import { keepPreviousData } from '@tanstack/react-query';
import { Alert, Button, Grid, Space, Typography } from 'antd';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import { useRole, useToday } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import type { ListDeclaration, Resource, Row } from '../define';
import { conceptOf } from '../metadata';
import { usePhrases } from '../phrases';
import { basePath } from '../registry';
import { useOffered } from '../use-offered';
import { useVocabulary } from '../vocabulary';
import { Cards } from './Cards';
import { ColumnChooser } from './ColumnChooser';
import { EmptyList } from './EmptyList';
import { ExportButton } from './ExportButton';
import { Filters } from './Filters';
import { columnsFor, dayOf, pathsOf, shownColumns, sortersOf, whereOf } from './query';
import { Rows } from './Rows';
import { SearchBox } from './SearchBox';
import { useListState } from './use-list-state';
import { useSetting } from './use-setting';

/** A list is a work tool: search, filters, sort, columns, count, export, all in the address. */
export function ListPage({ resource, list }: { resource: Resource; list: ListDeclaration }) {
  const { concept } = resource;
  const { t } = useTranslation();
  const words = useVocabulary();
  const phrase = usePhrases(concept);
  const role = useRole();
  const today = useToday();
  const wide = Grid.useBreakpoint().md ?? true;
  const [state, change] = useListState(concept, list);
  usePageTitle(words.many(concept));

  const columns = useMemo(() => columnsFor(concept, list, role), [concept, list, role]);
  const shown = shownColumns(columns, state);
  const on = dayOf(concept, list, state, today);
  const { setting, awaited } = useSetting(list, state);
  const where = whereOf(concept, list, state, today, setting);
  const { query, result } = useList<Row, HttpError>({
    resource: conceptOf(concept).plural,
    pagination: { currentPage: state.page, pageSize: state.size, mode: 'server' },
    sorters: sortersOf(concept, list, state),
    meta: { concept, paths: pathsOf(concept, shown), search: state.q, on, where },
    queryOptions: { placeholderData: keepPreviousData, enabled: !awaited },
    errorNotification: false,
  });
  const { data: rows, total = 0 } = result;
  const narrowed = state.q !== '' || Object.keys(state.filters).length > 0;
  const creates = useOffered(concept, 'create');
  const Before = list.before;

  return (
    <section className="page list-page" aria-labelledby="page-title" onKeyDown={walkRows}>
      <header className="page-head">
        <div>
          <Typography.Title level={1} id="page-title">
            {words.many(concept)}
          </Typography.Title>
          <p className="quiet" aria-live="polite">
            {query.isPending || query.isError
              ? '\u00a0'
              : phrase('count', { count: total, formatted: formatNumber(total) })}
          </p>
        </div>
        <Space wrap className="no-print">
          {wide && <ColumnChooser concept={concept} columns={columns} state={state} onChange={change} />}
          <ExportButton
            concept={concept}
            columns={shown}
            total={total}
            query={{ where, on, search: state.q || undefined, sorters: sortersOf(concept, list, state) }}
          />
          {creates && (
            <LinkButton type="primary" icon={<PlusOutlined />} to={`${basePath(concept)}/new`}>
              {phrase('add')}
            </LinkButton>
          )}
        </Space>
      </header>
      {Before && <Before />}
      <div className="list-tools no-print">
        <SearchBox value={state.q} label={phrase('search')} onChange={(q) => change({ q })} />
        <Filters concept={concept} list={list} state={state} on={on} setting={setting} onChange={change} />
      </div>
      {query.isError ? (
        <Alert
          type="error"
          showIcon
          message={query.error.message || t('errors.unexpected')}
          action={<Button onClick={() => query.refetch()}>{t('actions.retry')}</Button>}
        />
      ) : rows.length === 0 && !query.isPending ? (
        <EmptyList
          resource={resource}
          narrowed={narrowed}
          on={on}
          onClear={() => change(narrowed ? { q: '', filters: {} } : { on: 'all' })}
        />
      ) : wide ? (
        <Rows
          resource={resource}
          columns={shown}
          rows={rows}
          total={total}
          state={state}
          sorters={sortersOf(concept, list, state)}
          loading={query.isPending}
          stale={query.isPlaceholderData}
          onChange={change}
        />
      ) : (
        <Cards
          resource={resource}
          columns={shown}
          sortable={columns}
          rows={rows}
          total={total}
          state={state}
          loading={query.isPending}
          onChange={change}
        />
      )}
    </section>
  );
}

/** Up and down walk the rows' links, from the search box on; Enter opens, as links do. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const target = event.target as HTMLElement;
  const inSearch = target.matches('input[type="search"]');
  if (!inSearch && !target.matches('.row-link')) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-link')];
  const next = links[links.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)];
  const search = event.currentTarget.querySelector<HTMLElement>('input[type="search"]');
  const reached = next ?? (event.key === 'ArrowUp' ? search : undefined);
  if (!reached) return;
  event.preventDefault();
  reached.focus();
}
