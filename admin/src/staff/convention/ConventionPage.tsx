import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { Missing } from '../../crud/page/Missing';
import { resourceOf } from '../../crud/registry';
import { ConventionOfVersionDocument, ConventionPageDocument, type ConventionPageQuery } from '../../generated/graphql';
import { ApiError } from '../../providers/errors';
import { useRole } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { addressOf } from '../addresses';
import { Story } from './Story';
import './convention.css';
import { usePage } from '../../providers/use-read';

export type Convention = NonNullable<ConventionPageQuery['convention']>;
export type PageVersion = Convention['versions']['nodes'][number];

/** The page of a convention: where it stands and what may be done, what it promised, its term, what happened. */
export function ConventionPage({ id }: { id: string }) {
  // Names, remarks and what is being prepared are not for analysts.
  const people = useRole() === 'EPCI_STAFF';
  const { data, error, refetch } = usePage('ConventionPage', ConventionPageDocument, { id, people });
  const [search] = useSearchParams();
  const resource = resourceOf('Convention');
  const convention = data?.convention;
  usePageTitle(convention?.number ?? '');
  const versions = convention?.versions.nodes ?? [];
  const wanted = search.get('version') ?? convention?.latest?.id;
  const shown = versions.find((version) => version.id === wanted) ?? versions.at(-1);
  useArrival(shown?.id);
  if (error && !data) return <Missing resource={resource} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
  if (!convention || !shown) return <Missing resource={resource} error={new ApiError('NOT_FOUND', '')} />;
  return (
    <Story key={shown.id} convention={convention} versions={versions} shown={shown} followers={data.followers.nodes} />
  );
}

/** Another version of the same convention is read from its title, as another page is: what was pressed is gone. */
function useArrival(version: string | undefined) {
  const before = useRef(version);
  useEffect(() => {
    if (before.current && before.current !== version) document.getElementById('page-title')?.focus();
    before.current = version;
  }, [version]);
}

/** A version has no page of its own: it is read on its convention's. */
export function VersionPage({ id }: { id: string }) {
  const { data, error, refetch } = usePage('ConventionOfVersion', ConventionOfVersionDocument, { id });
  const convention = data?.conventionVersion?.convention;
  if (convention)
    return <Navigate replace to={addressOf({ concept: 'ConventionVersion', id, parentId: convention.id })} />;
  if (error) return <Missing resource={resourceOf('Convention')} error={error} onRetry={() => void refetch()} />;
  if (data) return <Missing resource={resourceOf('Convention')} error={new ApiError('NOT_FOUND', '')} />;
  return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
}
