import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { builders } from '../../../test/builders.js';
import { staffOf } from '../../../test/network.js';
import type { Level } from '../../base/codes.js';
import type { Sql } from '../../concept/meta.js';
import { readGuarded } from '../../database/guarded.js';
import { type Caller, sessionOf } from '../../identity/access/caller.js';
import { complianceFacts } from './compliance.facts.js';

const DAY = '2026-06-15';

/**
 * Guichet A: CONSEIL all year; B: shares Ana with it, INFO then CONSEIL from July; C: agreed INFO, a convention from July;
 * D: closed in 2020; E: another EPCI's.
 */
const setUp = async (api: TestApi) => {
  const make = builders(api);
  const epci = await make.anEpci();
  const elsewhere = await make.anEpci();
  const referential = await make.aReferential({ state: 'PUBLISHED', validFrom: '2016-01-01' });
  const { anObligation } = make;
  await anObligation({ referential, level: 'INFO', kind: 'MEETINGS', target: 1, planned: 2 });
  const conseil = { referential, level: 'CONSEIL' } as const;
  await anObligation({ ...conseil, kind: 'MEETINGS', target: 3, planned: 4, text: 'Trois réunions.' });
  await anObligation({ ...conseil, kind: 'TRAINED_AGENTS', windowMonths: 24 });
  await anObligation({ ...conseil, kind: 'RECEPTION_MODES', modes: ['INTERVIEW_APPOINTMENT', 'TELEPHONE'] });
  await anObligation({ ...conseil, kind: 'DOSSIER_UNIQUE', target: 1 });
  await anObligation({ ...conseil, kind: 'ETP' });

  const commune = await make.aCommune({ name: 'Voiron' });
  const a = await make.aGuichet({ name: 'A', commune, receptionModes: ['TELEPHONE'], dossierUnique: true });
  const b = await make.aGuichet({ name: 'B', commune });
  const c = await make.aGuichet({ name: 'C', commune, level: 'INFO' });
  const closed = await make.aGuichet({ name: 'D', commune, level: 'INFO', closedOn: '2020-06-01' });
  const signed = { referential, state: 'SIGNED', endsOn: '2027-12-31' } as const;
  const since2022 = { ...signed, startsOn: '2022-01-01' };
  const fromJuly = { ...signed, startsOn: '2026-07-01', level: 'CONSEIL' } as const;
  await make.aConventionVersion({ guichet: a, ...since2022, level: 'CONSEIL', dossierUnique: true, etp: 0.8 });
  const info = await make.aConventionVersion({ guichet: b, ...since2022, level: 'INFO', endsOn: '2026-06-30' });
  await make.aConventionVersion({ convention: info.convention, ...fromJuly });
  await make.aConventionVersion({ guichet: c, ...fromJuly });

  const ana = await make.anAgent({ lastName: 'Éluard' });
  const bob = await make.anAgent({ lastName: 'Durand' });
  await make.anAssignment({ agent: ana, guichet: a, startsOn: '2020-01-01', etp: 0.5 });
  await make.anAssignment({ agent: ana, guichet: b, startsOn: '2020-01-01', etp: 0.1 });
  await make.anAssignment({ agent: bob, guichet: a, startsOn: '2020-01-01', etp: 0.3 });

  const { aMeeting, anAttendance } = make;
  const levels: Level[] = ['INFO', 'CONSEIL'];
  const lastYear = await aMeeting({ title: 'Saint-Sylvestre', heldOn: '2025-12-31', levels, state: 'CLOSED' });
  const newYear = await aMeeting({ title: 'Jour de l’an', heldOn: '2026-01-01', levels, state: 'CLOSED' });
  const lastDay = await aMeeting({ title: 'Dernier jour', heldOn: '2026-12-31', levels });
  const autumn = await aMeeting({ title: 'Automne', heldOn: '2026-10-01', levels: ['CONSEIL'] });
  const training = await aMeeting({
    kind: 'TRAINING',
    title: 'Hors du réseau',
    heldOn: '2025-03-01',
    levels: ['CONSEIL'],
    state: 'CLOSED',
    outside: true,
    declaredBy: bob,
  });
  await anAttendance({ meeting: lastYear, agent: ana, state: 'PRESENT' });
  await anAttendance({ meeting: newYear, agent: ana, state: 'PRESENT' });
  await anAttendance({ meeting: lastDay, agent: ana, state: 'REGISTERED' });
  await anAttendance({ meeting: autumn, agent: bob, state: 'REGISTERED' });
  await anAttendance({ meeting: training, agent: bob, state: 'PRESENT', confirmation: 'CONFIRMED' });

  const theirs = await make.aReferential({ epci: elsewhere, state: 'PUBLISHED', validFrom: '2016-01-01' });
  await anObligation({ referential: theirs, level: 'INFO', kind: 'MEETINGS', target: 1, planned: 2 });
  const e = await make.aGuichet({ epci: elsewhere, name: 'E', level: 'INFO' });
  const zoe = await make.anAgent({ epci: elsewhere, lastName: 'Autre', firstName: 'Zoé' });
  await make.anAssignment({ agent: zoe, guichet: e, startsOn: '2020-01-01', etp: 1 });
  const there = await aMeeting({
    epci: elsewhere,
    title: 'Ailleurs',
    heldOn: '2026-02-01',
    levels: ['INFO'],
    state: 'CLOSED',
  });
  await anAttendance({ meeting: there, agent: zoe, state: 'PRESENT' });

  const staff: Caller = { ...staffOf(epci), today: DAY, accountId: '1' };
  const of = { agentId: ana.key, guichetIds: [a.key], levels: ['CONSEIL'] };
  const agent: Caller = { ...staff, role: 'AGENT', dbRole: 'parvis_agent', ...of };
  const analyst: Caller = { ...staff, role: 'ANALYST', dbRole: 'parvis_analyst', epciId: undefined };
  const national: Caller = { ...analyst, dbRole: 'parvis_national', epciIds: [] };
  return { staff, agent, analyst, national, elsewhere, commune, b, closed, e, newYear };
};
let api: TestApi;
let made: Awaited<ReturnType<typeof setUp>>;
let staff: Caller;
let agent: Caller;
let analyst: Caller;
let national: Caller;
beforeAll(async () => {
  api = await startTestApi(DAY);
  made = await setUp(api);
  ({ staff, agent, analyst, national } = made);
});
afterAll(() => api.close());

