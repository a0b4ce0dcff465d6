import type { ConceptName } from '../metadata';
import { basePath } from '../registry';

const lastAddress = new Map<ConceptName, string>();

/** Where a list was left in this visit, so that going back to it from a page finds the same rows. */
export const listAddress = (concept: ConceptName): string => `${basePath(concept)}${lastAddress.get(concept) ?? ''}`;

export const keepListAddress = (concept: ConceptName, search: string): void => {
  lastAddress.set(concept, search);
};
