import { conceptNames } from '../crud/metadata';
import { basePath, pathTo } from '../crud/registry';

const query = (path: string, search: Record<string, string>) => `${path}?${new URLSearchParams(search)}`;

/** What the API says that something is about, and what a link in a mail names. */
export interface Subject {
  concept: string;
  id?: string | null;
  parentId?: string | null;
  status?: string | null;
  endsOn?: string | null;
  obligation?: string | null;
  obligationState?: string | null;
}

/**
 * The page where a subject is read: a version on its convention's, an attendance on its meeting's sheet; several at once in a list, or
 * in the home's matrix.
 */
export function addressOf({ concept, id, parentId, status, endsOn, obligation, obligationState }: Subject): string {
  const known = conceptNames.find((name) => name === concept);
  if (known === 'Guichet' && !id)
    return matrixAddress({ states: obligationState ? [obligationState] : [], kind: obligation });
  if (known === 'ConventionVersion' && !id)
    return query(basePath(known), {
      ...(status ? { status } : {}),
      ...(endsOn ? { endsOn: `${endsOn}..${endsOn}` } : {}),
    });
  if (known === 'ConventionVersion' && id && parentId) return query(pathTo('Convention', parentId), { version: id });
  if (known === 'Attendance' && parentId) return pathTo('Meeting', parentId);
  if (!known) return '/';
  return id ? pathTo(known, id) : basePath(known);
}

/** Where the home leads: pages of things, and lists narrowed to the rows behind a figure (their filters are declared with the lists). */
export const to = {
  guichet: (id: string) => pathTo('Guichet', id),
  meeting: (id: string) => pathTo('Meeting', id),
  newConvention: (guichetId: string) => query(`${basePath('Convention')}/new`, { guichetId }),
  version: (id: string) => pathTo('ConventionVersion', id),
  guichetsOf: (level: string) => query(basePath('Guichet'), { level }),
  versionsInForce: () => query(basePath('ConventionVersion'), { status: 'IN_FORCE' }),
  versionsEnding: (day: string) =>
    query(basePath('ConventionVersion'), { status: 'IN_FORCE', endsOn: `${day}..${day}` }),
  meetingsHeld: (from: string, until: string) =>
    query(basePath('Meeting'), { state: 'CLOSED', heldOn: `${from}..${until}` }),
  present: (from: string, until: string) =>
    query(basePath('Attendance'), {
      state: 'PRESENT',
      counted: 'on',
      'meeting.state': 'CLOSED',
      'meeting.outside': 'no',
      'meeting.heldOn': `${from}..${until}`,
    }),
  online: (from: string, until: string) =>
    query(basePath('Request'), { channel: 'ONLINE', registeredOn: `${from}..${until}` }),
};

/** The matrix of the home, narrowed; its state is in the address like a list's. */
export const matrixAddress = ({
  states = [],
  kind,
  year,
}: {
  states?: string[];
  kind?: string | null | undefined;
  year?: number;
}): string => {
  const search = new URLSearchParams();
  if (year) search.set('year', String(year));
  if (states.length > 0) search.set('state', states.join(','));
  if (kind) search.set('obligation', kind);
  return `/?${search}#compliance`;
};
