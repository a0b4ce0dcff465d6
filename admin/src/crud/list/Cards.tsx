import { Pagination, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../define';
import { fieldAt } from '../metadata';
import { valueAt } from '../row';
import { useVocabulary } from '../vocabulary';
import { RowCards } from './DataTable';
import { useColumns } from './use-columns';
import type { ListTable } from './use-list-table';

interface Props {
  resource: Resource;
  table: ListTable;
}

/** The rows of a list on a narrow screen: a card each, what is empty left out. */
export function Cards({ resource: { concept }, table }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const columns = useColumns(concept, table.shown, 'row-link');
  const [sorter] = table.asked.sorters;
  if (table.tableQuery.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  const options = table.columns
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
      <RowCards
        heading="h2"
        columns={columns}
        rows={table.result.data}
        keyOf={({ id }) => id}
        says={(row, path) => !['', null, undefined].includes(valueAt(row, path) as null)}
      />
      <Pagination
        className="card-pages"
        current={table.currentPage}
        pageSize={table.pageSize}
        total={table.result.total ?? 0}
        simple
        hideOnSinglePage
        showSizeChanger={false}
        onChange={table.setCurrentPage}
      />
    </>
  );
}
