import type { CrudSort } from '@refinedev/core';
import { Table, type TableColumnType } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatNumber } from '../../i18n/format';
import { type ListState, pageSizes } from '../address';
import type { Column, Resource, Row } from '../define';
import { fieldAt } from '../metadata';
import { usePhrases } from '../phrases';
import { pathTo } from '../registry';
import { relatedAt } from '../row';
import { Value } from '../value/Value';
import { useVocabulary } from '../vocabulary';

interface Props {
  resource: Resource;
  columns: Column[];
  rows: Row[];
  total: number;
  state: ListState;
  sorters: CrudSort[];
  loading: boolean;
  stale: boolean;
  onChange: (next: Partial<ListState>) => void;
}

const figures = new Set(['int', 'decimal']);

/** A press on a row opens it, unless it was on a link or a button, or ended a selection of text. */
const opensRow = (event: MouseEvent) => {
  const target = event.target as HTMLElement;
  return !target.closest('a, button, input, label') && !window.getSelection()?.toString();
};

/** The rows of a list as a table. */
export function Rows({ resource, columns, rows, total, state, sorters, loading, stale, onChange }: Props) {
  const { concept } = resource;
  const { t } = useTranslation();
  const words = useVocabulary();
  const phrase = usePhrases(concept);
  const navigate = useNavigate();
  // One arrow: at the column that orders first, the others only settle its ties.
  const sorted = new Map(sorters.slice(0, 1).map(({ field, order }) => [field, order]));

  const tableColumns = columns.map((column, index): TableColumnType<Row> => {
    const { path, render: Cell, width } = column;
    const { field } = fieldAt(concept, path);
    const order = sorted.get(path);
    return {
      key: path,
      title: words.short(concept, path),
      width,
      align: figures.has(field.kind) && !Cell ? 'right' : undefined,
      sorter: field.sort,
      sortOrder: order ? (order === 'desc' ? 'descend' : 'ascend') : null,
      showSorterTooltip: false,
      render: (_value, row) => {
        const content = Cell ? <Cell row={row} /> : <Value concept={concept} row={row} path={path} dense />;
        if (index > 0 || !resource.page) return content;
        return (
          <Link className="row-link" to={pathTo(concept, row.id)}>
            {relatedAt(concept, row, path)?.title ?? content}
          </Link>
        );
      },
    };
  });

  return (
    <Table<Row>
      className={stale ? 'rows rows-stale' : 'rows'}
      rowKey="id"
      columns={tableColumns}
      dataSource={rows}
      loading={loading}
      size="middle"
      scroll={{ x: true }}
      aria-label={words.many(concept)}
      onRow={(row) => ({
        onClick: (event) => {
          if (resource.page && opensRow(event)) navigate(pathTo(concept, row.id));
        },
        className: resource.page ? 'row-opens' : undefined,
      })}
      pagination={{
        current: state.page,
        pageSize: state.size,
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
      onChange={({ current, pageSize }, _filters, sorter, { action }) => {
        if (action === 'paginate') {
          onChange({ page: pageSize === state.size ? (current ?? 1) : 1, size: pageSize ?? state.size });
          return;
        }
        const [first] = Array.isArray(sorter) ? sorter : [sorter];
        const path = String(first?.columnKey ?? '');
        const order = first?.order;
        // The third press comes back to the usual order.
        onChange({ sort: order ? [order === 'descend' ? `-${path}` : path] : [] });
      }}
    />
  );
}
