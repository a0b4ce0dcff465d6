import { pathTo } from '../../crud/registry';

/** The page that puts a version beside another. */
export const compareAddress = (id: string, other: string): string =>
  `${pathTo('Referential', id)}/compare?with=${encodeURIComponent(other)}`;
