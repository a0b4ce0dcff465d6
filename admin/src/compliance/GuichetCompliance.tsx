import { Alert, Button, Collapse, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ComplianceDocument } from '../generated/graphql';
import { useRead } from '../providers/use-read';
import { ObligationTag } from '../resource/value/tags';
import { useVocabulary } from '../resource/vocabulary';
import { useToday } from '../shell/session-context';
import { Evidence } from './Evidence';
import { judgementOf, kindsOf } from './model';
import './compliance.css';

interface Props {
  guichetId: string;
  /** The current year when absent. */
  year?: number;
}

/** Where one guichet stands of each of its obligations, the evidence unfolding in place: for its page. */
export function GuichetCompliance({ guichetId, year }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const asked = year ?? Number(useToday().slice(0, 4));
  const { data, error, refetch } = useRead('Compliance', ComplianceDocument, { year: asked, guichetId });
  if (error && !data)
    return <Alert type="error" showIcon message={error.message} action={<Button onClick={() => void refetch()}>{t('actions.retry')}</Button>} />;
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  const [report] = data.complianceReport;
  if (!report || report.judgements.length === 0)
    return <p className="quiet">{report?.reason ? `${words.code('NoObligationReason', report.reason)}.` : t('compliance.none', { year: asked })}</p>;
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
            label: words.code('ObligationKind', kind),
            extra: <ObligationTag state={judgement.status} />,
            children: <Evidence guichetId={guichetId} judgement={judgement} />,
          },
        ];
      })}
    />
  );
}
