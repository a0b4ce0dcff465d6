import type { Locale } from '../../base/codes.js';
import { encodeId } from '../../concept/id.js';
import type { Subject } from '../../public-links.js';
import { writtenDay } from '../../words/format.js';
import { saying, texts } from '../../words/words.js';
import type { ToDoKind } from './todo.codes.js';
import { type MeetingFacts, standingOf, type ToDoItem, type VersionFacts } from './todo.rules.js';

/** A thing to do as people read it: GraphQL's ToDo. */
export interface ToDoLine {
  key: string;
  kind: ToDoKind;
  dueOn: string | null;
  isTerm: boolean;
  title: string;
  detail: string | null;
  action: string;
  subject: ToDoSubject;
  /** What part of the sentence names, where that is something to open: the guichet of a version, a meeting. */
  named: ToDoSubject | null;
}

/** What it is about. `revision`: of a declaration, which is decided on the spot. */
export interface ToDoSubject extends Subject {
  readonly name?: string;
  readonly revision?: number;
}

const words = saying('toDo');

/** Names told before "and others". */
const named = 3;

const guichetOf = ({ guichetId, guichetName }: VersionFacts): ToDoSubject => ({
  concept: 'Guichet',
  id: encodeId('Guichet', guichetId),
  name: guichetName,
});
const versionOf = ({ id, conventionId }: VersionFacts): ToDoSubject => ({
  concept: 'ConventionVersion',
  id: encodeId('ConventionVersion', id),
  parentId: encodeId('Convention', conventionId),
});

/** "14 h 00", "14:00". */
const writtenTime = (time: string, locale: Locale): string =>
  locale === 'fr' ? time.slice(0, 5).replace(':', '\u00a0h\u00a0') : time.slice(0, 5);

type LineContent = Pick<ToDoLine, 'title' | 'action' | 'subject'> & Partial<ToDoLine>;

/** Says each thing to do in a language. @param agent whether an agent reads it: their pages are others */
export function toTodoLines(items: readonly ToDoItem[], locale: Locale, agent: boolean): ToDoLine[] {
  return items.map((item) => ({
    key: item.key,
    kind: item.kind,
    dueOn: item.dueOn,
    isTerm: true,
    detail: null,
    named: null,
    ...(agent ? tellReviewer(item, locale) : tell(item, locale)),
  }));
}

const ofVersion = (version: VersionFacts) => ({ subject: versionOf(version), named: guichetOf(version) });

