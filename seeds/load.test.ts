// The demo network as it was loaded: the constraints held, since it is in the database; here the rules that people meet judge it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Level, ReceptionMode } from '../api/src/base/codes.js';
import { earliest, holds } from '../api/src/base/days.rules.js';
import { pinnedClock } from '../api/src/clock.js';
import type { ConventionState } from '../api/src/domain/convention/convention.codes.js';
import { ConventionIncomplete } from '../api/src/domain/convention/convention.errors.js';
import {
  type BoundTerm,
  bindsUntil,
  conventionStatus,
  transition,
} from '../api/src/domain/convention/convention.rules.js';
import type { Signatory } from '../api/src/domain/convention/convention-version.entity.js';
import type { AttendanceState, Confirmation, MeetingState } from '../api/src/domain/meeting/meeting.codes.js';
import {
  declarationDateRefusal,
  meetingTimesRefusal,
  sheetLineRefusal,
} from '../api/src/domain/meeting/meeting.rules.js';
import type { OrganisationKind } from '../api/src/domain/organisation/organisation.codes.js';
import type { Strictness } from '../api/src/domain/referential/referential.codes.js';
import { numberOddity, requestDatesRefusal } from '../api/src/domain/request/request.rules.js';
import { isInseeCode, isSiren } from '../api/src/domain/territory/territory.rules.js';
import { createTestDatabase } from '../api/test/database.js';
import { type DemoApi, startDemoApi } from '../api/test/demo.js';
import { loadDemo } from './load.js';

interface Version {
  id: string;
  rank: number;
  state: ConventionState;
  status: string;
  level: Level;
  registers: boolean;
  receptionModes: ReceptionMode[] | null;
  startsOn: string;
  endsOn: string;
  terminatedOn: string | null;
  terminationMotive: string | null;
  noticeOn: string | null;
  signedOn: string | null;
  signatories: Signatory[] | null;
  deliberationOn: string | null;
  sneSignedOn: string | null;
  etp: number | null;
  guichetSettledOn: string | null;
  referential: {
    id: string;
    withoutDeliberation: Strictness;
    withoutSneConvention: Strictness;
    etpTooLow: Strictness;
    termTooLong: Strictness;
  };
  convention: { number: string };
  guichet: { id: string; openedOn: string | null; closedOn: string | null; organisation: { kind: OrganisationKind } };
}
const versionFields = `id rank state status level registers receptionModes startsOn endsOn terminatedOn terminationMotive noticeOn
  signedOn signatories deliberationOn sneSignedOn etp guichetSettledOn
  referential { id withoutDeliberation withoutSneConvention etpTooLow termTooLong } convention { number } guichet { id openedOn closedOn organisation { kind } }`;

interface Line {
  state: AttendanceState;
  confirmation: Confirmation | null;
  signedAt: string | null;
  meeting: { heldOn: string; state: MeetingState; outside: boolean; kind: string; declaredBy: { id: string } | null };
  agent: { id: string; assignments: { nodes: { startsOn: string; endsOn: string | null }[] } };
}
const lineFields = `state confirmation signedAt meeting { heldOn state outside kind declaredBy { id } }
  agent { id assignments { nodes { startsOn endsOn } } }`;

/** The order in which the versions of a guichet were signed is that of their terms: each was signed beside those before it. */
function termsBefore(version: Version, versions: readonly Version[]): BoundTerm[] {
  return versions
    .filter((it) => it.guichet.id === version.guichet.id && it.signedOn !== null && it.startsOn < version.startsOn)
    .map((it) => ({ number: it.convention.number, startsOn: it.startsOn, endsOn: bindsUntil(it) }));
}

const factsOf = (version: Version, state: ConventionState, planMaxYears: number, otherTerms: BoundTerm[]) => ({
  ...version,
  state,
  terminatedOn: null,
  hasReferential: true,
  organisationKind: version.guichet.organisation.kind,
  planMaxYears,
  otherTerms,
  openComments: [],
  avenantOn: null,
  // The référentiel of 2016 asks for the time that each convention says.
  etpTarget: null,
  begunOn: null,
  rigour: version.referential,
});

