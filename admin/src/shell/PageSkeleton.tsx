import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** A page's place while its code is fetched. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="page" role="status" aria-label={t('menu.loading')}>
      <Skeleton active title={{ width: 260 }} paragraph={{ rows: 12 }} />
    </div>
  );
}
