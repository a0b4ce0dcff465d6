import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shell/LinkButton';

/** A network without guichets: why the page is empty, and where to begin. */
export function NoGuichet({ name }: { name: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <header className="home-head">
        <Typography.Title level={1}>{name ?? t('menu.home')}</Typography.Title>
      </header>
      <section className="page-section empty">
        <p>{t('home.noGuichet')}</p>
        <LinkButton type="primary" to="/guichets/new">
          {t('home.addGuichet')}
        </LinkButton>
      </section>
    </>
  );
}
