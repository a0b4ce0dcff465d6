import { type Role } from '../../base/codes.js';
import { addDays, addMonths, type Day } from '../../base/days.rules.js';
import { type ConventionState } from '../convention/convention.codes.js';
import { type OrganisationKind, registersByDeliberation } from '../organisation/organisation.codes.js';

/** A version under way, or the last one that binds its guichet. Keys as text. */
export interface VersionFacts {
  readonly id: string;
  readonly conventionId: string;
  readonly number: string;
  readonly rank: number;
  readonly state: ConventionState;
  readonly startsOn: Day;
  /** Last day on which it binds, a termination counted. */
  readonly lastDay: Day;
  readonly registers: boolean;
  readonly deliberationOn: Day | null;
  readonly organisationKind: OrganisationKind;
  readonly guichetId: string;
  readonly guichetName: string;
  readonly guichetClosedOn: Day | null;
  readonly guichetSettledOn: Day | null;
  /** Does the guichet name an agent who reviews its convention? */
  readonly reviewed: boolean;
  /** Did it answer that there is nothing to change? */
  readonly answered: boolean;
  /** Day of the last change. */
  readonly changedOn: Day;
  readonly openFromEpci: number;
  readonly openFromGuichet: number;
}

export interface MeetingFacts {
  readonly id: string;
  readonly title: string;
  readonly heldOn: Day;
  readonly startTime: string;
  readonly place: string | null;
  readonly state: 'PLANNED' | 'OPEN';
  readonly expected: number;
  readonly coming: number;
}

export interface DeclarationFacts {
  readonly id: string;
  readonly revision: number;
  readonly personName: string;
  readonly organisationName: string;
  readonly meetingId: string;
  readonly meetingTitle: string;
  readonly heldOn: Day;
  readonly outside: boolean;
  readonly organiserName: string | null;
}

export interface JudgementFacts {
  readonly guichetId: string;
  readonly guichetName: string;
  readonly kind: string;
  readonly status: string;
  readonly nextMeeting: { readonly id: string; readonly title: string; readonly heldOn: Day } | null;
}

export interface ToDoFacts {
  readonly alertMonths: number;
  /** Ordered by start. */
  readonly versions: readonly VersionFacts[];
  readonly meetings: readonly MeetingFacts[];
  readonly declarations: readonly DeclarationFacts[];
  readonly judgements: readonly JudgementFacts[];
}

/** One thing to do. `dueOn`: the day it is about, null when no day says when. */
export type ToDoItem = { readonly key: string; readonly dueOn: Day | null } & (
  | { readonly kind: 'CONVENTION_ENDS'; readonly version: VersionFacts; readonly successor: VersionFacts | null }
  | { readonly kind: 'CONVENTIONS_END'; readonly versions: readonly VersionFacts[]; readonly prepared: number }
  | { readonly kind: 'DRAFT_WAITING'; readonly version: VersionFacts }
  | { readonly kind: 'DRAFTS_WAITING'; readonly versions: readonly VersionFacts[] }
  | { readonly kind: 'COMMENTS_TO_ANSWER'; readonly version: VersionFacts; readonly count: number }
  | { readonly kind: 'DELIBERATION_MISSING'; readonly version: VersionFacts }
  | { readonly kind: 'EXPIRED_TO_SETTLE'; readonly version: VersionFacts }
  | { readonly kind: 'SHEET_TO_CLOSE'; readonly meeting: MeetingFacts }
  | { readonly kind: 'MEETING_COMING'; readonly meeting: MeetingFacts; readonly today: boolean }
  | { readonly kind: 'DECLARATION_TO_CONFIRM'; readonly declaration: DeclarationFacts }
  | {
      readonly kind: 'OBLIGATION_MISSED';
      readonly obligation: string;
      readonly state: string;
      readonly meeting: JudgementFacts['nextMeeting'];
      readonly guichets: readonly { readonly id: string; readonly name: string }[];
    }
);

/** The first notice of an end; an EPCI may ask for an earlier one. */
const firstNoticeMonths = 12;
/** More conventions of one day are told as one thing. */
const together = 4;
/** How far ahead meetings are told of. */
const meetingDays = 30;
/** A reading by the guichet that brings no remark for so long is the EPCI's again (ours). */
const reviewDays = 7;