interface Report {
  guichetId: string;
  guichetName: string;
  status: string | null;
  level: string | null;
  reason: string | null;
  judgements: {
    kind: string;
    status: string;
    value: number | null;
    masked: boolean;
    target: number;
    evidence: {
      meetings: { title: string }[] | null;
      meetingCount: number | null;
      agents: { lastName: string }[] | null;
      missingAgents: { lastName: string }[] | null;
    };
    nextMeeting: { title: string } | null;
  }[];
}
const source = `query ($year: Int!, $guichetId: ID) { complianceReport(year: $year, guichetId: $guichetId) {
  guichetId guichetName communeName year judgedOn level status needsAction reason
  judgements { obligationId kind level status value masked target planned text
    evidence { meetings { id title heldOn kind } comingMeetings { title } agents { id firstName lastName } missingAgents { lastName } missingModes
      meetingCount comingMeetingCount agentCount missingAgentCount }
    nextMeeting { id title heldOn } } } }`;
const report = async (who: Caller, year = 2026, guichetId?: string): Promise<Report[]> => {
  const { data, errors } = await api.ask<{ complianceReport: Report[] }>(who, source, { year, guichetId });
  expect(errors).toEqual([]);
  return data.complianceReport;
};
const judgement = (reports: Report[], guichet: string, kind: string) =>
  reports.find(({ guichetName }) => guichetName === guichet)?.judgements.find((one) => one.kind === kind);

