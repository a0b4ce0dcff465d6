import { complete } from './complete';
import { menuGroups, type Resource } from './define';
import { type ConceptName, conceptOf, type Role, type Verb } from './metadata';

const resources = new Map<ConceptName, Resource>();

/** Makes declared resources known to links, menus and routes. Called once, at start. */
export function register(declared: readonly Resource[]): void {
  for (const resource of declared) resources.set(resource.concept, complete(resource));
}
export const resourceOf = (concept: ConceptName): Resource | undefined => resources.get(concept);
/** In the order of the menu, then those that it does not show. */
export const allResources = (): Resource[] => [...resources.values()].sort((a, b) => rankOf(a) - rankOf(b));

const rankOf = ({ menu }: Resource): number => (menu ? menuGroups.indexOf(menu.group) * 100 + menu.position : 1000);

/** `ConventionVersion` → `/convention-versions`. */
export const basePath = (concept: ConceptName): string =>
  `/${conceptOf(concept).plural.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
export const pathTo = (concept: ConceptName, id: string): string => `${basePath(concept)}/${encodeURIComponent(id)}`;

/** Whether a role is offered an operation: the API allows it, and the resource declares the screens for it. */
export function isOffered(resource: Resource, verb: Verb, role: Role): boolean {
  if (!conceptOf(resource.concept).roles[verb].includes(role)) return false;
  if (verb === 'read') return true;
  if (resource.verbs && !resource.verbs.includes(verb)) return false;
  return verb === 'delete' || resource.form !== undefined || (verb === 'create' && resource.createPage !== undefined);
}
