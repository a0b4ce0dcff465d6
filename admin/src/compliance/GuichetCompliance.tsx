import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../i18n/format';
import { ObligationTag } from '../resource/value/tags';
import { useVocabulary } from '../resource/vocabulary';
import { Evidence } from './Evidence';
import { isCounted, judgementOf, kindsOf, type Report } from './model';
import './compliance.css';

interface Props {
  guichetId: string;
  year: number;
  /** What the page read of it. */
  report: Report | undefined;
}

/**
 * Where one guichet stands of each of its obligations, the evidence unfolding in place: for its page. The evidence is there while
 * folded, so that paper shows it.
 */
export function GuichetCompliance({ guichetId, year, report }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  if (!report || report.judgements.length === 0)
    return (
      <p className="quiet">
        {report?.reason ? `${words.code('NoObligationReason', report.reason)}.` : t('compliance.none', { year })}
      </p>
    );
  return (
    <Collapse
      className="guichet-compliance"
      ghost
      items={kindsOf([report]).flatMap((kind) => {
        const judgement = judgementOf(report, kind);
        if (!judgement) return [];
        return [
          {
            key: kind,
            forceRender: true,
            label: words.code('ObligationKind', kind),
            extra: (
              <>
                {isCounted(judgement) && typeof judgement.value === 'number' && (
                  <span className="figure quiet obligation-amount">
                    {t('compliance.amount', {
                      value: formatNumber(judgement.value),
                      target: formatNumber(judgement.target),
                    })}
                  </span>
                )}
                <ObligationTag state={judgement.status} />
              </>
            ),
            children: <Evidence guichetId={guichetId} judgement={judgement} />,
          },
        ];
      })}
    />
  );
}