describe('the compliance report', () => {
  test('is one statement for all guichets, those that were open that year, in order', async () => {
    const reports = await report(staff);
    expect(api.statements).toHaveLength(1);
    expect(reports.map(({ guichetName }) => guichetName)).toEqual(['A', 'B', 'C']);
    expect((await report(staff, 2020)).map(({ guichetName }) => guichetName)).toContain('D');
  });
  test('counts from 1 January to 31 December, and names what would bring more', async () => {
    expect(judgement(await report(staff), 'A', 'MEETINGS')).toMatchObject({
      level: 'CONSEIL',
      status: 'ON_TRACK',
      value: 1,
      target: 3,
      planned: 4,
      text: 'Trois réunions.',
      evidence: {
        meetings: [{ title: 'Jour de l’an', id: made.newYear.id }],
        comingMeetings: [{ title: 'Automne' }, { title: 'Dernier jour' }],
        agents: [{ lastName: 'Éluard' }],
      },
      nextMeeting: { title: 'Automne', heldOn: '2026-10-01' },
    });
    expect(judgement(await report(staff, 2025), 'A', 'MEETINGS')).toMatchObject({
      status: 'NOT_MET',
      value: 1,
      evidence: { meetings: [{ title: 'Saint-Sylvestre' }] },
    });
  });
  test('counts one presence of an agent of two guichets for both', async () => {
    expect(judgement(await report(staff), 'B', 'MEETINGS')?.evidence.meetings).toMatchObject([
      { title: 'Jour de l’an' },
    ]);
  });
  test('takes a change of level, and a convention that begins, in mid-year into account', async () => {
    const reports = await report(staff);
    // 181 days at 1 and 184 at 3: 2.008, rounded up.
    expect(judgement(reports, 'B', 'MEETINGS')).toMatchObject({ target: 3, level: 'CONSEIL' });
    expect(judgement(reports, 'C', 'MEETINGS')).toMatchObject({ target: 3, value: 0 });
    expect(reports.map(({ level }) => level)).toEqual(['CONSEIL', 'INFO', 'INFO']);
  });
  test('judges training, modes, pieces, and the ETP that the convention promises', async () => {
    const reports = await report(staff);
    expect(judgement(reports, 'A', 'TRAINED_AGENTS')).toMatchObject({
      status: 'NOT_MET',
      value: 1,
      target: 2,
      evidence: {
        meetings: [{ title: 'Hors du réseau' }],
        agents: [{ lastName: 'Durand' }],
        missingAgents: [{ lastName: 'Éluard' }],
      },
    });
    expect(judgement(reports, 'A', 'RECEPTION_MODES')).toMatchObject({
      status: 'NOT_MET',
      value: 1,
      target: 2,
      evidence: { missingModes: ['INTERVIEW_APPOINTMENT'] },
    });
    expect(judgement(reports, 'A', 'DOSSIER_UNIQUE')).toMatchObject({ status: 'MET' });
    expect(judgement(reports, 'A', 'ETP')).toMatchObject({ status: 'MET', value: 0.8, target: 0.8 });
    expect(reports[0]).toMatchObject({ status: 'NOT_MET', needsAction: true });
  });
  test('of one guichet says why there is nothing to keep', async () => {
    expect(await report(staff, 2026, made.closed.id)).toMatchObject([
      { reason: 'NOT_OPEN', status: null, needsAction: false, judgements: [] },
    ]);
    expect(await report(staff, 2026, made.e.id)).toEqual([]);
  });
  test('is refused for a year out of reach, a wrong id, or without a role for it', async () => {
    const refused = async (who: Caller, variables: object) =>
      (await api.ask(who, source, { year: 2026, ...variables })).errors[0];
    expect(await refused(staff, { year: 1999 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      name: 'InvalidYear',
      field: 'year',
    });
    expect(await refused(staff, { guichetId: made.commune.id })).toMatchObject({ name: 'InvalidId' });
    expect(await refused({ ...staff, role: 'ADMIN', dbRole: 'parvis_admin' }, {})).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused({ ...staff, role: 'ANONYMOUS', dbRole: 'parvis_anonymous' }, {})).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

/** What analysts get of evidence: nothing by name, and nothing at all of few people. */
const closed = { meetings: null, comingMeetings: null, agents: null, missingAgents: null };
const noCount = { ...closed, meetingCount: null, comingMeetingCount: null, agentCount: null, missingAgentCount: null };
const hidden = { value: null, masked: true, evidence: noCount };

describe('who reads it', () => {
  test('an agent: their guichets, with the evidence of colleagues that the judgement needs', async () => {
    const reports = await report(agent);
    expect(reports.map(({ guichetName }) => guichetName)).toEqual(['A']);
    expect(reports).toEqual((await report(staff)).slice(0, 1));
    expect(await report(agent, 2026, made.b.id)).toEqual([]);
  });
  test('an analyst: the same states, and of fewer agents than the EPCI says no count of what they did', async () => {
    const reports = await report(analyst);
    const states = (all: Report[]) =>
      all.map(({ status, judgements }) => [status, judgements.map((one) => one.status)]);
    expect(states(reports)).toEqual(states(await report(staff)));
    for (const kind of ['MEETINGS', 'TRAINED_AGENTS', 'ETP'])
      expect(judgement(reports, 'A', kind), kind).toMatchObject({ ...hidden, nextMeeting: null });
    // What is of the guichet and of nobody stays.
    expect(judgement(reports, 'A', 'RECEPTION_MODES')).toMatchObject({
      value: 1,
      masked: false,
      evidence: { missingModes: ['INTERVIEW_APPOINTMENT'] },
    });
    expect(JSON.stringify(reports)).not.toMatch(/Éluard|Durand|Jour de l’an|Hors du réseau|Automne/);
    expect(await report({ ...analyst, epciIds: [made.elsewhere.key] })).toMatchObject([{ guichetName: 'E' }]);
    expect(await report({ ...analyst, epciIds: [] })).toEqual([]);
  });
  test('an analyst: counts, without a meeting or a name, of a guichet with as many agents', async () => {
    const threshold = (of: number) => api.orm.em.fork().execute(`update epci set statistics_threshold = ${of}`);
    await threshold(2);
    try {
      const reports = await report(analyst);
      for (const name of ['B', 'C']) expect(judgement(reports, name, 'MEETINGS'), name).toMatchObject(hidden);
      expect(judgement(reports, 'A', 'MEETINGS')).toMatchObject({
        value: 1,
        masked: false,
        target: 3,
        evidence: { ...closed, meetingCount: 1, comingMeetingCount: 2, agentCount: 1, missingAgentCount: 0 },
        nextMeeting: null,
      });
      expect(judgement(await report(staff), 'B', 'MEETINGS')).toMatchObject({
        value: 1,
        evidence: { meetingCount: 1 },
      });
      // A guichet that lost an agent since is one of fewer.
      await api.orm.em.fork().execute(`update assignment set ends_on = '2026-01-31' where agent_id = 2`);
      expect(judgement(await report(analyst), 'A', 'MEETINGS')).toMatchObject(hidden);
      await api.orm.em.fork().execute('update assignment set ends_on = null where agent_id = 2');
    } finally {
      await threshold(5);
    }
  });
  test('a national analyst: every EPCI, each with its own référentiel and meetings', async () => {
    const reports = await report(national);
    expect(reports.map(({ guichetName }) => guichetName).sort()).toEqual(['A', 'B', 'C', 'E']);
    expect(judgement(reports, 'E', 'MEETINGS')).toMatchObject({ ...hidden, status: 'MET' });
  });
  test('in the database: the statement gives names to no analyst, and its functions nothing to other roles', async () => {
    const raw = async (who: Caller, fragment: Sql) => {
      const rows = await readGuarded(
        api.orm.em.fork({ session: sessionOf(who) }),
        sql`select ${fragment}::text as facts`,
      );
      return JSON.stringify(rows);
    };
    const statement = complianceFacts(2026, null);
    expect(await raw(staff, statement)).toMatch(/Durand.*Éluard/);
    for (const who of [analyst, national]) expect(await raw(who, statement)).not.toMatch(/Éluard|Durand|Zoé/);
    for (const dbRole of ['parvis_admin', 'parvis_anonymous', 'parvis_sign_in'] as const)
      for (const fragment of [
        statement,
        sql`(select json_agg(a) from guichet_assignments(null) a)`,
        sql`(select json_agg(m) from guichet_meetings('{NULL}', '{-infinity}', '2026-12-31', null) m)`,
      ])
        await expect(raw({ ...staff, dbRole }, fragment)).rejects.toThrow(/permission denied/);
  });
  test('in the database: its functions give nothing of a guichet that is not the caller’s', async () => {
    const linesOf = async (who: Caller, key: string | null) => {
      const [row] = await readGuarded<{ people: number; lines: number }>(
        api.orm.em.fork({ session: sessionOf(who) }),
        sql`select (select count(*)::int from guichet_assignments(${key}::bigint)) as people,
          (select coalesce(sum(json_array_length(m.lines)), 0)::int
            from guichet_meetings('{NULL}', '{-infinity}', '2026-12-31', ${key}::bigint) m) as lines`,
      );
      return row;
    };
    expect(await linesOf(staff, null)).toEqual({ people: 3, lines: 5 });
    expect(await linesOf(agent, null)).toEqual({ people: 2, lines: 5 });
    expect(await linesOf(national, null)).toEqual({ people: 4, lines: 6 });
    for (const who of [staff, agent]) expect(await linesOf(who, made.e.key)).toEqual({ people: 0, lines: 0 });
    expect(await linesOf(agent, made.b.key)).toEqual({ people: 0, lines: 0 });
  });
});
