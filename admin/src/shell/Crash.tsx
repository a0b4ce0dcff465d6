import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { reportCrash } from '../lite/kit/browser-errors';

/** A mistake of ours: said plainly, with a way on. */
export function Crash() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => {
    console.error(error);
    reportCrash(error);
  }, [error]);
  return (
    <div className="empty" role="alert">
      <p>{t('errors.crash')}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('actions.reload')}
      </Button>
    </div>
  );
}
