import { useTranslation } from 'react-i18next';
import { useRole } from '../../shell/session-context';
import type { PageSection, Row } from '../define';
import { type ConceptName, fieldAt, mayReadPath } from '../metadata';
import { valueAt } from '../row';
import { Facts, FieldFact } from './Facts';
import { Part } from './Part';
import { RelatedTable } from './RelatedTable';

const longKinds = new Set(['longtext', 'codes', 'texts', 'json']);

/** A part of a page: some fields, a related list, or a component of its own. */
export function Section({ concept, section, row }: { concept: ConceptName; section: PageSection; row: Row }) {
  const { t } = useTranslation();
  const role = useRole();
  const title = t(`sections.${section.title}`);
  if ('related' in section) return <RelatedTable concept={concept} title={title} related={section.related} row={row} />;
  if ('component' in section) {
    const { component: Component } = section;
    return (
      <Part title={title}>
        <Component row={row} />
      </Part>
    );
  }
  const fields = section.fields.filter(
    (path) => mayReadPath(concept, path, role) && (!section.whenSet?.includes(path) || valueAt(row, path) !== null),
  );
  if (fields.length === 0) return null;
  return (
    <Part title={title}>
      <Facts>
        {fields.map((path) => (
          <FieldFact
            key={path}
            concept={concept}
            row={row}
            path={path}
            long={longKinds.has(fieldAt(concept, path).field.kind)}
          />
        ))}
      </Facts>
    </Part>
  );
}