const binds = ({ state }: VersionFacts): boolean => state === 'SIGNED' || state === 'TERMINATED';

/**
 * What a person has to do on a day, the most pressing first; what no day presses comes last. Staff answer for the network,
 * reviewing agents for the drafts of their guichets; nobody else has anything.
 */
export function toDoOf(facts: ToDoFacts, role: Role | 'ANONYMOUS', today: Day): ToDoItem[] {
  const items =
    role === 'EPCI_STAFF' ? staffToDo(facts, today) : role === 'AGENT' ? facts.versions.flatMap(reviewerToDo) : [];
  return items.sort((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'));
}

function staffToDo(facts: ToDoFacts, today: Day): ToDoItem[] {
  const { endings, continued } = endingsOf(facts, today);
  const underway = facts.versions.filter((version) => !binds(version));
  const waiting = underway.filter((version) => waitsForStaff(version, today) && !continued.has(version.id));
  return [
    ...endings,
    ...grouped(waiting),
    ...underway
      .filter(({ openFromGuichet }) => openFromGuichet > 0)
      .map((version): ToDoItem => comments(version, version.openFromGuichet)),
    ...underway.filter(lacksDeliberation).map(
      (version): ToDoItem => ({
        kind: 'DELIBERATION_MISSING',
        key: `deliberation ${version.id}`,
        dueOn: version.startsOn,
        version,
      }),
    ),
    ...meetingsToDo(facts, today),
    ...obligationsToDo(facts.judgements, today),
  ];
}

const comments = (version: VersionFacts, count: number): ToDoItem => ({
  kind: 'COMMENTS_TO_ANSWER',
  key: `comments ${version.id}`,
  dueOn: version.startsOn,
  version,
  count,
});
const waits = (version: VersionFacts): ToDoItem => ({
  kind: 'DRAFT_WAITING',
  key: `draft ${version.id}`,
  dueOn: version.startsOn,
  version,
});

/** A reviewing agent reads what is in review, and answers the EPCI's remarks; what they have answered waits for the EPCI. */
function reviewerToDo(version: VersionFacts): ToDoItem[] {
  if (version.openFromEpci > 0) return [comments(version, version.openFromEpci)];
  const { state, openFromGuichet, answered } = version;
  return state === 'IN_REVIEW' && openFromGuichet === 0 && !answered ? [waits(version)] : [];
}

/** Registers promised, and no deliberation yet, where the law asks for one: told as soon as the draft is under discussion. */
function lacksDeliberation({ state, registers, deliberationOn, organisationKind }: VersionFacts): boolean {
  const discussed = state === 'IN_REVIEW' || state === 'CORRECTION' || state === 'TO_SIGN';
  return discussed && registers && deliberationOn === null && registersByDeliberation[organisationKind];
}

/** Is the next move the EPCI's, and none that another line tells already? */
function waitsForStaff(version: VersionFacts, today: Day): boolean {
  const { state, reviewed, answered, openFromEpci, openFromGuichet, changedOn } = version;
  if (openFromGuichet > 0) return false;
  if (state === 'DRAFT') return true;
  if (state === 'TO_SIGN') return !lacksDeliberation(version);
  if (!reviewed) return true;
  if (answered && openFromEpci === 0) return true;
  return state === 'CORRECTION' ? openFromEpci === 0 : addDays(changedOn, reviewDays) <= today;
}

/** How far a draft is, as people are told: its state, and in review whether the guichet has nothing to change. */
export const standingOf = ({ state, answered }: Pick<VersionFacts, 'state' | 'answered'>): string =>
  state === 'IN_REVIEW' && answered ? 'READ' : state;

/** Drafts in one state for one day, as a campaign makes them, are one thing to do. */
function grouped(waiting: readonly VersionFacts[]): ToDoItem[] {
  const groups = Map.groupBy(waiting, (version) => `${standingOf(version)} ${version.startsOn} ${version.rank > 1}`);
  return [...groups].flatMap(([key, versions]): ToDoItem[] =>
    versions.length >= together
      ? [{ kind: 'DRAFTS_WAITING', key: `drafts ${key}`, dueOn: versions[0]?.startsOn ?? null, versions }]
      : versions.map(waits),
  );
}

/** Conventions that end soon with nothing signed after them, or ended so; `continued`: drafts that an ending tells of. */
function endingsOf({ versions, alertMonths }: ToDoFacts, today: Day): { endings: ToDoItem[]; continued: Set<string> } {
  const horizon = addMonths(today, Math.max(firstNoticeMonths, alertMonths));
  const continued = new Set<string>();
  const successorOf = (ending: VersionFacts) =>
    versions.find(
      (one) =>
        !binds(one) &&
        one.guichetId === ending.guichetId &&
        one.startsOn > ending.startsOn &&
        one.lastDay > ending.lastDay,
    ) ?? null;
  const last = versions.filter((version) => binds(version) && version.guichetClosedOn === null);
  const ending = last.filter(({ lastDay }) => today <= lastDay && lastDay <= horizon);
  const endings = [...Map.groupBy(ending, ({ lastDay }) => lastDay)].flatMap(([lastDay, ends]): ToDoItem[] => {
    const successors = ends.map(successorOf);
    if (ends.length >= together) {
      const prepared = successors.filter((one) => one !== null).length;
      return [{ kind: 'CONVENTIONS_END', key: `ends ${lastDay}`, dueOn: lastDay, versions: ends, prepared }];
    }
    return ends.map((version, index) => {
      const successor = successors[index] ?? null;
      if (successor) continued.add(successor.id);
      return { kind: 'CONVENTION_ENDS', key: `ends ${version.id}`, dueOn: lastDay, version, successor };
    });
  });
  const expired = last
    .filter(
      // What was terminated at once was settled with it.
      ({ lastDay, guichetSettledOn }) => lastDay < today && guichetSettledOn === null,
    )
    .map(
      (version): ToDoItem => ({
        kind: 'EXPIRED_TO_SETTLE',
        key: `expired ${version.id}`,
        dueOn: version.lastDay,
        version,
      }),
    );
  return { endings: [...expired, ...endings], continued };
}

function meetingsToDo({ meetings, declarations }: ToDoFacts, today: Day): ToDoItem[] {
  const soon = addDays(today, meetingDays);
  return [
    ...meetings
      .filter(({ heldOn }) => heldOn <= soon)
      .map((meeting): ToDoItem => {
        const { id, heldOn } = meeting;
        return heldOn < today
          ? { kind: 'SHEET_TO_CLOSE', key: `sheet ${id}`, dueOn: heldOn, meeting }
          : { kind: 'MEETING_COMING', key: `meeting ${id}`, dueOn: heldOn, meeting, today: heldOn === today };
      }),
    ...declarations.map(
      (declaration): ToDoItem => ({
        kind: 'DECLARATION_TO_CONFIRM',
        key: `declaration ${declaration.id}`,
        dueOn: declaration.heldOn,
        declaration,
      }),
    ),
  ];
}

/** Guichets that will miss an obligation or have, by obligation and by the meeting that would put it right. */
function obligationsToDo(judgements: readonly JudgementFacts[], today: Day): ToDoItem[] {
  const missed = judgements
    .filter(({ status }) => status === 'AT_RISK' || status === 'NOT_MET')
    .map((one) => ({ ...one, meeting: one.nextMeeting && one.nextMeeting.heldOn >= today ? one.nextMeeting : null }));
  const groups = Map.groupBy(missed, ({ status, kind, meeting }) => `${status} ${kind} ${meeting?.id ?? ''}`);
  return [...groups].flatMap(([key, [first, ...others]]): ToDoItem[] => {
    if (!first) return [];
    const { kind: obligation, status: state, meeting } = first;
    const guichets = [first, ...others].map(({ guichetId: id, guichetName: name }) => ({ id, name }));
    const dueOn = meeting?.heldOn ?? null;
    return [{ kind: 'OBLIGATION_MISSED', key: `obligation ${key}`, dueOn, obligation, state, meeting, guichets }];
  });
}
