import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** The page's shape while it is read. */
export function HomeSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="page" role="status" aria-label={t('home.loading')}>
      <Skeleton active title={{ width: 260 }} paragraph={{ rows: 5 }} />
      <div className="figures">
        {[1, 2, 3, 4].map((one) => (
          <div key={one} className="figure-card">
            <Skeleton active title={{ width: '50%' }} paragraph={{ rows: 1 }} />
          </div>
        ))}
      </div>
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}
