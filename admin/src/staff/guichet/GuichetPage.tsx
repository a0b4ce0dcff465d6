import { EditOutlined } from '@ant-design/icons';
import { Button, Skeleton, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DeleteButton } from '../../crud/page/DeleteButton';
import { Missing } from '../../crud/page/Missing';
import { Part } from '../../crud/page/Part';
import { basePath, pathTo, resourceOf } from '../../crud/registry';
import { useOffered } from '../../crud/use-offered';
import { LevelTag } from '../../crud/value/tags';
import { GuichetPageDocument, type GuichetPageQuery } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { ApiError } from '../../providers/errors';
import { LinkButton } from '../../shell/LinkButton';
import { useRole, useToday } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { GuichetCompliance } from '../compliance/GuichetCompliance';
import { Printed } from '../convention/Printed';
import { Timeline } from '../history/Timeline';
import { WhatIf } from '../referential/WhatIf';
import { Agents } from './Agents';
import { CloseDialog } from './CloseDialog';
import { Conventions } from './Conventions';
import { Meetings } from './Meetings';
import { type GuichetRead, isOpen, meetingsFor, standingOf } from './model';
import { Reception, Survey } from './Reception';
import { Registrations } from './Registrations';
import '../convention/convention.css';
import './guichet.css';
import { usePage, useRefresh } from '../../providers/use-read';

/** Registrations are told as far back as the service's first diagnosis can be. */
const firstYear = 2010;

/** The page of a guichet: what it is, what binds it, who receives there, what it did and still owes. One request. */
export function GuichetPage({ id }: { id: string }) {
  const today = useToday();
  const people = useRole() === 'EPCI_STAFF';
  const asked = { id, today, year: Number(today.slice(0, 4)), fromYear: firstYear, people };
  const { data, error, refetch } = usePage('GuichetPage', GuichetPageDocument, asked);
  const resource = resourceOf('Guichet');
  usePageTitle(data?.guichet?.name ?? '');
  if (error && !data) return <Missing resource={resource} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
  if (!data.guichet) return <Missing resource={resource} error={new ApiError('NOT_FOUND', '')} />;
  return <Story guichet={data.guichet} data={data} year={asked.year} />;
}

function Story({ guichet, data, year }: { guichet: GuichetRead; data: GuichetPageQuery; year: number }) {
  const { t } = useTranslation();
  const [report] = data.complianceReport;
  return (
    <article className="page story" aria-labelledby="page-title">
      <Printed epci={guichet.epci.name} />
      <Head guichet={guichet} />
      <Conventions guichet={guichet} />
      <Part title={t('guichet.obligations', { year })}>
        <GuichetCompliance guichetId={guichet.id} year={year} report={report} />
      </Part>
      <WhatIf guichetId={guichet.id} />
      {guichet.current && guichet.former && (
        <Agents guichet={guichet} current={guichet.current} former={guichet.former} />
      )}
      <Registrations counts={data.registrations} guichet={guichet} year={year} />
      <Reception guichet={guichet} />
      <Meetings meetings={meetingsFor(guichet.level, data.meetings.nodes)} />
      <Survey guichet={guichet} />
      <Timeline key={guichet.id} id={guichet.id} parts />
    </article>
  );
}

function Head({ guichet }: { guichet: GuichetRead }) {
  const { t } = useTranslation();
  const today = useToday();
  const refresh = useRefresh();
  const [closing, setClosing] = useState(false);
  const { id, revision, name, level, commune, organisation, closedOn } = guichet;
  const resource = resourceOf('Guichet');
  const staff = useOffered('Guichet', 'update');
  const deletes = useOffered('Guichet', 'delete');
  const mayPrepare = useOffered('Convention', 'create');
  const { inForce, next } = standingOf(guichet.conventionVersions.nodes);
  const open = isOpen(guichet, today);
  const prepares = open && !inForce && !next && mayPrepare;
  return (
    <>
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title">
            {name}
          </Typography.Title>
          <p className="convention-of">
            <Link to={pathTo('Commune', commune.id)}>{commune.name}</Link>
            <span className="quiet"> · </span>
            <Link to={pathTo('Organisation', organisation.id)}>{organisation.name}</Link>
          </p>
          <div className="page-state">
            {level ? <LevelTag level={level} /> : <span className="not-entered">{t('guichet.noLevel')}</span>}
            {open && !closedOn && <Tag className="tag">{t('guichet.open')}</Tag>}
            {open && closedOn && <Tag className="tag">{t('guichet.closes', { day: formatDay(closedOn) })}</Tag>}
            {!open && closedOn && closedOn <= today && (
              <Tag className="tag tag-over">{t('guichet.closed', { day: formatDay(closedOn) })}</Tag>
            )}
            {!open && !(closedOn && closedOn <= today) && guichet.openedOn && (
              <Tag className="tag">{t('guichet.opens', { day: formatDay(guichet.openedOn) })}</Tag>
            )}
          </div>
        </div>
        {staff && (
          <Space wrap className="no-print">
            {prepares && (
              <LinkButton type="primary" to={`${basePath('Convention')}/new?guichetId=${id}`}>
                {t('guichet.prepare')}
              </LinkButton>
            )}
            <LinkButton icon={<EditOutlined />} to={`${pathTo('Guichet', id)}/edit`}>
              {t('actions.edit')}
            </LinkButton>
            {!closedOn && <Button onClick={() => setClosing(true)}>{t('guichet.close.action')}</Button>}
            {resource && deletes && <DeleteButton resource={resource} row={{ id, revision, name }} />}
          </Space>
        )}
      </header>
      {closing && (
        <CloseDialog
          guichet={guichet}
          onCancel={() => setClosing(false)}
          onClosed={async () => {
            setClosing(false);
            await refresh();
          }}
        />
      )}
    </>
  );
}
