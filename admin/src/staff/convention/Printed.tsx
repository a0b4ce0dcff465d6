import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format';
import { useToday } from '../../shell/session-context';

/** On paper: whose page it is, and on which day it was true. */
export function Printed({ epci }: { epci: string }) {
  const { t } = useTranslation();
  return <p className="print-only quiet">{t('convention.printed', { epci, day: formatDay(useToday()) })}</p>;
}
