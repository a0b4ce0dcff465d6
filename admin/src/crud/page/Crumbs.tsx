import { Breadcrumb } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Resource } from '../define';
import { listAddress } from '../list/use-list-table';
import { pathTo, resourceOf } from '../registry';
import { useVocabulary } from '../vocabulary';

interface Props {
  resource: Resource;
  id?: string;
  name?: string;
  /** The last step, when it is not the thing itself. */
  here?: string;
}

/** The way back: the list, as it was left, then the thing. */
export function Crumbs({ resource, id, name, here }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { concept, under } = resource;
  const above = (under && resourceOf(under)) ?? resource;
  const items = [
    { title: <Link to="/">{t('menu.home')}</Link> },
    ...(above.list ? [{ title: <Link to={listAddress(above.concept)}>{words.many(above.concept)}</Link> }] : []),
    ...(id && name ? [{ title: here ? <Link to={pathTo(concept, id)}>{name}</Link> : name }] : []),
    ...(here ? [{ title: here }] : []),
  ];
  return <Breadcrumb className="crumbs no-print" items={items} aria-label={t('menu.crumbs')} />;
}
