import type { VersionContentFragment } from '../../generated/graphql';
import { localDay } from '../history/moment';

/** Who signed and who read are there for those who read names. */
export type Version = VersionContentFragment & { signatories?: unknown; reviewedByName?: string | null };

export type EventKind =
  | 'reviewed'
  | 'deliberated'
  | 'signed'
  | 'withdrawn'
  | 'starts'
  | 'noticed'
  | 'terminated'
  | 'ends';

export interface ConventionEvent {
  on: string;
  kind: EventKind;
  version: Version;
}

const binds = ({ state }: Version) => state === 'SIGNED' || state === 'TERMINATED';

/** Last day on which a version binds. */
export const lastDayOf = ({ endsOn, terminatedOn }: Pick<Version, 'endsOn' | 'terminatedOn'>): string =>
  terminatedOn !== null && terminatedOn < endsOn ? terminatedOn : endsOn;

/** What happened to a convention and its avenants and what is to happen, by date: only what has a day of its own. */
export function eventsOf(versions: readonly Version[]): ConventionEvent[] {
  const order: EventKind[] = [
    'reviewed',
    'deliberated',
    'signed',
    'withdrawn',
    'starts',
    'noticed',
    'terminated',
    'ends',
  ];
  return versions
    .flatMap((version) => {
      const days: Record<EventKind, string | null> = {
        reviewed: version.reviewedAt && localDay(version.reviewedAt),
        deliberated: version.deliberationOn,
        signed: version.signedOn,
        withdrawn: version.withdrawnOn,
        starts: binds(version) ? version.startsOn : null,
        noticed: version.noticeOn,
        terminated: version.terminatedOn,
        ends: binds(version) && !version.terminatedOn ? version.endsOn : null,
      };
      return order.flatMap((kind) => (days[kind] ? [{ on: days[kind], kind, version }] : []));
    })
    .sort((one, other) => one.on.localeCompare(other.on) || order.indexOf(one.kind) - order.indexOf(other.kind));
}

/** A signatory as stored: whatever is odd in old data is left out. */
export interface Signatory {
  party: string;
  name: string;
  quality: string | null;
  signedOn: string | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export function signatoriesOf(value: unknown): Signatory[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { party, name, quality, signedOn } = one as Record<string, unknown>;
    const [who, of] = [textOf(name), textOf(party)];
    return who && of ? [{ party: of, name: who, quality: textOf(quality), signedOn: textOf(signedOn) }] : [];
  });
}
