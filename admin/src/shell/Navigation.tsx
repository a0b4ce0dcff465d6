import { type TreeMenuItem, useMenu } from '@refinedev/core';
import { Menu, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

/** Served by the API, not by this application. */
const outside = '/graphiql';

const itemOf = ({ route = '', icon, label }: TreeMenuItem) => ({
  key: route,
  icon,
  label: route === outside ? <a href={route}>{label}</a> : <Link to={route}>{label}</Link>,
});

/** The side menu: what the role may read, by the parts of the work. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const { menuItems } = useMenu();
  const { pathname } = useLocation();
  const items: MenuProps['items'] = menuItems.map((item) =>
    item.children.length > 0
      ? { type: 'group', key: item.key, label: item.label, children: item.children.map(itemOf) }
      : itemOf(item),
  );
  // By the first step of the address, so that pages which no resource declares, such as a comparison, stand in its part too.
  const current = `/${pathname.split('/')[1] ?? ''}`;
  return (
    <nav aria-label={t('menu.label')}>
      <Menu mode="inline" inlineIndent={16} selectedKeys={[current]} items={items} onClick={() => onNavigate?.()} />
    </nav>
  );
}
