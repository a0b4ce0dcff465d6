import { useTranslation } from 'react-i18next';
import { Missing } from '../crud/page/Missing';

export function NotFound() {
  const { t } = useTranslation();
  return <Missing sentence={t('errors.noPage')} />;
}

/** A page of which the caller's role may read nothing. */
export function Closed() {
  const { t } = useTranslation();
  return <Missing sentence={t('errors.closedPage')} />;
}
