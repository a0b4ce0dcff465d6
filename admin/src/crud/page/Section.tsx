import { Typography } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../shell/session-context';
import type { PageSection, Row } from '../define';
import { type ConceptName, fieldAt, mayReadPath } from '../metadata';
import { valueAt } from '../row';
import { Value } from '../value/Value';
import { useVocabulary } from '../vocabulary';
import { RelatedTable } from './RelatedTable';

const longKinds = new Set(['longtext', 'codes', 'texts', 'json']);

/** A part of a page: some fields, a related list, or a component of its own. */
export function Section({ concept, section, row }: { concept: ConceptName; section: PageSection; row: Row }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const role = useRole();
  const titleId = useId();
  const title = t(`sections.${section.title}`);
  if ('related' in section) return <RelatedTable concept={concept} title={title} related={section.related} row={row} />;
  if ('component' in section) {
    const { component: Component } = section;
    return (
      <section className="page-section" aria-labelledby={titleId}>
        <Typography.Title level={2} id={titleId}>
          {title}
        </Typography.Title>
        <Component row={row} />
      </section>
    );
  }
  const fields = section.fields.filter(
    (path) => mayReadPath(concept, path, role) && (!section.whenSet?.includes(path) || valueAt(row, path) !== null),
  );
  if (fields.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby={titleId}>
      <Typography.Title level={2} id={titleId}>
        {title}
      </Typography.Title>
      <dl className="facts">
        {fields.map((path) => (
          <div key={path} className={longKinds.has(fieldAt(concept, path).field.kind) ? 'fact-long' : undefined}>
            <dt>{words.label(concept, path)}</dt>
            <dd>
              <Value concept={concept} row={row} path={path} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
