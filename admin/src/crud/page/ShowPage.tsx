import { EditOutlined } from '@ant-design/icons';
import { type HttpError, useShow } from '@refinedev/core';
import { Skeleton, Space, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Nested } from '../../providers/documents';
import { LinkButton } from '../../shell/LinkButton';
import { useRole } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { Timeline } from '../../staff/history/Timeline';
import { columnOf, type PageDeclaration, type Resource, type Row } from '../define';
import { pathsOf } from '../list/query';
import { type ConceptName, conceptOf, fieldAt, mayReadPath, type Role } from '../metadata';
import { pathTo } from '../registry';
import { titleOf, valueAt } from '../row';
import { useOffered } from '../use-offered';
import { Value } from '../value/Value';
import { DeleteButton } from './DeleteButton';
import { Missing } from './Missing';
import { Section } from './Section';

interface Props {
  resource: Resource;
  page: PageDeclaration;
  id: string;
}

/** Everything that a page reads, in one request: its fields and its related lists. */
export function readingOf(
  concept: ConceptName,
  page: PageDeclaration,
  role: Role,
): { paths: string[]; nested: Nested[] } {
  const declared = [
    ...conceptOf(concept).title,
    ...(page.state ?? []),
    ...(page.needs ?? []),
    ...page.sections.flatMap((section) =>
      'fields' in section ? section.fields : 'needs' in section ? (section.needs ?? []) : [],
    ),
  ];
  const nested = page.sections.flatMap((section): Nested[] => {
    if (!('related' in section)) return [];
    const { many, columns, sort, filter, first = 10 } = section.related;
    const target = fieldAt(concept, many).field.target;
    if (!target || !mayReadPath(concept, many, role)) return [];
    return [
      {
        many,
        fields: pathsOf(
          target,
          columns.map(columnOf).filter(({ path }) => mayReadPath(target, path, role)),
        ),
        sort,
        filter,
        first,
      },
    ];
  });
  return { paths: [...new Set(declared)].filter((path) => mayReadPath(concept, path, role)), nested };
}

/** The page of a thing: what it is and its state, what can be done, then its story from top to bottom. */
export function ShowPage({ resource, page, id }: Props) {
  const { concept } = resource;
  const { t } = useTranslation();
  const role = useRole();
  const { plural } = conceptOf(concept);
  const updates = useOffered(concept, 'update');
  const deletes = useOffered(concept, 'delete');
  const { query, result: row } = useShow<Row, HttpError>({
    resource: plural,
    id,
    meta: { ...readingOf(concept, page, role), purpose: 'page' },
    errorNotification: false,
  });
  const name = row ? titleOf(concept, row) : '';
  usePageTitle(name);
  if (query.isError) return <Missing resource={resource} error={query.error} onRetry={query.refetch} />;
  if (!row) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;

  const { actions: Actions, lead: Lead } = page;
  const stated = (page.state ?? []).filter((path) => mayReadPath(concept, path, role) && valueAt(row, path) !== null);
  return (
    <article className="page" aria-labelledby="page-title">
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title">
            {name}
          </Typography.Title>
          {stated.length > 0 && (
            <div className="page-state">
              {stated.map((path) => (
                <Value key={path} concept={concept} row={row} path={path} />
              ))}
            </div>
          )}
        </div>
        <Space wrap className="no-print">
          {Actions && <Actions row={row} />}
          {updates && (
            <LinkButton icon={<EditOutlined />} to={`${pathTo(concept, id)}/edit`}>
              {t('actions.edit')}
            </LinkButton>
          )}
          {deletes && <DeleteButton resource={resource} row={row} />}
        </Space>
      </header>
      {Lead && <Lead row={row} />}
      {page.sections.map((section) => (
        <Section key={section.title} concept={concept} section={section} row={row} />
      ))}
      <Timeline key={id} id={id} parts />
    </article>
  );
}
