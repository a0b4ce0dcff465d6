import { ApiOutlined, FileWordOutlined, HeartOutlined, HomeOutlined, MailOutlined } from '@ant-design/icons';
import type { ResourceProps } from '@refinedev/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { type MenuGroup, menuGroups, type Resource } from '../crud/define';
import { conceptOf, type Role } from '../crud/metadata';
import { allResources, basePath } from '../crud/registry';
import type { Vocabulary } from '../crud/vocabulary';
import { managesAccounts } from '../staff/account/roles';
import { seesHealth } from '../staff/health/roles';

/**
 * Under "administration" stands what the role looks after: the list of one's own account alone is no work. What nobody changes, such as
 * the journal of security, is for whoever reads it.
 */
const looksAfter = ({ concept, menu }: Resource, role: Role): boolean => {
  const { update } = conceptOf(concept).roles;
  return menu?.group !== 'administration' || update.length === 0 || update.includes(role);
};

const ofDeclared = (resource: Resource, role: Role, words: Vocabulary): ResourceProps => {
  const { concept, icon: Icon, menu, under, list, form, page, createPage, showPage } = resource;
  const path = basePath(concept);
  const isShown = menu && conceptOf(concept).roles.read.includes(role) && looksAfter(resource, role);
  return {
    name: conceptOf(concept).plural,
    ...(list && { list: path }),
    ...((page || showPage) && { show: `${path}/:id` }),
    ...((form || createPage) && { create: `${path}/new` }),
    ...(form && { edit: `${path}/:id/edit` }),
    meta: {
      concept,
      label: words.many(concept),
      ...(Icon && { icon: <Icon /> }),
      // In the menu its group, in the breadcrumb the list that its pages are reached from.
      ...(under ? { parent: conceptOf(under).plural } : menu && { parent: menu.group }),
      hide: !isShown,
    },
  };
};

const ofPage = (parent: MenuGroup, path: string, label: string, icon: ReactNode, isOpen: boolean): ResourceProps => ({
  name: path.slice(1),
  list: path,
  meta: { label, icon, parent, hide: !isOpen },
});

/** What Refine's menu, router, buttons and access control know of: the declared resources in the groups of the menu, and its other pages. */
export function refineResources(role: Role, t: TFunction, words: Vocabulary): ResourceProps[] {
  const resources = allResources().map((resource) => ofDeclared(resource, role, words));
  const edits = conceptOf('DocumentTemplate').roles.create.includes(role);
  const queries = role === 'ANALYST' || role === 'EPCI_STAFF';
  const mails = t('account.mails.menu');
  // Right behind the accounts that the mails go to; the other pages behind the lists of their group.
  const accounts = resources.findIndex(({ meta }) => meta?.concept === 'Account') + 1;
  resources.splice(
    accounts,
    0,
    ofPage('administration', '/undelivered-mails', mails, <MailOutlined />, managesAccounts(role)),
  );
  return [
    { name: 'home', list: '/', meta: { label: t('menu.home'), icon: <HomeOutlined /> } },
    ...menuGroups.map((group) => ({ name: group, meta: { label: t(`menu.${group}`) } })),
    ...resources,
    ofPage('framework', '/document-template', t('document.template.menu'), <FileWordOutlined />, edits),
    ofPage('framework', '/graphiql', t('menu.graphiql'), <ApiOutlined />, queries),
    ofPage('administration', '/installation', t('health.title'), <HeartOutlined />, seesHealth(role)),
  ];
}
