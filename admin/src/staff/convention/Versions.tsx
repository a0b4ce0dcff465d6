import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CodeTag } from '../../crud/value/tags';
import type { Version } from './events';

/** The convention and its avenants, one press from one another: which one is read is said. */
export function Versions({ versions, shown }: { versions: readonly Version[]; shown: Version }) {
  const { t } = useTranslation();
  if (versions.length < 2) return null;
  return (
    <nav className="versions no-print" aria-label={t('convention.versions')}>
      <ul>
        {versions.map(({ id, rank, status }) => (
          <li key={id}>
            <Link to={`?version=${id}`} aria-current={id === shown.id ? 'page' : undefined}>
              {rank > 1 ? t('version.avenant', { rank: rank - 1 }) : t('version.first')}
            </Link>
            <CodeTag list="ConventionStatus" value={status} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
