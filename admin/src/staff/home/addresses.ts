import { basePath, pathTo } from '../../crud/registry';
import type { ObligationState } from '../../theme/tokens';
import type { Kind } from '../compliance/model';

const query = (path: string, search: Record<string, string>) => `${path}?${new URLSearchParams(search)}`;

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
  states?: ObligationState[];
  kind?: Kind;
  year?: number;
}): string => {
  const search = new URLSearchParams();
  if (year) search.set('year', String(year));
  if (states.length > 0) search.set('state', states.join(','));
  if (kind) search.set('obligation', kind);
  return `/?${search}#compliance`;
};
