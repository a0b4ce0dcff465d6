import { EditOutlined } from '@ant-design/icons';
import { Skeleton, Space, Typography } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { ConventionOfVersionDocument, ConventionPageDocument, type ConventionPageQuery } from '../generated/graphql';
import { ApiError } from '../providers/errors';
import { Crumbs } from '../resource/page/Crumbs';
import { DeleteButton } from '../resource/page/DeleteButton';
import { Missing } from '../resource/page/Missing';
import { isOffered, pathTo, resourceOf } from '../resource/registry';
import { CodeTag, LevelTag } from '../resource/value/tags';
import { LinkButton } from '../shell/LinkButton';
import { useRole } from '../shell/session-context';
import { usePageTitle } from '../shell/use-page-title';
import { Commitment } from './Commitment';
import type { Version } from './events';
import { Part, Printed } from './Fact';
import { History } from './History';
import { isEditable } from './moves';
import { Notices } from './Notices';
import { Steps } from './Steps';
import { TermLine } from './TermLine';
import { useMoves } from './use-moves';
import { usePage, useRefresh } from './use-page';
import './convention.css';

export type Convention = NonNullable<ConventionPageQuery['convention']>;

/** The page of a convention: where it stands and what may be done, what it promised, its term, what happened. */
export function ConventionPage({ id }: { id: string }) {
  const { data, error, refetch } = usePage('ConventionPage', ConventionPageDocument, { id });
  const [search] = useSearchParams();
  const resource = resourceOf('Convention');
  const convention = data?.convention;
  usePageTitle(convention?.number ?? '');
  if (error && !data) return <Missing resource={resource} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
  const versions = convention?.versions.nodes ?? [];
  const wanted = search.get('version') ?? convention?.latest?.id;
  const shown = versions.find((version) => version.id === wanted) ?? versions.at(-1);
  if (!convention || !shown) return <Missing resource={resource} error={new ApiError('NOT_FOUND', '')} />;
  return <Story key={shown.id} convention={convention} versions={versions} shown={shown} />;
}

/** A version has no page of its own: it is read on its convention's. */
export function VersionPage({ id }: { id: string }) {
  const { data, error, refetch } = usePage('ConventionOfVersion', ConventionOfVersionDocument, { id });
  const convention = data?.conventionVersion?.convention;
  if (convention) return <Navigate replace to={`${pathTo('Convention', convention.id)}?version=${id}`} />;
  if (error) return <Missing resource={resourceOf('Convention')} error={error} onRetry={() => void refetch()} />;
  if (data) return <Missing resource={resourceOf('Convention')} error={new ApiError('NOT_FOUND', '')} />;
  return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
}

interface Props {
  convention: Convention;
  versions: Version[];
  shown: Version;
}

function Story({ convention, versions, shown }: Props) {
  const { t } = useTranslation();
  const role = useRole();
  const refresh = useRefresh();
  const title = useRef<HTMLHeadingElement>(null);
  const { guichet, epci, number } = convention;
  const { forward, endings, notices, dialog } = useMoves(shown, {
    parties: [epci.name, guichet.organisation.name],
    onMoved: refresh,
    landing: title,
  });
  const resource = resourceOf('Convention');
  const contents = resourceOf('ConventionVersion');
  const staff = contents !== undefined && isOffered(contents, 'update', role);
  const untouched = versions.length === 1 && shown.state === 'DRAFT';
  return (
    <article className="page story" aria-labelledby="page-title">
      <Printed epci={epci.name} />
      {resource && <Crumbs resource={resource} id={convention.id} name={number} />}
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title" ref={title} tabIndex={-1}>
            {shown.rank > 1
              ? t('convention.titleAvenant', { number, rank: shown.rank - 1 })
              : t('convention.title', { number })}
          </Typography.Title>
          <p className="convention-of">
            <Link to={pathTo('Guichet', guichet.id)}>{guichet.name}</Link>
            <span className="quiet">
              {' · '}
              {guichet.commune.name}
              {' · '}
              {guichet.organisation.name}
            </span>
          </p>
          <div className="page-state">
            <CodeTag list="ConventionStatus" value={shown.status} />
            <LevelTag level={shown.level} />
          </div>
        </div>
        {staff && (
          <Space wrap className="moves no-print">
            {forward}
            {isEditable(shown) && (
              <LinkButton icon={<EditOutlined />} to={`${pathTo('ConventionVersion', shown.id)}/edit`}>
                {t('actions.edit')}
              </LinkButton>
            )}
            {endings}
            {untouched && resource && (
              <DeleteButton resource={resource} row={{ id: convention.id, revision: convention.revision, number }} />
            )}
          </Space>
        )}
      </header>
      <Steps state={shown.state} />
      <div className="notices">
        {notices}
        <Notices convention={convention} versions={versions} shown={shown} staff={staff} />
      </div>
      {dialog}
      <Part title={t('sections.term')}>
        <TermLine versions={versions} shown={shown} />
      </Part>
      <Commitment version={shown} />
      <Part title={t('convention.history')}>
        <History versions={versions} />
      </Part>
    </article>
  );
}
