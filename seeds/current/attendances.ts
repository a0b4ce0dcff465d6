import { addDays, holds } from '../../api/src/base/days.rules.js';
import { instant, workingDay } from '../days.js';
import type { Random } from '../random.js';
import type { AttendanceRow, ConventionVersionRow, MeetingRow, ParsedSeeds } from '../rows.js';
import type { Staff } from './staff.js';
import { levelOn } from './term.js';

/** Share of the meetings that the people of a guichet attend, when it is not the usual one. */
const USUAL_PRESENCE = 0.82;
const PRESENCE: Readonly<Record<string, number>> = {
  // Large teams take turns.
  'voiron-service-logement': 0.6,
  'voiron-pluralis': 0.55,
  'voiron-opac-38': 0.6,
  // Guichets that miss their obligation.
  'saint-aupre-mairie': 0,
  'tullins-mairie': 0.1,
};
const NEVER_TRAINED: readonly string[] = ['vourey-mairie', 'la-murette-mairie'];
/** Present, but never active (CONSEIL must be). */
const NEVER_CONTRIBUTE: readonly string[] = ['voiron-opac-38', 'tullins-mairie'];

interface Expected {
  agentKey: string;
  guichetKey: string;
  conseil: boolean;
}

/** Who is expected: the agents assigned on the meeting's day to a guichet whose level of that day the meeting is for. */
export function expectedAgents(
  base: ParsedSeeds,
  staff: Staff,
  versions: readonly ConventionVersionRow[],
  meeting: MeetingRow,
): Expected[] {
  const expected = new Map<string, Expected>();
  for (const it of staff.assignments) {
    if (!holds(it, meeting.heldOn)) continue;
    const guichet = base.guichets.find((one) => one.guichetKey === it.guichetKey);
    const level = guichet ? levelOn(guichet, versions, meeting.heldOn) : null;
    if (!level || !meeting.levels.includes(level) || expected.has(it.agentKey)) continue;
    expected.set(it.agentKey, { agentKey: it.agentKey, guichetKey: it.guichetKey, conseil: level === 'CONSEIL' });
  }
  return [...expected.values()];
}

export interface Attendances {
  attendances: AttendanceRow[];
  /** Trainings outside the network, declared by agents. */
  outside: MeetingRow[];
}

