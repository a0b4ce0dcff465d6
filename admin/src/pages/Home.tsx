import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../shell/use-page-title';

export function Home() {
  const { t } = useTranslation();
  usePageTitle(t('menu.home'));
  return (
    <section className="page" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {t('menu.home')}
      </Typography.Title>
    </section>
  );
}
