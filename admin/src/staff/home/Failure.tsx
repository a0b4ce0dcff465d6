import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  error: unknown;
  onRetry: () => void;
}

/** What could not be read, said with the API's own sentence, and the way to try again. */
export function Failure({ error, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      message={error instanceof Error && error.message ? error.message : t('errors.unexpected')}
      action={<Button onClick={onRetry}>{t('actions.retry')}</Button>}
    />
  );
}
