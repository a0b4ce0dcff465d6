export type Page = 'meetings' | 'participation' | 'guichet' | 'convention' | 'access';

/** Where the agents' pages stand. */
export const addresses: Readonly<Record<Page, string>> = {
  meetings: '/agent',
  participation: '/agent/participation',
  guichet: '/agent/guichet',
  convention: '/agent/convention',
  access: '/agent/access',
};

/** Where a link in a mail leads, `/agent/go/<kind>/<id>`: a convention to read again, else the first page. Null for any other address. */
export function goAddress(path: string): string | null {
  const [, concept, id] = /^\/agent\/go\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path) ?? [];
  if (!concept) return null;
  return concept === 'ConventionVersion' && id ? `${addresses.convention}?version=${id}` : addresses.meetings;
}
