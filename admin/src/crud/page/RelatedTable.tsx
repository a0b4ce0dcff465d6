import { PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import { useRole } from '../../shell/session-context';
import { columnOf, type RelatedList, type Row } from '../define';
import { DataTable } from '../list/DataTable';
import { useColumns } from '../list/use-columns';
import { type ConceptName, fieldAt, mayReadPath, targetOf } from '../metadata';
import { usePhrases } from '../phrases';
import { basePath, resourceOf } from '../registry';
import { valueAt } from '../row';
import { useOffered } from '../use-offered';
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
  const role = useRole();
  const target = targetOf(concept, related.many);
  const phrase = usePhrases(target);
  const adds = useOffered(target, 'create');
  const columns = useColumns(
    target,
    related.columns.map(columnOf).filter(({ path }) => mayReadPath(target, path, role)),
  );
  const found = valueAt(row, related.many) as Connection | undefined;
  if (!found) return null;

  const resource = resourceOf(target);
  const backInput = fieldAt(target, related.by).field.input;
  const add = adds && backInput ? `${basePath(target)}/new?${backInput}=${row.id}` : undefined;
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
        <DataTable
          className="related"
          rowKey={({ id }) => id}
          aria-label={title}
          dataSource={found.nodes}
          columns={columns}
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
