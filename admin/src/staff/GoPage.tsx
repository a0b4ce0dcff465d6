import { Navigate, useParams, useSearchParams } from 'react-router';
import { addressOf } from './addresses';

/** Links in mails name a thing by its kind: this leads to the page that shows it now. */
export function GoPage() {
  const { concept = '', id = null } = useParams();
  const [search] = useSearchParams();
  return <Navigate replace to={addressOf({ ...Object.fromEntries(search), concept, id })} />;
}
