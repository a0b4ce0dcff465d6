import { addDays, addMonths, type Day } from '../../base/days.rules.js';
import type { NoticeKind } from './notice.codes.js';

/** A signed or terminated version. */
export interface NoticeFacts {
  readonly id: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly terminatedOn: Day | null;
  /** Does another version bind the guichet from a later day: an avenant, or the renewal? */
  readonly continued: boolean;
}

export interface NoticeDue {
  readonly versionId: string;
  readonly kind: NoticeKind;
  readonly dueOn: Day;
}

/** Before its end, a convention is told of three times. */
const ends = [
  ['ENDS_IN_12_MONTHS', 12],
  ['ENDS_IN_6_MONTHS', 6],
  ['ENDS_IN_3_MONTHS', 3],
] as const satisfies readonly (readonly [NoticeKind, number])[];

/**
 * What the days after `told` brought, up to and with `today`: so that a server that was down for a week tells each of them
 * once, when it is back. An end is not told of what was terminated before, nor of what goes on under a later signature.
 */
export function noticesDue(versions: readonly NoticeFacts[], told: Day, today: Day): NoticeDue[] {
  return versions
    .flatMap(daysOf)
    .filter(({ dueOn }) => told < dueOn && dueOn <= today)
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

function daysOf({ id: versionId, startsOn, endsOn, terminatedOn, continued }: NoticeFacts): NoticeDue[] {
  const cut = terminatedOn !== null && terminatedOn < endsOn;
  const of = (kind: NoticeKind, dueOn: Day): NoticeDue => ({ versionId, kind, dueOn });
  const started = cut && terminatedOn < startsOn ? [] : [of('IN_FORCE', startsOn)];
  if (cut || continued) return started;
  return [
    ...started,
    // A term of less than a year is not announced before it begins.
    ...ends.map(([kind, months]) => of(kind, addMonths(endsOn, -months))).filter(({ dueOn }) => startsOn < dueOn),
    of('EXPIRED', addDays(endsOn, 1)),
  ];
}
