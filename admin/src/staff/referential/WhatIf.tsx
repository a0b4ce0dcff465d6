import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../../crud/page/Part';
import { ObligationTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { type Level, WhatIfDocument } from '../../generated/graphql';
import { formatNumber } from '../../i18n/format';
import { useRead } from '../../providers/use-read';
import { useRole, useToday } from '../../shell/session-context';
import { GuichetCompliance } from '../compliance/GuichetCompliance';
import { countByState, stateOrder } from '../compliance/model';
import { levels } from './items';
import './referential.css';

/** On a guichet's page: what it would keep, miss, or nobody knows, were it of another type of reception all year. Nothing is saved. */
export function WhatIf({ guichetId }: { guichetId: string }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const role = useRole();
  const year = Number(useToday().slice(0, 4));
  const [level, setLevel] = useState<Level>();
  if (role !== 'EPCI_STAFF') return null;
  return (
    <div className="no-print">
      <Part title={t('whatIf.title')}>
        <p className="quiet">{t('whatIf.text', { year })}</p>
        <Segmented<Level | ''>
          className="what-if-levels"
          aria-label={t('whatIf.choose')}
          value={level ?? ''}
          onChange={(chosen) => chosen !== '' && setLevel(chosen)}
          options={levels.map((one) => ({ value: one, label: words.code('Level', one) }))}
        />
        {level && <Answer key={level} guichetId={guichetId} level={level} year={year} />}
      </Part>
    </div>
  );
}

function Answer({ guichetId, level, year }: { guichetId: string; level: Level; year: number }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { data, error } = useRead('WhatIf', WhatIfDocument, { guichetId, level, year });
  if (error && !data) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />;
  const report = data.whatIf;
  const counts = countByState([report]);
  const states = stateOrder.filter((state) => counts[state] > 0);
  const total = report.judgements.length;
  return (
    <div className="what-if" aria-live="polite">
      {states.length > 0 && (
        <p className="what-if-counts">
          <span>
            {t('whatIf.of', { count: total, formatted: formatNumber(total), level: words.code('Level', level) })}
          </span>
          {states.map((state) => (
            <span key={state} className="what-if-count">
              <span className="figure">{formatNumber(counts[state])}</span> <ObligationTag state={state} />
            </span>
          ))}
        </p>
      )}
      <GuichetCompliance guichetId={guichetId} year={year} report={report} />
    </div>
  );
}
