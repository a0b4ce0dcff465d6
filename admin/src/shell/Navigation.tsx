import { ApiOutlined, FileWordOutlined, HeartOutlined, HomeOutlined, MailOutlined } from '@ant-design/icons';
import { Menu, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { menuGroups, type Resource } from '../crud/define';
import { conceptOf, type Role } from '../crud/metadata';
import { allResources, basePath } from '../crud/registry';
import { useVocabulary, type Vocabulary } from '../crud/vocabulary';
import { managesAccounts } from '../staff/account/roles';
import { seesHealth } from '../staff/health/roles';
import { useRole } from './session-context';

/** Who may query over GraphQL from the browser. */
const queries: Role[] = ['ANALYST', 'EPCI_STAFF'];

type Items = NonNullable<MenuProps['items']>;

const itemOf = ({ concept, icon: Icon }: Resource, words: Vocabulary) => ({
  key: basePath(concept),
  icon: Icon && <Icon />,
  label: <Link to={basePath(concept)}>{words.many(concept)}</Link>,
});

/**
 * Under "administration" stands what the role looks after: the list of one's own account alone is no work. What nobody changes, such as
 * the journal of security, is for whoever reads it.
 */
const looksAfter = ({ concept, menu }: Resource, role: Role): boolean => {
  const { update } = conceptOf(concept).roles;
  return menu?.group !== 'administration' || update.length === 0 || update.includes(role);
};

/** The side menu: what the role may read, by the parts of the work. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const role = useRole();
  const { pathname } = useLocation();
  const open = allResources().filter(
    (resource) => resource.list && conceptOf(resource.concept).roles.read.includes(role) && looksAfter(resource, role),
  );

  const items: Items = [{ key: '/', icon: <HomeOutlined />, label: <Link to="/">{t('menu.home')}</Link> }];
  for (const group of menuGroups) {
    const children: Items = open
      .filter((resource) => resource.menu?.group === group)
      .map((resource) => itemOf(resource, words));
    if (group === 'framework' && conceptOf('DocumentTemplate').roles.create.includes(role))
      children.push({
        key: '/document-template',
        icon: <FileWordOutlined />,
        label: <Link to="/document-template">{t('document.template.menu')}</Link>,
      });
    if (group === 'framework' && queries.includes(role))
      children.push({ key: '/graphiql', icon: <ApiOutlined />, label: <a href="/graphiql">{t('menu.graphiql')}</a> });
    if (group === 'administration' && managesAccounts(role))
      // Right after the accounts, which come first.
      children.splice(1, 0, {
        key: '/undelivered-mails',
        icon: <MailOutlined />,
        label: <Link to="/undelivered-mails">{t('account.mails.menu')}</Link>,
      });
    if (group === 'administration' && seesHealth(role))
      children.push({
        key: '/installation',
        icon: <HeartOutlined />,
        label: <Link to="/installation">{t('health.title')}</Link>,
      });
    if (children.length > 0) items.push({ type: 'group', key: group, label: t(`menu.${group}`), children });
  }
  const current = `/${pathname.split('/')[1] ?? ''}`;
  return (
    <nav aria-label={t('menu.label')}>
      <Menu mode="inline" inlineIndent={16} selectedKeys={[current]} items={items} onClick={onNavigate} />
    </nav>
  );
}
