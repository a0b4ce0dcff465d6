import { ObligationTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { LevelMark } from '../territory/map/LevelMark';
import type { MatrixProps } from './MatrixTable';
import { judgementOf } from './model';
import { StateCell } from './StateCell';

/** The matrix on a phone: a card for each guichet with its most urgent state; unfolded, a line for each obligation. */
export function MatrixCards({ reports, kinds, states, onOpen }: MatrixProps) {
  const words = useVocabulary();
  const narrowed = states.length > 0;
  return (
    <ul className="cards">
      {reports.map((report) => (
        <li key={report.guichetId} className="card">
          <details open={narrowed}>
            <summary>
              <span className="matrix-card-name">
                {report.guichetName}
                {report.level && (
                  <small className="level-name quiet">
                    <LevelMark level={report.level} />
                    {words.code('Level', report.level)}
                  </small>
                )}
              </span>
              {report.status && <ObligationTag state={report.status} />}
            </summary>
            <ul className="plain-list matrix-lines">
              {kinds.map((kind) => {
                const judgement = judgementOf(report, kind);
                if (!judgement || (states.length > 0 && !states.includes(judgement.status))) return null;
                return (
                  <li key={kind}>
                    <span>{words.code('ObligationKind', kind)}</span>
                    <StateCell
                      guichet={report.guichetName}
                      judgement={judgement}
                      faded={false}
                      onOpen={() => onOpen({ report, judgement })}
                    />
                  </li>
                );
              })}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
