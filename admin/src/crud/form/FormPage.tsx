import { type HttpError, useOne } from '@refinedev/core';
import { Alert, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { type FormSection, formFieldOf, type Resource, type Row } from '../define';
import { conceptOf, mayReadPath } from '../metadata';
import { Missing } from '../page/Missing';
import { usePhrases } from '../phrases';
import { pathTo } from '../registry';
import { titleOf } from '../row';
import { ResourceForm } from './ResourceForm';
import type { Values } from './values';

interface Props {
  resource: Resource;
  sections: FormSection[];
}

/** `start`: what is proposed beside the usual values; `note`: from where. */
export function CreatePage({ resource, sections, start, note }: Props & { start?: Values; note?: string }) {
  const { concept } = resource;
  const phrase = usePhrases(concept);
  usePageTitle(phrase('new'));
  return (
    <section className="page narrow-page" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {phrase('new')}
      </Typography.Title>
      {note && <p className="quiet">{note}</p>}
      <ResourceForm resource={resource} sections={sections} start={start} />
    </section>
  );
}

/** `heading`: what is changed, where its name alone does not tell it; `note`: what one should know before changing anything. */
export function EditPage({
  resource,
  sections,
  id,
  heading,
  note,
}: Props & { id: string; heading?: string; note?: string | undefined }) {
  const { concept } = resource;
  const { t } = useTranslation();
  const role = useRole();
  const { plural, title } = conceptOf(concept);
  const declared = sections.flatMap(({ fields }) => fields).map((field) => formFieldOf(field).path);
  const paths = [...title, ...declared].filter((path) => mayReadPath(concept, path, role));
  const { query, result: row } = useOne<Row, HttpError>({
    resource: plural,
    id,
    meta: { paths, purpose: 'edit' },
    // A form starts from what the row holds now, and is not changed under the hand.
    queryOptions: { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false },
    errorNotification: false,
  });
  const name = row ? titleOf(concept, row) : '';
  usePageTitle(heading ?? (name && t('form.editing', { name })), {
    above: name ? [{ label: name, href: pathTo(concept, id) }] : [],
    here: t('actions.edit'),
  });
  // A form that is open stays open: a refused save reads the row again, and a lost session refuses that too.
  if (query.isError && !row) return <Missing resource={resource} error={query.error} onRetry={query.refetch} />;
  return (
    <section className="page narrow-page" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {heading ?? (name || '\u00a0')}
      </Typography.Title>
      {note && <Alert className="form-refusal" type="info" showIcon message={note} />}
      {row ? (
        <ResourceForm resource={resource} sections={sections} row={row} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </section>
  );
}
