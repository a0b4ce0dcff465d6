import { useBreadcrumb, useParsed } from '@refinedev/core';
import { Breadcrumb } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listAddress } from '../crud/list/last-address';
import { allResources, basePath } from '../crud/registry';
import { type Step, shownPlace } from './use-page-title';

/** A list is gone back to as it was left. */
const asLeft = ({ label, href }: Step): Step => {
  const resource = allResources().find(({ concept }) => basePath(concept) === href);
  return { label, href: resource ? listAddress(resource.concept) : href };
};

/** The way back: the list that Refine knows the page by, then what the page says of itself. Lists and the home have none. */
export function Crumbs() {
  const { t } = useTranslation();
  const { action } = useParsed();
  const { breadcrumbs } = useBreadcrumb();
  const { above, here } = useSyncExternalStore(shownPlace.subscribe, shownPlace.get);
  // Groups of the menu have no address; and of a list, the last one is itself.
  const lists = breadcrumbs.flatMap(({ label, href }) => (href ? [asLeft({ label, href })] : []));
  const steps = [...(action === 'list' ? [] : lists), ...above.map(asLeft)];
  if (steps.length === 0) return null;
  const items = [
    ...[{ label: t('menu.home'), href: '/' }, ...steps].map(({ label, href }) => ({
      key: href,
      title: <Link to={href}>{label}</Link>,
    })),
    ...(here ? [{ key: 'here', title: here }] : []),
  ];
  return <Breadcrumb className="crumbs no-print" items={items} aria-label={t('menu.crumbs')} />;
}
