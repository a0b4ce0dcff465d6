import { useTranslation } from 'react-i18next';
import type { CellProps } from '../../crud/define';
import { valueAt } from '../../crud/row';

/** The first version is the convention, the second its first avenant. */
export function VersionRank({ row }: CellProps) {
  const { t } = useTranslation();
  const rank = Number(valueAt(row, 'rank') ?? valueAt(row, 'latest.rank') ?? 1);
  return rank > 1 ? t('version.avenant', { rank: rank - 1 }) : t('version.first');
}