function tell(item: ToDoItem, locale: Locale): LineContent {
  const say = words[locale];
  const day = (value: string) => writtenDay(value, locale);
  switch (item.kind) {
    case 'CONVENTION_ENDS': {
      const { version, successor } = item;
      const title = say('ends.title', { guichet: version.guichetName });
      if (!successor)
        return {
          ...ofVersion(version),
          title,
          detail: say('ends.noSuccessor', { number: version.number }),
          action: say('ends.renew'),
        };
      const state = texts[locale].enums.ConventionState?.values[successor.state]?.label.toLowerCase() ?? '';
      return {
        ...ofVersion(successor),
        title,
        detail: say('ends.successor', { number: successor.number, state }),
        action: say(`draft.action.${standingOf(successor)}`),
      };
    }
    case 'CONVENTIONS_END': {
      const { versions, prepared, dueOn } = item;
      const endsOn = dueOn ?? '';
      return {
        title: say('ends.together', { count: versions.length, day: day(endsOn) }),
        detail: prepared > 0 ? say('ends.prepared', { count: prepared }) : say('ends.nonePrepared'),
        action: say('ends.see'),
        subject: { concept: 'ConventionVersion', status: 'IN_FORCE', endsOn },
      };
    }
    case 'DRAFT_WAITING': {
      const { version } = item;
      return {
        ...ofVersion(version),
        title: say(`draft.${version.rank > 1 ? 'avenant' : 'convention'}.${standingOf(version)}`, {
          guichet: version.guichetName,
        }),
        detail: say('draft.detail', { number: version.number, day: day(version.startsOn) }),
        action: say(`draft.action.${standingOf(version)}`),
      };
    }
    case 'DRAFTS_WAITING': {
      const { state = 'DRAFT', answered = false } = item.versions[0] ?? {};
      return {
        title: say(`draft.together.${standingOf({ state, answered })}`, { count: item.versions.length }),
        detail: say('draft.from', { day: day(item.dueOn ?? '') }),
        action: say('ends.see'),
        subject: { concept: 'ConventionVersion', status: state },
      };
    }
    case 'COMMENTS_TO_ANSWER': {
      const { version, count } = item;
      return {
        ...ofVersion(version),
        title: say('comments.title', { guichet: version.guichetName }),
        detail: say('comments.fromGuichet', { count, number: version.number }),
        action: say('comments.action'),
      };
    }
    case 'DELIBERATION_MISSING':
    case 'EXPIRED_TO_SETTLE': {
      const { version, kind } = item;
      const ended = version.state === 'TERMINATED' ? 'terminated' : 'expired';
      const part = kind === 'EXPIRED_TO_SETTLE' ? ended : 'deliberation';
      return {
        ...ofVersion(version),
        title: say(`${part}.title`, { guichet: version.guichetName }),
        detail: say(`${part}.detail`, { number: version.number }),
        action: say(`${part}.action`),
      };
    }
    case 'SHEET_TO_CLOSE':
      return { ...ofMeeting(item.meeting), detail: say('meeting.sheet'), action: say('meeting.close') };
    case 'MEETING_COMING': {
      const { meeting, today } = item;
      const facts = [
        say('meeting.at', { time: writtenTime(meeting.startTime, locale) }),
        meeting.place,
        say('meeting.coming', { count: meeting.coming, all: meeting.expected }),
      ];
      return {
        ...ofMeeting(meeting),
        isTerm: false,
        detail: facts.filter(Boolean).join(' · '),
        action: say(`meeting.${today ? (meeting.state === 'OPEN' ? 'follow' : 'open') : 'prepare'}`),
      };
    }
    case 'DECLARATION_TO_CONFIRM': {
      const { id, revision, personName, outside, meetingTitle, organiserName, organisationName, meetingId } =
        item.declaration;
      return {
        isTerm: false,
        title: say(outside ? 'declaration.outside' : 'declaration.meeting', { name: personName }),
        detail: [meetingTitle, outside ? organiserName : null, organisationName].filter(Boolean).join(' · '),
        action: say('declaration.action'),
        subject: {
          concept: 'Attendance',
          id: encodeId('Attendance', id),
          parentId: encodeId('Meeting', meetingId),
          revision,
          name: personName,
        },
      };
    }
    case 'OBLIGATION_MISSED': {
      const { obligation, state, meeting, guichets } = item;
      const names = guichets.slice(0, named).map(({ name }) => name);
      const rest = guichets.length - named;
      const who = rest > 0 ? say('obligation.others', { names: names.join(', '), count: rest }) : names.join(', ');
      const [only] = guichets.length === 1 ? guichets : [];
      return {
        isTerm: false,
        title: say('obligation.title', {
          obligation: texts[locale].enums.ObligationKind?.values[obligation]?.label ?? obligation,
          count: guichets.length,
        }),
        detail: [who, meeting && say('obligation.next', { title: meeting.title })].filter(Boolean).join(' · '),
        action: say(only ? 'obligation.seeOne' : 'obligation.see'),
        subject: {
          concept: 'Guichet',
          ...(only ? { id: encodeId('Guichet', only.id) } : {}),
          obligation,
          obligationState: state,
        },
      };
    }
  }
}

const ofMeeting = ({ id, title }: MeetingFacts) => {
  const subject: ToDoSubject = { concept: 'Meeting', id: encodeId('Meeting', id), name: title };
  return { title, subject, named: subject };
};

/** An agent reads the drafts of their guichets on a page of their own, and has nothing else to do here. */
function tellReviewer(item: ToDoItem, locale: Locale): LineContent {
  if (item.kind !== 'DRAFT_WAITING' && item.kind !== 'COMMENTS_TO_ANSWER') return tell(item, locale);
  const say = words[locale];
  const { version } = item;
  const { guichetName: guichet, number, rank, startsOn } = version;
  if (item.kind === 'COMMENTS_TO_ANSWER')
    return {
      ...ofVersion(version),
      title: say('comments.title', { guichet }),
      detail: say('comments.fromEpci', { count: item.count, number }),
      action: say('comments.action'),
    };
  return {
    ...ofVersion(version),
    title: say(`review.${rank > 1 ? 'avenant' : 'convention'}`, { guichet }),
    detail: say('draft.detail', { number, day: writtenDay(startsOn, locale) }),
    action: say('review.action'),
  };
}
