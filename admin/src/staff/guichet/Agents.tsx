import { PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../crud/list/DataTable';
import { Part } from '../../crud/page/Part';
import { usePhrases } from '../../crud/phrases';
import { basePath, pathTo } from '../../crud/registry';
import { useOffered } from '../../crud/use-offered';
import { Value } from '../../crud/value/Value';
import { useVocabulary } from '../../crud/vocabulary';
import { formatNumber, formatShortDay } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import { type Affectation, etpOf, formerOf, type GuichetRead } from './model';

interface People {
  totalCount: number;
  nodes: Affectation[];
}

interface Props {
  guichet: GuichetRead;
  current: People;
  former: People;
}

/** Who receives there today, with which means, and who did before. */
export function Agents({ guichet, current, former }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const phrase = usePhrases('Assignment');
  const adds = useOffered('Assignment', 'create');
  const etp = etpOf(current.nodes);
  const left = formerOf(former.nodes, current.nodes);
  const label = (path: string) => words.label('Assignment', path);
  return (
    <Part
      id="agents"
      title={t('guichet.agents')}
      count={current.totalCount > 0 ? formatNumber(current.totalCount) : undefined}
      extra={
        adds && (
          <span className="no-print">
            <LinkButton icon={<PlusOutlined />} to={`${basePath('Assignment')}/new?guichetId=${guichet.id}`}>
              {phrase('add')}
            </LinkButton>
          </span>
        )
      }
    >
      {current.nodes.length === 0 ? (
        <p className="quiet">{t('guichet.nobody')}</p>
      ) : (
        <DataTable
          rowKey={({ id }) => id}
          aria-label={t('guichet.agents')}
          dataSource={current.nodes}
          columns={[
            {
              key: 'agent',
              title: label('agent'),
              rowScope: 'row',
              render: (_, { agent }) => (
                <Link to={pathTo('Agent', agent.id)}>
                  {agent.firstName} {agent.lastName}
                </Link>
              ),
            },
            {
              key: 'jobTitle',
              title: words.label('Agent', 'jobTitle'),
              render: (_, { agent }) => <Value concept="Agent" row={agent} path="jobTitle" dense />,
            },
            ...['qualification', 'dedicated'].map((path) => ({
              key: path,
              title: label(path),
              render: (_: unknown, row: Affectation) => <Value concept="Assignment" row={row} path={path} dense />,
            })),
            {
              key: 'since',
              title: t('guichet.since'),
              render: (_, { id, startsOn }) => (
                <Link className="figure nowrap" to={pathTo('Assignment', id)}>
                  {formatShortDay(startsOn)}
                </Link>
              ),
            },
            {
              key: 'etp',
              title: label('etp'),
              align: 'right',
              render: (_, row) => <Value concept="Assignment" row={row} path="etp" dense />,
            },
          ]}
          total={
            etp !== undefined && current.nodes.length > 1
              ? { label: t('guichet.total'), value: formatNumber(etp) }
              : undefined
          }
        />
      )}
      {left.length > 0 && (
        <details className="former">
          <summary>{t('guichet.former', { count: left.length })}</summary>
          <ul className="plain-list">
            {left.map(({ id, agent, startsOn, endsOn }) => (
              <li key={id}>
                <Link to={pathTo('Agent', agent.id)}>
                  {agent.firstName} {agent.lastName}
                </Link>{' '}
                <span className="quiet figure">
                  {t('guichet.fromTo', { from: formatShortDay(startsOn), to: formatShortDay(endsOn ?? '') })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}
