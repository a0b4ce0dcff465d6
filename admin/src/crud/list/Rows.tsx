import { getDefaultSortOrder } from '@refinedev/antd';
import { Table } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatNumber } from '../../i18n/format';
import { pageSizes } from '../address';
import type { Resource, Row } from '../define';
import { fieldAt } from '../metadata';
import { usePhrases } from '../phrases';
import { pathTo } from '../registry';
import { useVocabulary } from '../vocabulary';
import { useColumns } from './use-columns';
import type { ListTable } from './use-list-table';

interface Props {
  resource: Resource;
  table: ListTable;
}

/** A press on a row opens it, unless it was on a link or a button, or ended a selection of text. */
const opensRow = (event: MouseEvent) => {
  const target = event.target as HTMLElement;
  return !target.closest('a, button, input, label') && !window.getSelection()?.toString();
};

/** The rows of a list as a table. */
export function Rows({ resource, table }: Props) {
  const { concept } = resource;
  const { t } = useTranslation();
  const words = useVocabulary();
  const phrase = usePhrases(concept);
  const navigate = useNavigate();
  const { tableQuery, result, currentPage, pageSize } = table;
  const total = result.total ?? 0;
  // One arrow: at the column that orders first, the others only settle its ties.
  const sorters = table.sorters.slice(0, 1);

  const columns = useColumns(concept, table.shown, 'row-link').map((column) => ({
    ...column,
    sorter: fieldAt(concept, column.key).field.sort,
    sortOrder: getDefaultSortOrder(column.key, sorters) ?? null,
    showSorterTooltip: false,
  }));

  return (
    <Table<Row>
      className={tableQuery.isPlaceholderData ? 'rows rows-stale' : 'rows'}
      rowKey="id"
      columns={columns}
      dataSource={result.data}
      loading={tableQuery.isPending}
      size="middle"
      scroll={{ x: true }}
      aria-label={words.many(concept)}
      onRow={(row) => ({
        onClick: (event) => {
          if (resource.page && opensRow(event)) void navigate(pathTo(concept, row.id));
        },
        className: resource.page ? 'row-opens' : undefined,
      })}
      pagination={{
        current: currentPage,
        pageSize,
        total,
        pageSizeOptions: [...pageSizes],
        showSizeChanger: total > pageSizes[0],
        hideOnSinglePage: total <= pageSizes[0],
        showTotal: (all, [from, to]) =>
          t('list.range', {
            from: formatNumber(from),
            to: formatNumber(to),
            all: formatNumber(all),
            what: phrase('unit', { count: all }),
          }),
      }}
      onChange={({ current = 1, pageSize: size = pageSize }, _filters, sorter, { action }) => {
        if (action === 'paginate') {
          table.setCurrentPage(size === pageSize ? current : 1);
          table.setPageSize(size);
          return;
        }
        // The third press comes back to the usual order.
        const [{ columnKey, order } = {}] = [sorter].flat();
        table.sortBy(order ? String(columnKey) : undefined, order === 'descend');
      }}
    />
  );
}
