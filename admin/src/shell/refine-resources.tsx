import { ApiOutlined, FileWordOutlined, HeartOutlined, HomeOutlined, MailOutlined } from '@ant-design/icons';
import type { ResourceProps } from '@refinedev/core';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import { type MenuGroup, menuGroups, type Resource } from '../crud/define';
import { conceptOf, type Role } from '../crud/metadata';
import { allResources, basePath } from '../crud/registry';
import type { Vocabulary } from '../crud/vocabulary';
import { managesAccounts } from '../staff/account/roles';
import { seesHealth } from '../staff/health/roles';

/** A page of the menu that is not the list of a concept. */
interface MenuPage {
  path: string;
  label: string;
  icon: ComponentType;
  group: MenuGroup;
  /** Behind that many of the group's lists; behind all of them when absent. */
  behind?: number;
  isOpen: (role: Role) => boolean;
  /** Served by the API, not by this application. */
  isOutside?: boolean;
}

const menuPages: MenuPage[] = [
  {
    path: '/document-template',
    label: 'document.template.menu',
    icon: FileWordOutlined,
    group: 'framework',
    isOpen: (role) => conceptOf('DocumentTemplate').roles.create.includes(role),
  },
  {
    path: '/graphiql',
    label: 'menu.graphiql',
    icon: ApiOutlined,
    group: 'framework',
    isOpen: (role) => role === 'ANALYST' || role === 'EPCI_STAFF',
    isOutside: true,
  },
  {
    path: '/undelivered-mails',
    label: 'account.mails.menu',
    icon: MailOutlined,
    group: 'administration',
    behind: 1,
    isOpen: managesAccounts,
  },
  {
    path: '/installation',
    label: 'health.title',
    icon: HeartOutlined,
    group: 'administration',
    isOpen: seesHealth,
  },
];

/**
 * Under "administration" stands what the role looks after: the list of one's own account alone is no work. What nobody changes, such as
 * the journal of security, is for whoever reads it.
 */
const looksAfter = ({ concept, menu }: Resource, role: Role): boolean => {
  const { update } = conceptOf(concept).roles;
  return menu?.group !== 'administration' || update.length === 0 || update.includes(role);
};

const ofResource = (resource: Resource, role: Role, words: Vocabulary): ResourceProps => {
  const { concept, icon: Icon, menu, under, list, form, page, createPage, showPage } = resource;
  const path = basePath(concept);
  const shown = menu && conceptOf(concept).roles.read.includes(role) && looksAfter(resource, role);
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
      hide: !shown,
    },
  };
};

/** What Refine's menu, router, buttons and access control know of: the declared resources in the groups of the menu, and its other pages. */
export function refineResources(role: Role, t: TFunction, words: Vocabulary): ResourceProps[] {
  const declared = allResources();
  const groups = menuGroups.flatMap((group) => {
    const lists = declared
      .filter(({ menu }) => menu?.group === group)
      .map((resource) => ofResource(resource, role, words));
    for (const { path, label, icon: Icon, behind, isOutside } of menuPages.filter(
      (page) => page.group === group && page.isOpen(role),
    ))
      lists.splice(behind ?? lists.length, 0, {
        name: path.slice(1),
        list: path,
        meta: { label: t(label), icon: <Icon />, parent: group, isOutside },
      });
    return [{ name: group, meta: { label: t(`menu.${group}`) } }, ...lists];
  });
  return [
    { name: 'home', list: '/', meta: { label: t('menu.home'), icon: <HomeOutlined /> } },
    ...groups,
    ...declared.filter(({ menu }) => !menu).map((resource) => ofResource(resource, role, words)),
  ];
}
