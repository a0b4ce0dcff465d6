import { PrinterOutlined } from '@ant-design/icons';
import { Button, Grid, Select, Spin, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useVocabulary } from '../../crud/vocabulary';
import { ComplianceDocument } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';
import { EvidenceDrawer } from './EvidenceDrawer';
import { MatrixCards } from './MatrixCards';
import { MatrixTable } from './MatrixTable';
import { saveMatrix } from './matrix-csv';
import { countByState, isKept, type Judgement, kindsOf, type Report, stateOrder } from './model';
import { StateChip } from './StateChip';
import { useMatrixState } from './use-matrix-state';
import './compliance.css';

interface Props {
  /** The current year, whose reports came with the page. */
  year: number;
  reports: readonly Report[];
  /** Only these guichets' rows, when the caller looks at one EPCI among several. */
  among?: ReadonlySet<string>;
}

export interface Opened {
  report: Report;
  judgement: Judgement;
}

/** Years that one may look at: as far back as the service's first conventions, and the next one, already planned. */
const firstYear = 2016;

/** Prints the matrix without the rest of the page. */
function printMatrix() {
  document.body.dataset.print = 'compliance';
  window.addEventListener('afterprint', () => delete document.body.dataset.print, { once: true });
  window.print();
}

/** Guichet × obligation for a year: each cell says where it stands and opens its evidence. */
export function ComplianceMatrix({ year: currentYear, reports: current, among }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const wide = Grid.useBreakpoint().md ?? true;
  const [{ year, states, kind }, change] = useMatrixState(currentYear);
  const [opened, setOpened] = useState<Opened>();
  const section = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  const other = useRead('Compliance', ComplianceDocument, { year, guichetId: null }, year !== currentYear);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is new at each press of a link to here.
  useEffect(() => {
    if (hash === '#compliance') section.current?.scrollIntoView({ block: 'start' });
  }, [hash, key]);

  const read = year === currentYear ? current : (other.data?.complianceReport ?? []);
  const reports = among ? read.filter(({ guichetId }) => among.has(guichetId)) : read;
  const kinds = kindsOf(reports).filter((one) => !kind || one === kind);
  const judged = reports.filter(({ judgements }) => judgements.length > 0);
  const kept = judged.filter((report) => isKept(report, states, kind));
  const counts = countByState(judged, kind);
  const bare = reports.length - judged.length;
  const years = Array.from({ length: currentYear + 2 - firstYear }, (_, index) => currentYear + 1 - index);
  const loading = year !== currentYear && (other.isFetching || !other.data);

  return (
    <section className="page-section compliance" aria-labelledby="compliance" ref={section}>
      <div className="section-head">
        <Typography.Title level={2} id="compliance">
          {t('compliance.title')}{' '}
          {judged.length > 0 && <span className="count">{t('compliance.count', { count: kept.length })}</span>}
        </Typography.Title>
        <div className="compliance-tools no-print">
          <Select
            aria-label={t('compliance.year')}
            value={year}
            options={years.map((one) => ({ value: one, label: String(one) }))}
            onChange={(next) => change({ year: next })}
          />
          <Button onClick={() => saveMatrix(words, t, kept, kinds, year)} disabled={kept.length === 0}>
            {t('export.csv')}
          </Button>
          <Button icon={<PrinterOutlined />} onClick={printMatrix}>
            {t('compliance.print')}
          </Button>
        </div>
      </div>
      <p className="print-only">{t('compliance.printed', { year })}</p>
      <fieldset className="compliance-filters no-print" aria-label={t('compliance.filter')}>
        {stateOrder.map((state) => (
          <StateChip
            key={state}
            state={state}
            count={counts[state]}
            on={states.includes(state)}
            onToggle={() =>
              change({ states: states.includes(state) ? states.filter((one) => one !== state) : [...states, state] })
            }
          />
        ))}
        <Select
          className="compliance-kind"
          allowClear
          aria-label={t('compliance.kind')}
          placeholder={t('compliance.kind')}
          value={kind}
          popupMatchSelectWidth={false}
          options={kindsOf(reports).map((one) => ({ value: one, label: words.code('ObligationKind', one) }))}
          onChange={(next) => change({ kind: next })}
        />
        {(states.length > 0 || kind) && (
          <Button type="link" onClick={() => change({ states: [], kind: undefined })}>
            {t('list.clear')}
          </Button>
        )}
      </fieldset>
      <Spin spinning={loading}>
        {kept.length === 0 ? (
          <p className="quiet">
            {loading
              ? t('compliance.reading')
              : t(judged.length > 0 ? 'compliance.noneFound' : 'compliance.none', { year })}
          </p>
        ) : wide ? (
          <MatrixTable reports={kept} kinds={kinds} states={states} onOpen={setOpened} />
        ) : (
          <MatrixCards reports={kept} kinds={kinds} states={states} onOpen={setOpened} />
        )}
      </Spin>
      {bare > 0 && !loading && <p className="quiet compliance-bare">{t('compliance.bare', { count: bare })}</p>}
      <EvidenceDrawer opened={opened} onClose={() => setOpened(undefined)} />
    </section>
  );
}
