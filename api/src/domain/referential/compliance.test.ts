import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { type Caller, sessionOf } from '../../access/caller.js';
import { encodeId } from '../../concept/id.js';

const DAY = '2026-06-15';
let api: TestApi;
const caller = (given: Partial<Caller> = {}): Caller => ({
  role: 'EPCI_STAFF',
  dbRole: 'parvis_staff',
  locale: 'fr',
  today: DAY,
  accountId: '1',
  epciId: '1',
  epciIds: ['1'],
  guichetIds: [],
  reviewIds: [],
  levels: [],
  ...given,
});
const staff = caller();
const agent = caller({ role: 'AGENT', dbRole: 'parvis_agent', agentId: '1', guichetIds: ['1'], levels: ['CONSEIL'] });
const analyst = caller({ role: 'ANALYST', dbRole: 'parvis_analyst', epciId: undefined });
const national = caller({ role: 'ANALYST', dbRole: 'parvis_national', epciId: undefined, epciIds: [] });

/**
 * Guichet 1: CONSEIL all year; 2: shares agent 1, INFO then CONSEIL from July; 3: agreed INFO, a convention from July;
 * 4: closed in 2020; 5: another EPCI's.
 */
beforeAll(async () => {
  api = await startTestApi(DAY);
  await api.orm.em.fork().execute(`
    insert into epci (siren, name) values ('243800984', 'Pays Voironnais'), ('200040715', 'Grenoble');
    insert into commune (epci_id, insee_code, name) values (1, '38563', 'Voiron'), (2, '38185', 'Grenoble');
    insert into organisation (epci_id, name, kind) values (1, 'Voiron', 'COMMUNE'), (2, 'Grenoble', 'COMMUNE');
    insert into guichet (epci_id, name, organisation_id, commune_id, level_agreed, reception_modes, dossier_unique, closed_on) values
      (1, 'A', 1, 1, null, '{TELEPHONE}', true, null), (1, 'B', 1, 1, null, null, null, null),
      (1, 'C', 1, 1, 'INFO', null, null, null), (1, 'D', 1, 1, 'INFO', null, null, '2020-06-01'), (2, 'E', 2, 2, 'INFO', null, null, null);
    insert into referential (epci_id, name, number, valid_from, state) values (1, 'Référentiel', 1, '2016-01-01', 'PUBLISHED'), (2, 'Autre', 1, '2016-01-01', 'PUBLISHED');
    insert into obligation (epci_id, referential_id, level, kind, target, planned, modes, window_months, text) values
      (1, 1, 'INFO', 'MEETINGS', 1, 2, null, null, 'Une réunion.'), (1, 1, 'CONSEIL', 'MEETINGS', 3, 4, null, null, 'Trois réunions.'),
      (1, 1, 'CONSEIL', 'TRAINED_AGENTS', null, null, null, 24, 'Formés.'),
      (1, 1, 'CONSEIL', 'RECEPTION_MODES', null, null, '{INTERVIEW_APPOINTMENT,TELEPHONE}', null, 'Modes.'),
      (1, 1, 'CONSEIL', 'DOSSIER_UNIQUE', 1, null, null, null, 'Pièces.'), (1, 1, 'CONSEIL', 'ETP', null, null, null, null, 'ETP promis.'),
      (2, 2, 'INFO', 'MEETINGS', 1, 2, null, null, 'Une réunion.');
    insert into convention (epci_id, guichet_id, number) values (1, 1, '1'), (1, 2, '2'), (1, 3, '3');
    insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, registers, dossier_unique, starts_on, ends_on, signed_on, sne_to_revise, etp) values
      (1, 1, 1, 1, 'SIGNED', 1, 'CONSEIL', true, true, '2022-01-01', '2027-12-31', '2021-12-01', false, 0.8),
      (1, 2, 2, 1, 'SIGNED', 1, 'INFO', true, true, '2022-01-01', '2026-06-30', '2021-12-01', false, null),
      (1, 2, 2, 2, 'SIGNED', 1, 'CONSEIL', true, true, '2026-07-01', '2027-12-31', '2026-05-01', false, null),
      (1, 3, 3, 1, 'SIGNED', 1, 'CONSEIL', true, true, '2026-07-01', '2027-12-31', '2026-05-01', false, null);
    insert into agent (epci_id, organisation_id, last_name, first_name) values (1, 1, 'Éluard', 'Ana'), (1, 1, 'Durand', 'Bob'), (2, 2, 'Autre', 'Zoé');
    insert into assignment (epci_id, agent_id, guichet_id, starts_on, ends_on, etp) values
      (1, 1, 1, '2020-01-01', null, 0.5), (1, 1, 2, '2020-01-01', null, 0.1), (1, 2, 1, '2020-01-01', null, 0.3), (2, 3, 5, '2020-01-01', null, 1);
    insert into meeting (epci_id, kind, title, held_on, start_time, end_time, levels, state, outside, declared_by_id) values
      (1, 'TECHNICAL', 'Saint-Sylvestre', '2025-12-31', '09:00', '10:00', '{INFO,CONSEIL}', 'CLOSED', false, null),
      (1, 'TECHNICAL', 'Jour de l’an', '2026-01-01', '09:00', '10:00', '{INFO,CONSEIL}', 'CLOSED', false, null),
      (1, 'TECHNICAL', 'Dernier jour', '2026-12-31', '09:00', '10:00', '{INFO,CONSEIL}', 'PLANNED', false, null),
      (1, 'TRAINING', 'Hors du réseau', '2025-03-01', '09:00', '10:00', '{CONSEIL}', 'CLOSED', true, 2),
      (1, 'TECHNICAL', 'Automne', '2026-10-01', '09:00', '10:00', '{CONSEIL}', 'PLANNED', false, null),
      (2, 'TECHNICAL', 'Ailleurs', '2026-02-01', '09:00', '10:00', '{INFO}', 'CLOSED', false, null);
    insert into attendance (epci_id, meeting_id, agent_id, state, confirmation) values
      (1, 1, 1, 'PRESENT', null), (1, 2, 1, 'PRESENT', null), (1, 3, 1, 'REGISTERED', null), (1, 5, 2, 'REGISTERED', null),
      (1, 4, 2, 'PRESENT', 'CONFIRMED'), (2, 6, 3, 'PRESENT', null)`);
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
    target: number;
    evidence: {
      meetings: { title: string }[];
      agents: { lastName: string }[] | null;
      missingAgents: { lastName: string }[] | null;
    };
    nextMeeting: { title: string } | null;
  }[];
}
const source = `query ($year: Int!, $guichetId: ID) { complianceReport(year: $year, guichetId: $guichetId) {
  guichetId guichetName communeName year judgedOn level status needsAction reason
  judgements { obligationId kind level status value target planned text
    evidence { meetings { id title heldOn kind } comingMeetings { title } agents { id firstName lastName } missingAgents { lastName } missingModes }
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
        meetings: [{ title: 'Jour de l’an', id: encodeId('Meeting', 2) }],
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
    expect(await report(staff, 2026, encodeId('Guichet', 4))).toMatchObject([
      { reason: 'NOT_OPEN', status: null, needsAction: false, judgements: [] },
    ]);
    expect(await report(staff, 2026, encodeId('Guichet', 5))).toEqual([]);
  });
  test('is refused for a year out of reach, a wrong id, or without a role for it', async () => {
    const refused = async (who: Caller, variables: object) =>
      (await api.ask(who, source, { year: 2026, ...variables })).errors[0];
    expect(await refused(staff, { year: 1999 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      name: 'InvalidYear',
      field: 'year',
    });
    expect(await refused(staff, { guichetId: encodeId('Commune', 1) })).toMatchObject({ name: 'InvalidId' });
    expect(await refused(caller({ role: 'ADMIN', dbRole: 'parvis_admin' }), {})).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(caller({ role: 'ANONYMOUS', dbRole: 'parvis_anonymous' }), {})).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('who reads it', () => {
  test('an agent: their guichets, with the evidence of colleagues that the judgement needs', async () => {
    const reports = await report(agent);
    expect(reports.map(({ guichetName }) => guichetName)).toEqual(['A']);
    expect(reports).toEqual((await report(staff)).slice(0, 1));
    expect(await report(agent, 2026, encodeId('Guichet', 2))).toEqual([]);
  });
  test('an analyst: the same figures without a name of anybody', async () => {
    const reports = await report(analyst);
    expect(reports.map(({ status }) => status)).toEqual((await report(staff)).map(({ status }) => status));
    for (const { evidence } of reports.flatMap(({ judgements }) => judgements))
      expect([evidence.agents, evidence.missingAgents]).toEqual([null, null]);
    expect(JSON.stringify(reports)).not.toMatch(/Éluard|Durand/);
    expect(await report({ ...analyst, epciIds: ['2'] })).toMatchObject([{ guichetName: 'E' }]);
    expect(await report({ ...analyst, epciIds: [] })).toEqual([]);
  });
  test('a national analyst: every EPCI, each with its own référentiel and meetings', async () => {
    const reports = await report(national);
    expect(reports.map(({ guichetName }) => guichetName).sort()).toEqual(['A', 'B', 'C', 'E']);
    expect(judgement(reports, 'E', 'MEETINGS')).toMatchObject({
      value: 1,
      status: 'MET',
      evidence: { meetings: [{ title: 'Ailleurs' }] },
    });
  });
  test('in the database: the function itself gives names to no analyst, and nothing to other roles', async () => {
    const raw = async (who: Caller) => {
      const rows = await api.orm.em
        .fork({ session: sessionOf(who) })
        .transactional((em) => em.execute<{ facts: string }[]>('select compliance_facts(2026, null)::text as facts'));
      return rows[0]?.facts ?? '';
    };
    expect(await raw(staff)).toMatch(/Éluard/);
    for (const who of [analyst, national]) expect(await raw(who)).not.toMatch(/Éluard|Durand|Zoé/);
    for (const dbRole of ['parvis_admin', 'parvis_anonymous', 'parvis_sign_in'] as const)
      expect(await raw(caller({ dbRole })).catch(() => 'refused')).not.toMatch(/Éluard|Voiron/);
  });
});
