import { PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{label('agent')}</th>
                <th scope="col">{words.label('Agent', 'jobTitle')}</th>
                <th scope="col">{label('qualification')}</th>
                <th scope="col">{label('dedicated')}</th>
                <th scope="col">{t('guichet.since')}</th>
                <th scope="col" className="number">
                  {label('etp')}
                </th>
              </tr>
            </thead>
            <tbody>
              {current.nodes.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={pathTo('Agent', one.agent.id)}>
                      {one.agent.firstName} {one.agent.lastName}
                    </Link>
                  </th>
                  <td data-label={words.label('Agent', 'jobTitle')}>{one.agent.jobTitle ?? <Nothing />}</td>
                  <td data-label={label('qualification')}>
                    <Value concept="Assignment" row={one} path="qualification" dense />
                  </td>
                  <td data-label={label('dedicated')}>
                    <Value concept="Assignment" row={one} path="dedicated" dense />
                  </td>
                  <td data-label={t('guichet.since')}>
                    <Link className="figure nowrap" to={pathTo('Assignment', one.id)}>
                      {formatShortDay(one.startsOn)}
                    </Link>
                  </td>
                  <td className="number" data-label={label('etp')}>
                    <Value concept="Assignment" row={one} path="etp" dense />
                  </td>
                </tr>
              ))}
            </tbody>
            {etp !== undefined && current.nodes.length > 1 && (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={5}>
                    {t('guichet.total')}
                  </th>
                  <td className="number">{formatNumber(etp)}</td>
                </tr>
              </tfoot>
            )}
          </table>
        </div>
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

function Nothing() {
  return <span className="not-entered">–</span>;
}
