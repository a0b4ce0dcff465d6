import { useTranslation } from 'react-i18next';
import { Held } from '../../crud/form/Held';
import { DataTable } from '../../crud/list/DataTable';
import { fieldAt, resolvePath } from '../../crud/metadata';
import { Part } from '../../crud/page/Part';
import { useVocabulary } from '../../crud/vocabulary';
import { MissionList } from '../referential/missions';
import type { Version } from './events';
import './changes.css';

const concept = 'ConventionVersion' as const;

/** What an avenant changes, field by field, against the version before it. */
export function Changes({ version, former }: { version: Version; former: Version | undefined }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const changes = version.changes.filter(({ field }) => resolvePath(concept, field));
  return (
    <Part title={t('convention.changes.title')} count={changes.length > 1 ? String(changes.length) : undefined}>
      {changes.length === 0 ? (
        <p className="quiet">{t('convention.changes.none')}</p>
      ) : (
        <DataTable
          className="changes"
          rowKey={({ field }) => field}
          aria-label={t('convention.changes.title')}
          dataSource={changes}
          columns={[
            {
              key: 'field',
              title: t('convention.changes.field'),
              rowScope: 'row',
              width: '24%',
              render: (_, { field }) => words.label(concept, field),
            },
            {
              key: 'before',
              title: t('convention.changes.before'),
              width: '38%',
              render: (_, { field, before, after }) => (
                <Side version={former ?? version} field={field} value={before} other={after} />
              ),
            },
            {
              key: 'after',
              title: t('convention.changes.after'),
              width: '38%',
              render: (_, { field, before, after }) => (
                <Side version={version} field={field} value={after} other={before} />
              ),
            },
          ]}
        />
      )}
    </Part>
  );
}

interface SideProps {
  version: Version;
  field: string;
  value: unknown;
  /** The same field on the other side. */
  other: unknown;
}

function Side({ version, field, value, other }: SideProps) {
  if (field === 'missions' && Array.isArray(value)) return <Missions version={version} codes={value} other={other} />;
  if (fieldAt(concept, field).field.kind === 'one') return String(value ?? '');
  const input = { path: field, name: field, field: fieldAt(concept, field).field };
  return <Held concept={concept} input={input} value={value} current={version} />;
}

/** Missions are many: those that the other side has too are counted, not said again. */
function Missions({ version, codes, other }: { version: Version; codes: unknown[]; other: unknown }) {
  const { t } = useTranslation();
  const shared = Array.isArray(other) ? codes.filter((code) => other.includes(code)) : [];
  const own = codes.filter((code) => !shared.includes(code)).map(String);
  return (
    <>
      {(own.length > 0 || shared.length === 0) && (
        <MissionList missions={own} items={version.referential.items.nodes} />
      )}
      {shared.length > 0 && <p className="quiet">{t('convention.changes.sameMissions', { count: shared.length })}</p>}
    </>
  );
}
