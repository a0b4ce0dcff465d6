import { Grid, Table, type TableColumnType, type TableProps } from 'antd';
import type { Key, ReactNode } from 'react';

export interface DataColumn<T> extends TableColumnType<T> {
  key: string;
  title: string;
  render: (value: undefined, row: T, index: number) => ReactNode;
}
type Columns<T> = DataColumn<T>[];

interface CardsProps<T> {
  columns: Columns<T>;
  rows: readonly T[];
  keyOf: (row: T) => Key;
  heading?: 'h2' | 'h3';
  className?: string;
  /** Whether a value is worth a line. */
  says?: (row: T, column: string) => boolean;
}

const cell = <T,>({ render }: Columns<T>[number], row: T, index: number) => render(undefined, row, index);

/** Rows on a narrow screen: one card each, named by the first column. */
export function RowCards<T>({
  columns,
  rows,
  keyOf,
  heading: Heading = 'h3',
  className = 'cards',
  says = () => true,
}: CardsProps<T>) {
  const [first, ...others] = columns;
  return (
    <ul className={className}>
      {rows.map((row, index) => (
        <li key={keyOf(row)} className="card">
          <Heading>{first && cell(first, row, index)}</Heading>
          <dl>
            {others
              .filter(({ key }) => says(row, key))
              .map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{cell(column, row, index)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface Props<T> extends Omit<TableProps<T>, 'columns' | 'dataSource' | 'rowKey'> {
  columns: Columns<T>;
  dataSource: readonly T[];
  rowKey: (row: T) => string;
  /** What all rows come to: under the table, under the cards. */
  total?: { label: string; value: string } | undefined;
}

/** A plain table of a page, each row of which is a card on a narrow screen. */
export function DataTable<T extends object>({ columns, rowKey, dataSource, total, ...table }: Props<T>) {
  const wide = Grid.useBreakpoint().md ?? true;
  if (wide)
    return (
      <Table<T>
        {...table}
        size="small"
        pagination={false}
        columns={columns}
        dataSource={dataSource}
        rowKey={rowKey}
        summary={() =>
          total && (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0} colSpan={columns.length - 1}>
                <strong>{total.label}</strong>
              </Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                <strong>{total.value}</strong>
              </Table.Summary.Cell>
            </Table.Summary.Row>
          )
        }
      />
    );
  return (
    <div className={table.className}>
      <RowCards className="cards cards-flat" columns={columns} rows={dataSource} keyOf={rowKey} />
      {total && (
        <p>
          {total.label} <strong>{total.value}</strong>
        </p>
      )}
    </div>
  );
}
