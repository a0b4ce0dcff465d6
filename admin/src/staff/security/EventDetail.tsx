import { useTranslation } from 'react-i18next';
import type { CellProps } from '../../crud/define';
import { valueAt } from '../../crud/row';

/** What a line of the journal is about: what has words here is said in them, the rest as the API says it. */
export function EventDetail({ row }: CellProps) {
  const { t, i18n } = useTranslation();
  const detail = valueAt(row, 'detail');
  if (typeof detail !== 'string') return <>–</>;
  const [first = '', ...rest] = detail.split(' ');
  const key = `security.details.${first}`;
  if (!i18n.exists(key)) return <>{detail}</>;
  return (
    <>
      {t(key)}
      {rest.length > 0 && <small className="quiet"> {rest.join(' ')}</small>}
    </>
  );
}
