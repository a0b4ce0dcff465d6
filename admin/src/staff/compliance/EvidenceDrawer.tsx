import { Drawer, Grid } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import type { Opened } from './ComplianceMatrix';
import { Evidence } from './Evidence';

/** Why an obligation stands where it does, beside the matrix. */
export function EvidenceDrawer({ opened, onClose }: { opened: Opened | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const wide = Grid.useBreakpoint().md ?? true;
  return (
    <Drawer
      open={opened !== undefined}
      onClose={onClose}
      width={wide ? 460 : '100%'}
      title={opened && words.code('ObligationKind', opened.judgement.kind)}
      destroyOnHidden
    >
      {opened && (
        <>
          <p className="evidence-guichet">
            <Link to={pathTo('Guichet', opened.report.guichetId)}>{opened.report.guichetName}</Link>
            <span className="quiet">{t('compliance.inYear', { year: opened.report.year })}</span>
          </p>
          <Evidence guichetId={opened.report.guichetId} judgement={opened.judgement} />
        </>
      )}
    </Drawer>
  );
}
