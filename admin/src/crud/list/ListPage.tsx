import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Grid, Space, Typography } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import { usePageTitle } from '../../shell/use-page-title';
import { filterValue } from '../address';
import type { ListDeclaration, Resource } from '../define';
import { usePhrases } from '../phrases';
import { basePath } from '../registry';
import { useOffered } from '../use-offered';
import { useVocabulary } from '../vocabulary';
import { Cards } from './Cards';
import { ColumnChooser } from './ColumnChooser';
import { EmptyList } from './EmptyList';
import { ExportButton } from './ExportButton';
import { Filters } from './Filters';
import { Rows } from './Rows';
import { SearchBox } from './SearchBox';
import { useListTable } from './use-list-table';

/** A list is a work tool: search, filters, sort, columns, count, export, all in the address. */
export function ListPage({ resource, list }: { resource: Resource; list: ListDeclaration }) {
  const { concept } = resource;
  const { t } = useTranslation();
  const words = useVocabulary();
  const phrase = usePhrases(concept);
  const wide = Grid.useBreakpoint().md ?? true;
  const table = useListTable(concept, list);
  usePageTitle(words.many(concept));
  const { tableQuery: query, result, columns, shown, filters, day } = table;
  const { total = 0 } = result;
  const [search = ''] = filterValue(filters, 'q');
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
          {wide && <ColumnChooser concept={concept} columns={columns} shown={shown} onChange={table.chooseColumns} />}
          <ExportButton concept={concept} columns={shown} total={total} asked={table.asked} />
          {creates && (
            <LinkButton type="primary" icon={<PlusOutlined />} to={`${basePath(concept)}/new`}>
              {phrase('add')}
            </LinkButton>
          )}
        </Space>
      </header>
      {Before && <Before />}
      <div className="list-tools no-print">
        <SearchBox value={search} label={phrase('search')} onChange={(text) => table.change('q', [text])} />
        <Filters
          concept={concept}
          list={list}
          filters={filters}
          day={day}
          setting={table.setting}
          onChange={table.change}
        />
      </div>
      {query.isError ? (
        <Alert
          type="error"
          showIcon
          message={query.error.message || t('errors.unexpected')}
          action={<Button onClick={() => query.refetch()}>{t('actions.retry')}</Button>}
        />
      ) : result.data.length === 0 && !query.isPending ? (
        <EmptyList
          resource={resource}
          narrowed={filters.some((filter) => 'field' in filter && filter.field !== 'on')}
          on={day}
          onClear={table.clear}
        />
      ) : wide ? (
        <Rows resource={resource} table={table} />
      ) : (
        <Cards resource={resource} table={table} />
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