/** Attendance of every meeting, as its state allows, then the declarations that agents made afterwards. */
export function attendancesOf(
  base: ParsedSeeds,
  staff: Staff,
  versions: readonly ConventionVersionRow[],
  meetings: readonly MeetingRow[],
  today: string,
  random: Random,
): Attendances {
  const blank = (meeting: MeetingRow, agentKey: string): AttendanceRow => ({
    meetingKey: meeting.meetingKey,
    agentKey,
    state: 'INVITED',
    mode: null,
    signedAt: null,
    signedBy: null,
    contributed: false,
    confirmation: null,
  });

  const attendances = meetings.flatMap((meeting): AttendanceRow[] => {
    const rows = expectedAgents(base, staff, versions, meeting).map((who) => ({
      ...blank(meeting, who.agentKey),
      ...answer(meeting, who),
    }));
    // People from outside the territory come to trainings: on no list, added on the day.
    if (meeting.kind === 'TRAINING' && meeting.state === 'CLOSED') {
      rows.push(...outsiders().map((agentKey) => ({ ...blank(meeting, agentKey), ...signed(meeting) })));
    }
    return rows;
  });
  const declared = declarations();
  return { attendances: [...attendances, ...declared.attendances], outside: declared.outside };

  function outsiders(): string[] {
    const known = new Set(base.assignments.map((it) => it.agentKey));
    return base.agents
      .filter((it) => !known.has(it.agentKey) && it.endedOn === null)
      .map((it) => it.agentKey)
      .slice(0, 2);
  }

  function answer(meeting: MeetingRow, who: Expected): Partial<AttendanceRow> {
    const comes = presence(meeting, who);
    if (meeting.heldOn >= today || meeting.state === 'PLANNED' || meeting.state === 'CANCELLED') {
      const near = meeting.heldOn <= addDays(today, 40);
      if (random.chance(0.08)) return { state: 'EXCUSED' };
      return random.chance(comes * (near ? 0.7 : 0.15)) ? { state: 'REGISTERED' } : {};
    }
    if (meeting.state === 'OPEN') {
      // The sheet was never closed: those who signed in are known, the others still stand as they had answered.
      if (random.chance(comes * 0.7)) return { ...signed(meeting), contributed: contributes(meeting, who) };
      return random.chance(0.5) ? { state: 'REGISTERED' } : {};
    }
    if (!random.chance(comes)) return { state: random.chance(0.6) ? 'EXCUSED' : 'ABSENT' };
    return { ...signed(meeting), contributed: contributes(meeting, who) };
  }

  function presence(meeting: MeetingRow, who: Expected): number {
    if (meeting.kind === 'TRAINING' && NEVER_TRAINED.includes(who.guichetKey)) return 0;
    return PRESENCE[who.guichetKey] ?? USUAL_PRESENCE;
  }

  function contributes(meeting: MeetingRow, who: Expected): boolean {
    return (
      who.conseil && meeting.kind !== 'TRAINING' && !NEVER_CONTRIBUTE.includes(who.guichetKey) && random.chance(0.4)
    );
  }

  function signed(meeting: MeetingRow): Partial<AttendanceRow> & { state: 'PRESENT' } {
    const remote = meeting.videoLink !== null && random.chance(0.3);
    const signedBy = remote
      ? 'SELF'
      : random.weighted([
          ['SELF', 5],
          ['QR', 3],
          ['SHEET', 2],
        ] as const);
    const [hour = '', minute = ''] = meeting.startTime.split(':');
    const time = `${hour}:${String(Number(minute) + random.whole(1, 14)).padStart(2, '0')}`;
    const signedAt =
      signedBy === 'SHEET'
        ? instant(meeting.heldOn, meeting.endTime, base.epci.timeZone)
        : instant(meeting.heldOn, time, base.epci.timeZone);
    return { state: 'PRESENT', mode: remote ? 'REMOTE' : 'ON_SITE', signedAt, signedBy };
  }

  /** Forgotten sign-ins and outside trainings, one of each answer of the staff and three that still wait for it. */
  function declarations(): Attendances {
    const missed = attendances.filter((it) => it.state === 'ABSENT').reverse();
    (['PENDING', 'PENDING', 'REFUSED'] as const).forEach((confirmation, index) => {
      const row = missed[index * 2] ?? missed[index];
      const meeting = meetings.find((it) => it.meetingKey === row?.meetingKey);
      if (row && meeting)
        Object.assign(row, { state: 'PRESENT', mode: 'ON_SITE', ...declaredAfter(meeting.heldOn), confirmation });
    });
    const outside: MeetingRow[] = [];
    const extra: AttendanceRow[] = [];
    const declare = (
      guichetKey: string,
      offset: number,
      title: string,
      confirmation: 'PENDING' | 'CONFIRMED',
    ): void => {
      const assignment = staff.assignments.find((it) => it.guichetKey === guichetKey && it.endsOn === null);
      const guichet = base.guichets.find((it) => it.guichetKey === guichetKey);
      const heldOn = workingDay(addDays(today, offset), -1);
      const level = guichet ? levelOn(guichet, versions, heldOn) : null;
      if (!assignment || !level) throw new Error(`Nobody at ${guichetKey} to declare a training.`);
      const meeting: MeetingRow = {
        meetingKey: `outside-${outside.length + 1}`,
        kind: 'TRAINING',
        title,
        heldOn,
        startTime: '09:30',
        endTime: '16:30',
        place: 'Grenoble',
        videoLink: null,
        organiserKey: null,
        levels: [level],
        agenda: null,
        state: 'CLOSED',
        outside: true,
        declaredByKey: assignment.agentKey,
        cancellationMotive: null,
      };
      outside.push(meeting);
      extra.push({
        ...blank(meeting, assignment.agentKey),
        state: 'PRESENT',
        mode: 'ON_SITE',
        ...declaredAfter(heldOn),
        confirmation,
      });
    };
    declare('vourey-mairie', -20, 'Journée d’information sur la demande de logement social', 'PENDING');
    declare('chirens-mairie', -160, 'Formation : accueillir un public en difficulté', 'CONFIRMED');
    return { attendances: extra, outside };
  }

  function declaredAfter(heldOn: string): Pick<AttendanceRow, 'signedAt' | 'signedBy'> {
    return {
      signedAt: instant(workingDay(addDays(heldOn, 2), 1), '10:15', base.epci.timeZone),
      signedBy: 'DECLARATION',
    };
  }
}
