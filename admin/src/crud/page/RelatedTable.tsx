import { PlusOutlined } from '@ant-design/icons';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import { useRole } from '../../shell/session-context';
import { columnOf, type RelatedList, type Row } from '../define';
import { type ConceptName, fieldAt, mayReadPath } from '../metadata';
import { usePhrases } from '../phrases';
import { basePath, isOffered, pathTo, resourceOf } from '../registry';
import { relatedAt, valueAt } from '../row';
import { Value } from '../value/Value';
import { useVocabulary } from '../vocabulary';
import { Part } from './Part';

interface Props {
  concept: ConceptName;
  title: string;
  related: RelatedList;
  row: Row;
}

interface Connection {
  totalCount: number;
  nodes: Row[];
}

/** Some rows that belong to a page's thing, each one press away; all of them in their own list. */
export function RelatedTable({ concept, title, related, row }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const role = useRole();
  const { target } = fieldAt(concept, related.many).field;
  const phrase = usePhrases(target ?? concept);
  const found = valueAt(row, related.many) as Connection | undefined;
  if (!target || !found) return null;

  const resource = resourceOf(target);
  const columns = related.columns.map(columnOf).filter(({ path }) => mayReadPath(target, path, role));
  const backInput = fieldAt(target, related.by).field.input;
  const add =
    resource && isOffered(resource, 'create', role) && backInput
      ? `${basePath(target)}/new?${backInput}=${row.id}`
      : undefined;
  const listed = resource?.list?.filters?.some((filter) => filter === related.by);
  const rest = found.totalCount - found.nodes.length;
  return (
    <Part
      title={title}
      count={found.totalCount > 0 ? formatNumber(found.totalCount) : undefined}
      extra={
        add && (
          <LinkButton className="no-print" icon={<PlusOutlined />} to={add}>
            {phrase('add')}
          </LinkButton>
        )
      }
    >
      {found.nodes.length === 0 ? (
        <p className="quiet">{phrase('noneHere')}</p>
      ) : (
        <Table<Row>
          className="related"
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: true }}
          aria-label={title}
          dataSource={found.nodes}
          columns={columns.map(({ path, render: Cell }, index) => ({
            key: path,
            title: words.short(target, path),
            align: ['int', 'decimal'].includes(fieldAt(target, path).field.kind) && !Cell ? 'right' : 'left',
            render: (_value: unknown, one: Row) => {
              const content = Cell ? <Cell row={one} /> : <Value concept={target} row={one} path={path} dense />;
              if (index > 0 || !resource?.page) return content;
              return <Link to={pathTo(target, one.id)}>{relatedAt(target, one, path)?.title ?? content}</Link>;
            },
          }))}
        />
      )}
      {rest > 0 && listed && (
        <Link className="see-all no-print" to={`${basePath(target)}?${related.by}=${row.id}&on=all`}>
          {phrase('seeAll', { count: found.totalCount, formatted: formatNumber(found.totalCount) })}
        </Link>
      )}
      {rest > 0 && !listed && (
        <p className="quiet">{t('page.andMore', { count: rest, formatted: formatNumber(rest) })}</p>
      )}
    </Part>
  );
}
