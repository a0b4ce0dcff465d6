import dayjs from 'dayjs';
import { allJudgements, type Kind, type Report } from '../../../compliance/model';
import type { StaffHomeQuery } from '../../../generated/graphql';

type Version = StaffHomeQuery['underway']['nodes'][number];
type Meeting = StaffHomeQuery['toCome']['nodes'][number];
type PastMeeting = StaffHomeQuery['notClosed']['nodes'][number];
export type Declaration = StaffHomeQuery['declarations']['nodes'][number];
type NextMeeting = NonNullable<Report['judgements'][number]['nextMeeting']>;

/** One thing to do; `date` is the day that it is about, null when no day says when. */
export type ToDo = { key: string; date: string | null } & (
  | { what: 'endingTogether'; count: number; endsOn: string; prepared: number }
  | { what: 'ending'; version: Version; successor: Version | undefined }
  | { what: 'underway'; version: Version }
  | { what: 'meeting'; meeting: Meeting; today: boolean }
  | { what: 'notClosed'; meeting: PastMeeting }
  | { what: 'declaration'; declaration: Declaration }
  | {
      what: 'obligation';
      state: 'AT_RISK' | 'NOT_MET';
      kind: Kind;
      meeting: NextMeeting | null;
      guichets: { id: string; name: string }[];
    }
);

/** A terminated version stays in force until its last day. */
const lastDayOf = ({ endsOn, terminatedOn }: Version): string =>
  terminatedOn && terminatedOn < endsOn ? terminatedOn : endsOn;

/** More conventions that end on one day are told as one thing. */
const together = 4;

/**
 * What staff has to do, the most pressing day first; what no day presses comes last.
 *
 * @param today 'YYYY-MM-DD'
 */
export function toDo(data: StaffHomeQuery, today: string): ToDo[] {
  const items = [
    ...data.notClosed.nodes.map(
      (meeting): ToDo => ({ what: 'notClosed', key: meeting.id, date: meeting.heldOn, meeting }),
    ),
    ...data.declarations.nodes.map(
      (one): ToDo => ({ what: 'declaration', key: one.id, date: one.meeting.heldOn, declaration: one }),
    ),
    ...data.toCome.nodes.map(
      (meeting): ToDo => ({
        what: 'meeting',
        key: meeting.id,
        date: meeting.heldOn,
        meeting,
        today: meeting.heldOn === today,
      }),
    ),
    ...conventionsToDo(data, today),
    ...obligationsToDo(data.complianceReport, today),
  ];
  return items.sort((one, other) => (one.date ?? '9999').localeCompare(other.date ?? '9999'));
}

/** Conventions that end soon with nothing signed after them, and what is being prepared. */
function conventionsToDo({ epcis, inForce, underway }: StaffHomeQuery, today: string): ToDo[] {
  const months = epcis.nodes[0]?.conventionAlertMonths ?? 0;
  const horizon = dayjs(today).add(months, 'month').format('YYYY-MM-DD');
  const next = (version: Version) => underway.nodes.filter(({ guichet }) => guichet.id === version.guichet.id);
  const ending = inForce.nodes
    .filter((version) => lastDayOf(version) <= horizon && !version.guichet.closedOn)
    .filter((version) => !next(version).some(({ status }) => status === 'UPCOMING'));
  const days = new Map<string, Version[]>();
  for (const version of ending) days.set(lastDayOf(version), [...(days.get(lastDayOf(version)) ?? []), version]);

  const told = new Set<string>();
  const endings = [...days].flatMap(([endsOn, versions]): ToDo[] => {
    if (versions.length >= together) {
      const prepared = versions.filter((version) => next(version).length > 0).length;
      return [{ what: 'endingTogether', key: endsOn, date: endsOn, count: versions.length, endsOn, prepared }];
    }
    return versions.map((version) => {
      const [successor] = next(version);
      if (successor) told.add(successor.id);
      return { what: 'ending', key: version.id, date: endsOn, version, successor };
    });
  });
  const drafts = underway.nodes
    .filter(({ id, status }) => status !== 'UPCOMING' && !told.has(id))
    .map((version): ToDo => ({ what: 'underway', key: version.id, date: version.startsOn, version }));
  return [...endings, ...drafts];
}

/** Guichets that will miss an obligation or have, by obligation and by the meeting that would put it right. */
function obligationsToDo(reports: readonly Report[], today: string): ToDo[] {
  const groups = new Map<string, Extract<ToDo, { what: 'obligation' }>>();
  for (const { guichetId: id, guichetName: name, judgements } of reports)
    for (const { status: state, kind, nextMeeting } of judgements) {
      if (state !== 'AT_RISK' && state !== 'NOT_MET') continue;
      const meeting = nextMeeting && nextMeeting.heldOn >= today ? nextMeeting : null;
      const key = `${state} ${kind} ${meeting?.id ?? ''}`;
      const group = groups.get(key) ?? {
        what: 'obligation',
        key,
        date: meeting?.heldOn ?? null,
        state,
        kind,
        meeting,
        guichets: [],
      };
      group.guichets.push({ id, name });
      groups.set(key, group);
    }
  return [...groups.values()];
}

/** Share of obligations met among those judged; undefined when none is. */
export function metShare(reports: readonly Report[]): { met: number; judged: number } {
  const judged = allJudgements(reports);
  return { met: judged.filter(({ status }) => status === 'MET').length, judged: judged.length };
}
