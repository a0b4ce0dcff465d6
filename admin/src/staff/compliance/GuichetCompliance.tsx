import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { ObligationTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import type { ReceptionMode } from '../../generated/graphql';
import { formatNumber } from '../../i18n/format';
import { Evidence } from './Evidence';
import { amountOf, judgementOf, kindsOf, type Report } from './model';
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
        const amount = amountOf(judgement);
        return [
          {
            key: kind,
            forceRender: true,
            label: (
              <>
                {words.code('ObligationKind', kind)}
                <MissingModes modes={judgement.evidence.missingModes} />
              </>
            ),
            extra: (
              <>
                {amount && (
                  <span className="figure quiet obligation-amount">
                    {t('compliance.amount', {
                      value: formatNumber(amount.value),
                      target: formatNumber(amount.target),
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

/** Named on the folded line: what is missing is what one comes to read. */
function MissingModes({ modes }: { modes: readonly ReceptionMode[] }) {
  const { t, i18n } = useTranslation();
  const words = useVocabulary();
  if (modes.length === 0) return null;
  const names = modes.map((mode) => words.code('ReceptionMode', mode).toLocaleLowerCase(i18n.language));
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
  return <span className="obligation-lack quiet">{t('compliance.missing.shortModes', { modes: list })}</span>;
}