describe.each(['2026-03-12', '2028-02-29', '2026-12-31'])('the demo network of %s', (today) => {
  let demo: DemoApi;
  let versions: Version[];
  let lines: Line[];
  let epci: { planMaxYears: number; declarationDays: number };
  beforeAll(async () => {
    demo = await startDemoApi(today);
    console.info(`The demo network of ${today} was loaded in ${demo.seconds.toFixed(1)} s`);
    versions = await demo.all<Version>('conventionVersions', versionFields);
    lines = await demo.all<Line>('attendances', lineFields);
    ({ epci } = await demo.ask<{ epci: typeof epci }>('{ epci(siren: "243800984") { planMaxYears declarationDays } }'));
  });
  afterAll(() => demo.api.close());

  it('has conventions in every state that a day of work meets, and the API counts them as the rules do', async () => {
    const counted: Record<string, number> = {};
    for (const { state, startsOn, endsOn, terminatedOn } of versions) {
      const status = conventionStatus({ state, startsOn, endsOn, terminatedOn }, today);
      counted[status] = (counted[status] ?? 0) + 1;
    }
    for (const status of [
      'DRAFT',
      'IN_REVIEW',
      'CORRECTION',
      'TO_SIGN',
      'UPCOMING',
      'IN_FORCE',
      'EXPIRED',
      'TERMINATED',
      'CANCELLED',
    ]) {
      const { list } = await demo.ask<{ list: { totalCount: number } }>(
        `{ list: conventionVersions(filter: { status: { eq: ${status} } }) { totalCount } }`,
      );
      expect([status, list.totalCount]).toEqual([status, counted[status] ?? 0]);
    }
    // One convention for each of the 33 guichets: six are not signed, or no longer bind; one has an avenant, two negotiate one.
    expect(counted).toMatchObject({ IN_FORCE: 26, DRAFT: 2, IN_REVIEW: 2, CORRECTION: 1, TO_SIGN: 2, TERMINATED: 5 });
    expect((counted.EXPIRED ?? 0) + (counted.UPCOMING ?? 0)).toBe(35);
  });

  it('has one plan on the day, which began after the former one ended', async () => {
    const { now, former } = await demo.ask<Record<'now' | 'former', { nodes: { startsOn: string; endsOn: string }[] }>>(
      `{ now: plans(on: "${today}") { nodes { startsOn endsOn } } former: plans(on: "2016-09-15") { nodes { startsOn endsOn } } }`,
    );
    expect([now.nodes.length, former.nodes.length]).toEqual([1, 1]);
    expect(former.nodes[0]!.endsOn < now.nodes[0]!.startsOn).toBe(true);
  });

  it('could have been signed and terminated by people, on the days that its conventions say', () => {
    const wrong = versions.flatMap((version) => {
      if (version.signedOn === null) return [];
      const facts = factsOf(version, 'TO_SIGN', epci.planMaxYears, termsBefore(version, versions));
      const input = { signedOn: version.signedOn, signatories: version.signatories };
      const signed = transition(facts, 'SIGN', 'EPCI_STAFF', input, version.signedOn);
      if (signed instanceof Error) return [`${version.convention.number}: ${signed.name}`];
      if (version.terminatedOn === null) return [];
      const on = earliest(version.noticeOn, version.terminatedOn)!;
      const guichet = { level: version.level, registers: version.registers };
      const ending = { ...version, guichet: on < version.terminatedOn ? null : guichet };
      const terminated = transition({ ...facts, state: 'SIGNED' }, 'TERMINATE', 'EPCI_STAFF', ending, on);
      return terminated instanceof Error ? [`${version.convention.number}: ${terminated.name}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('lets staff sign what waits for a signature, but for a promise of registration without its deliberation', () => {
    const waiting = versions
      .filter((it) => it.state === 'TO_SIGN')
      .map((version) => {
        const signatories = [
          { party: 'EPCI', name: 'A', quality: 'B', signedOn: today },
          { party: 'Commune', name: 'C', quality: 'D', signedOn: today },
        ];
        const others = termsBefore(version, versions);
        return transition(
          factsOf(version, 'TO_SIGN', epci.planMaxYears, others),
          'SIGN',
          'EPCI_STAFF',
          { signedOn: today, signatories },
          today,
        );
      });
    expect(waiting.filter((it) => !(it instanceof Error))).toHaveLength(1);
    const refused = waiting.filter((it) => it instanceof ConventionIncomplete);
    expect(refused.map(({ field }) => field)).toEqual(['deliberationOn']);
  });

  it('has no convention that binds a guichet before it opened or after it closed', () => {
    const late = versions.filter(({ guichet, startsOn, ...it }) => {
      const until = bindsUntil(it);
      return (
        it.signedOn !== null &&
        ((guichet.openedOn ?? '') > startsOn || (guichet.closedOn ?? '9999') <= (until ?? '9998'))
      );
    });
    expect(late.map((it) => it.convention.number)).toEqual([]);
  });

  it('has on each sheet agents who worked at a guichet that day, the people from elsewhere who come to trainings, and those who declare', () => {
    const elsewhere = lines.filter(
      ({ agent, meeting }) => !agent.assignments.nodes.some((it) => holds(it, meeting.heldOn)),
    );
    for (const { agent, meeting } of elsewhere)
      expect([agent.assignments.nodes.length, meeting.kind]).toEqual([0, 'TRAINING']);
    for (const { agent, meeting } of lines.filter((it) => it.meeting.outside))
      expect(meeting.declaredBy!.id).toBe(agent.id);
  });

  it('has no line that staff could not have written, nor a declaration too early or too late', () => {
    for (const { state, confirmation, signedAt, meeting } of lines) {
      const open = { heldOn: meeting.heldOn, state: meeting.state === 'CLOSED' ? ('OPEN' as const) : meeting.state };
      if (meeting.state !== 'CANCELLED') expect(sheetLineRefusal(open, state, today)).toBeNull();
      if (confirmation === null) continue;
      expect(declarationDateRefusal(meeting.heldOn, signedAt!.slice(0, 10), epci.declarationDays)).toBeNull();
    }
  });

  it('has meetings that end after they start, and requests whose numbers and days hold together', async () => {
    for (const { startTime, endTime } of await demo.all<{ startTime: string; endTime: string }>(
      'meetings',
      'startTime endTime',
    ))
      expect(meetingTimesRefusal(startTime, endTime)).toBeNull();
    const requests = await demo.all<{ number: string | null; registeredOn: string; seniorityOn: string }>(
      'requests',
      'number registeredOn seniorityOn',
    );
    expect(requests).toHaveLength(3500 + 1180);
    expect(requests.filter((it) => requestDatesRefusal(it, today) !== null)).toEqual([]);
    expect(requests.filter((it) => it.number !== null && numberOddity(it.number, it.seniorityOn) !== null)).toEqual([]);
  });

  it('has well-formed codes of communes and organisations', async () => {
    const communes = await demo.all<{ inseeCode: string; siren: string | null }>('communes', 'inseeCode siren');
    expect(communes.filter((it) => !isInseeCode(it.inseeCode))).toEqual([]);
    const organisations = await demo.all<{ siren: string | null }>('organisations', 'siren');
    expect([...communes, ...organisations].filter(({ siren }) => siren !== null && !isSiren(siren))).toEqual([]);
  });

  it('offers an account to each kind of user; those of agents have a meeting to come, and one owes a meeting', async () => {
    const rows = await demo.api.orm.em
      .fork()
      .execute<{ email: string; role: string; agent: string; guichets: number; invited: number; attended: number }[]>(
        `select a.email, a.role,
         (select count(*)::int from assignment s where s.agent_id = a.agent_id and ? between s.starts_on and coalesce(s.ends_on, ?)) as guichets,
         (select count(*)::int from attendance t join meeting m on m.id = t.meeting_id where t.agent_id = a.agent_id and m.held_on >= ? and t.state in ('INVITED', 'REGISTERED') and m.state in ('PLANNED', 'OPEN')) as invited,
         (select count(*)::int from attendance t where t.agent_id = a.agent_id and t.state = 'PRESENT') as attended
       from account a order by a.id`,
        [today, today, today],
      );
    expect(rows.map(({ email, role, guichets }) => [email, role, guichets])).toEqual([
      ['personnel@demo.parvis.invalid', 'EPCI_STAFF', 0],
      ['agent@demo.parvis.invalid', 'AGENT', 1],
      ['agent-deux-guichets@demo.parvis.invalid', 'AGENT', 2],
      ['analyste@demo.parvis.invalid', 'ANALYST', 0],
      ['administration@demo.parvis.invalid', 'ADMIN', 0],
    ]);
    for (const { role, invited } of rows) if (role === 'AGENT') expect(invited).toBeGreaterThan(0);
    expect(rows[1]!.attended).toBe(0);
    expect(rows[2]!.attended).toBeGreaterThan(0);
  });
});

describe('loading', () => {
  it('does nothing the second time, nor when another process loads at the same moment', async () => {
    const { connection, drop } = await createTestDatabase();
    const clock = pinnedClock('2026-03-12');
    expect((await Promise.all([loadDemo(connection, clock), loadDemo(connection, clock)])).sort()).toEqual([
      false,
      true,
    ]);
    expect(await loadDemo(connection, pinnedClock('2027-03-12'))).toBe(false);
    await drop();
  });

  it('says which days it can be asked for, and leaves the database empty', async () => {
    const { connection, drop } = await createTestDatabase();
    await expect(loadDemo(connection, pinnedClock('2023-12-31'))).rejects.toThrow(
      'The demo network can be made for a day from 2024-01-01 to 2040-12-31, not for 2023-12-31',
    );
    expect(await loadDemo(connection, pinnedClock('2024-01-01'))).toBe(true);
    await drop();
  });
});
