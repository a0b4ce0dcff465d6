import { Button, Select, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { conceptOf } from '../../crud/metadata';
import { allResources, basePath } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { AnalystHomeDocument, type AnalystHomeQuery } from '../../generated/graphql';
import { formatNumber } from '../../i18n/format';
import { useRead } from '../../providers/use-read';
import { useRole, useToday } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { matrixAddress, to } from '../addresses';
import { ComplianceMatrix } from '../compliance/ComplianceMatrix';
import { Failure } from './Failure';
import { Figure } from './Figure';
import { HomeSkeleton } from './HomeSkeleton';
import { NetworkSection } from './NetworkSection';
import { registeredIn } from './registered';
import { dayAfter, daysOf } from './staff/days';
import { metShare } from './staff/todo';

/** The home of an analyst: the service in figures, and the ways to the data behind them. */
export function AnalystHome() {
  const { t } = useTranslation();
  const today = useToday();
  const [chosen, setChosen] = useState<string>();
  const { yearAgo, year } = daysOf(today);
  const variables = { today, yearAgo, year, lastYear: year - 1, epci: chosen ? { id: { eq: chosen } } : {} };
  const { data, error, refetch } = useRead('AnalystHome', AnalystHomeDocument, variables);
  usePageTitle(t('menu.home'));
  const among = useMemo(() => new Set(data?.guichets.nodes.map(({ id }) => id)), [data]);

  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <HomeSkeleton />;
  const { epcis, guichets, communes, complianceReport } = data;
  const reports = chosen ? complianceReport.filter(({ guichetId }) => among.has(guichetId)) : complianceReport;
  return (
    <div className="page home">
      <header className="home-head">
        <Typography.Title level={1}>{t('home.analyst.title')}</Typography.Title>
        {epcis.totalCount > 1 && (
          <Select
            className="home-epci"
            allowClear
            showSearch
            optionFilterProp="label"
            aria-label={t('home.analyst.territory')}
            placeholder={t('home.analyst.territory')}
            value={chosen}
            options={epcis.nodes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        )}
      </header>
      {epcis.totalCount === 0 && <p className="page-section">{t('home.analyst.noEpci')}</p>}
      {guichets.totalCount > 0 ? (
        <>
          <AnalystFigures data={data} epciId={chosen} reports={reports} span={[dayAfter(yearAgo), today]} year={year} />
          <NetworkSection communes={communes} guichets={guichets} reports={reports} today={today} epciId={chosen} />
        </>
      ) : (
        epcis.totalCount > 0 && <p className="page-section">{t('home.analyst.empty')}</p>
      )}
      <Ways />
      {guichets.totalCount > 0 && <ComplianceMatrix year={year} reports={reports} {...(chosen ? { among } : {})} />}
    </div>
  );
}

interface FiguresProps {
  data: AnalystHomeQuery;
  epciId: string | undefined;
  reports: AnalystHomeQuery['complianceReport'];
  span: [string, string];
  year: number;
}

function AnalystFigures({ data, epciId, reports, span, year }: FiguresProps) {
  const { t } = useTranslation();
  const { guichets, inForce, held, registrations } = data;
  const { met, judged } = metShare(reports);
  const { all, atGuichets } = registeredIn(registrations, year - 1, epciId);
  const soFar = registeredIn(registrations, year, epciId).all;
  return (
    <section aria-label={t('home.figures.label')} className="figures">
      <Figure
        label={t('home.figures.conventions')}
        value={formatNumber(inForce.totalCount)}
        of={t('home.figures.ofGuichets', { count: guichets.totalCount })}
        share={inForce.totalCount / guichets.totalCount}
        note={t('home.figures.conventionsAim')}
        to={to.versionsInForce()}
      />
      <Figure
        label={t('home.figures.obligations', { year })}
        value={formatNumber(met)}
        of={t('home.figures.ofJudged', { count: judged })}
        share={judged > 0 ? met / judged : undefined}
        note={t('home.figures.obligationsAim')}
        to={matrixAddress({ states: ['NOT_MET', 'AT_RISK', 'UNKNOWN'] })}
      />
      <Figure
        label={t('home.figures.held')}
        value={formatNumber(held.totalCount)}
        note={t('home.figures.heldNote')}
        to={to.meetingsHeld(...span)}
      />
      <Figure
        label={t('home.figures.registrations', { year: year - 1 })}
        value={formatNumber(all)}
        {...(atGuichets === undefined
          ? {}
          : { of: t('home.figures.registrationsNote', { count: atGuichets, formatted: formatNumber(atGuichets) }) })}
        note={t('home.figures.lastYear', { formatted: formatNumber(soFar), year })}
        href="/graphiql"
      />
    </section>
  );
}

/** The ways to the data: lists with their CSV, and queries. */
function Ways() {
  const { t } = useTranslation();
  const words = useVocabulary();
  const role = useRole();
  const lists = allResources().filter(
    ({ concept, list, menu }) =>
      list && menu && menu.group !== 'administration' && conceptOf(concept).roles.read.includes(role),
  );
  return (
    <div className="ways">
      <section className="page-section" aria-labelledby="lists">
        <Typography.Title level={2} id="lists">
          {t('home.analyst.lists')}
        </Typography.Title>
        <p className="quiet">{t('home.analyst.listsHelp')}</p>
        <ul className="plain-list ways-lists">
          {lists.map(({ concept, icon: Icon }) => (
            <li key={concept}>
              <Link to={basePath(concept)}>
                {Icon && <Icon />} {words.many(concept)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="page-section" aria-labelledby="queries">
        <Typography.Title level={2} id="queries">
          {t('home.analyst.queries')}
        </Typography.Title>
        <p>{t('home.analyst.queriesHelp')}</p>
        <Button href="/graphiql">{t('home.analyst.open')}</Button>
      </section>
    </div>
  );
}
