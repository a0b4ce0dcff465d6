import { Link } from 'react-router';
import { LevelMark } from '../map/LevelMark';
import { pathTo } from '../resource/registry';
import { useVocabulary } from '../resource/vocabulary';
import type { MatrixProps } from './MatrixTable';
import { judgementOf } from './model';
import { StateCell } from './StateCell';

/** The matrix on a phone: a card for each guichet, a line for each obligation that it owes. */
export function MatrixCards({ reports, kinds, states, onOpen }: MatrixProps) {
  const words = useVocabulary();
  return (
    <ul className="cards">
      {reports.map((report) => (
        <li key={report.guichetId} className="card">
          <h3>
            <Link to={pathTo('Guichet', report.guichetId)}>{report.guichetName}</Link>
            {report.level && (
              <small className="level-name quiet">
                <LevelMark level={report.level} />
                {words.code('Level', report.level)}
              </small>
            )}
          </h3>
          <ul className="plain-list matrix-lines">
            {kinds.map((kind) => {
              const judgement = judgementOf(report, kind);
              if (!judgement || (states.length > 0 && !states.includes(judgement.status))) return null;
              return (
                <li key={kind}>
                  <span>{words.code('ObligationKind', kind)}</span>
                  <StateCell guichet={report.guichetName} judgement={judgement} faded={false} onOpen={() => onOpen({ report, judgement })} />
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
