import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import type { ObligationState } from '../../theme/tokens';
import { LevelMark } from '../territory/map/LevelMark';
import type { Opened } from './ComplianceMatrix';
import { judgementOf, type Kind, type Report } from './model';
import { StateCell } from './StateCell';

export interface MatrixProps {
  reports: readonly Report[];
  kinds: readonly Kind[];
  /** States looked for: the others are faded. */
  states: readonly ObligationState[];
  onOpen: (opened: Opened) => void;
}

/** The matrix on a wide screen: its first column stays while the others scroll. */
export function MatrixTable({ reports, kinds, states, onOpen }: MatrixProps) {
  const { t } = useTranslation();
  const words = useVocabulary();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard.
    <section className="matrix-scroll" tabIndex={0} aria-label={t('compliance.title')}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{words.one('Guichet').replace(/^./, (letter) => letter.toUpperCase())}</th>
            {kinds.map((kind) => (
              <th scope="col" key={kind} title={words.codeHelp('ObligationKind', kind)}>
                {words.code('ObligationKind', kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.guichetId}>
              <th scope="row">
                <Link to={pathTo('Guichet', report.guichetId)}>{report.guichetName}</Link>
                {report.level && (
                  <small className="matrix-level level-name quiet">
                    <LevelMark level={report.level} />
                    {words.code('Level', report.level)}
                  </small>
                )}
              </th>
              {kinds.map((kind) => {
                const judgement = judgementOf(report, kind);
                return (
                  <td key={kind}>
                    {judgement ? (
                      <StateCell
                        guichet={report.guichetName}
                        judgement={judgement}
                        faded={states.length > 0 && !states.includes(judgement.status)}
                        onOpen={() => onOpen({ report, judgement })}
                      />
                    ) : (
                      <span className="matrix-none" title={t('compliance.notOwed')}>
                        <span aria-hidden="true">–</span>
                        <span className="seen-by-readers">{t('compliance.notOwed')}</span>
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
