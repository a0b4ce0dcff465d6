import { Link } from 'react-router';
import type { Column, Row } from '../define';
import { type ConceptName, fieldAt } from '../metadata';
import { pathTo, resourceOf } from '../registry';
import { relatedAt } from '../row';
import { Value } from '../value/Value';
import { useVocabulary } from '../vocabulary';
import type { DataColumn } from './DataTable';

const figures = new Set(['int', 'decimal']);

/** Declared columns for Ant's table: the first one opens the row, where it has a page. */
export function useColumns(concept: ConceptName, columns: readonly Column[], linkClass = '') {
  const words = useVocabulary();
  const opens = resourceOf(concept)?.page !== undefined;
  return columns.map(
    ({ path, render: Cell, width }, index): DataColumn<Row> => ({
      key: path,
      title: words.short(concept, path),
      ...(width === undefined ? {} : { width }),
      align: figures.has(fieldAt(concept, path).field.kind) && !Cell ? 'right' : 'left',
      render: (_value, row) => {
        const content = Cell ? <Cell row={row} /> : <Value concept={concept} row={row} path={path} dense />;
        if (index > 0 || !opens) return content;
        return (
          <Link className={linkClass} to={pathTo(concept, row.id)}>
            {relatedAt(concept, row, path)?.title ?? content}
          </Link>
        );
      },
    }),
  );
}
