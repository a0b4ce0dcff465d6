import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shell/LinkButton';

/** A network without guichets: why the page is empty, and where to begin. */
export function NoGuichet() {
  const { t } = useTranslation();
  return (
    <section className="page-section empty">
      <p>{t('home.noGuichet')}</p>
      <LinkButton type="primary" to="/guichets/new">
        {t('home.addGuichet')}
      </LinkButton>
    </section>
  );
}
