import { Pagination, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column, Resource, Row } from '../define';
import { fieldAt } from '../metadata';
import { pathTo } from '../registry';
import { relatedAt, titleOf, valueAt } from '../row';
import { Value } from '../value/Value';
import { useVocabulary } from '../vocabulary';
import type { ListTable } from './use-list-table';

interface Props {
  resource: Resource;
  table: ListTable;
}

const said = (row: Row, path: string) => ![null, undefined, ''].includes(valueAt(row, path) as null);

/** The rows of a list on a narrow screen: a card each, what is empty left out. */
export function Cards({ resource, table }: Props) {
  const { concept } = resource;
  const { t } = useTranslation();
  const words = useVocabulary();
  const { tableQuery, result, shown, columns, asked } = table;
  if (tableQuery.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  const [first, ...others] = shown;
  const [sorter] = asked.sorters;
  const options = columns
    .filter(({ path }) => fieldAt(concept, path).field.sort)
    .flatMap(({ path }) => [
      { value: path, label: t('list.up', { label: words.short(concept, path) }) },
      { value: `-${path}`, label: t('list.down', { label: words.short(concept, path) }) },
    ]);
  return (
    <>
      <label className="card-sort no-print" htmlFor="card-sort">
        <span>{t('list.sort')}</span>
        <Select
          id="card-sort"
          allowClear
          value={sorter && (sorter.order === 'desc' ? `-${sorter.field}` : sorter.field)}
          placeholder={t('list.usualOrder')}
          options={options}
          onChange={(path: string | undefined) => table.sortBy(path?.replace('-', ''), path?.startsWith('-'))}
        />
      </label>
      <ul className="cards">
        {result.data.map((row) => (
          <li key={row.id} className="card">
            <h2>
              {resource.page ? (
                <Link className="row-link" to={pathTo(concept, row.id)}>
                  <CardTitle resource={resource} row={row} column={first} />
                </Link>
              ) : (
                <CardTitle resource={resource} row={row} column={first} />
              )}
            </h2>
            <dl>
              {others
                .filter(({ path }) => said(row, path))
                .map(({ path, render: Cell }) => (
                  <div key={path}>
                    <dt>{words.short(concept, path)}</dt>
                    <dd>{Cell ? <Cell row={row} /> : <Value concept={concept} row={row} path={path} dense />}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      <Pagination
        className="card-pages"
        current={table.currentPage}
        pageSize={table.pageSize}
        total={result.total ?? 0}
        simple
        hideOnSinglePage
        showSizeChanger={false}
        onChange={table.setCurrentPage}
      />
    </>
  );
}

function CardTitle({ resource, row, column }: { resource: Resource; row: Row; column: Column | undefined }) {
  if (!column) return titleOf(resource.concept, row);
  const Cell = column.render;
  if (Cell) return <Cell row={row} />;
  const related = relatedAt(resource.concept, row, column.path);
  if (related) return related.title;
  return <Value concept={resource.concept} row={row} path={column.path} />;
}
