import { useTranslation } from 'react-i18next';
import { Missing } from '../resource/page/Missing';

export function NotFound() {
  const { t } = useTranslation();
  return <Missing sentence={t('errors.noPage')} />;
}
