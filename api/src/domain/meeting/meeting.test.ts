import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { type Caller, sessionOf } from '../../access/caller.js';
import { encodeId } from '../../concept/id.js';

const DAY = '2026-03-12';
let api: TestApi;
const caller = (given: Partial<Caller>): Caller => ({
  role: 'EPCI_STAFF',
  dbRole: 'parvis_staff',
  locale: 'fr',
  today: DAY,
  accountId: '1',
  epciId: '1',
  epciIds: ['1'],
  guichetIds: [],
  levels: [],
  ...given,
});
const staff = caller({});
const otherStaff = caller({ epciId: '2', epciIds: ['2'] });
const agent = (agentId: string, given: Partial<Caller> = {}): Caller =>
  caller({ role: 'AGENT', dbRole: 'parvis_agent', agentId, guichetIds: ['1'], levels: ['CONSEIL'], ...given });
const ana = agent('1');

/** Meetings of EPCI 1, for CONSEIL: 1 planned tomorrow, 2 open today, 3 planned yesterday, 4 closed a week ago, 5 cancelled; 6 of EPCI 2, open. */
beforeAll(async () => {
  api = await startTestApi(DAY);
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.orm.em.fork().execute(`
    truncate epci cascade;
    insert into epci (id, siren, name) values (1, '243800984', 'Pays Voironnais'), (2, '200040715', 'Grenoble');
    insert into commune (id, epci_id, insee_code, name) values (1, 1, '38563', 'Voiron'), (2, 2, '38185', 'Grenoble'), (3, 1, '38239', 'Moirans');
    insert into organisation (id, epci_id, name, kind) values (1, 1, 'Ville de Voiron', 'COMMUNE'), (2, 2, 'Ville de Grenoble', 'COMMUNE');
    insert into guichet (id, epci_id, name, organisation_id, commune_id, level_agreed, closed_on) values
      (1, 1, 'Service logement', 1, 1, 'CONSEIL', null), (2, 2, 'Grenoble', 2, 2, 'CONSEIL', null),
      (3, 1, 'Mairie de Moirans', 1, 3, 'CONSEIL', null), (4, 1, 'Fermé', 1, 3, 'CONSEIL', '2020-01-01'), (5, 1, 'Info', 1, 3, 'INFO', null);
    insert into agent (id, epci_id, organisation_id, last_name, first_name) values
      (1, 1, 1, 'Éluard', 'Ana'), (2, 1, 1, 'Durand', 'Bob'), (3, 2, 2, 'Autre', 'Zoé'), (4, 1, 1, 'Faure', 'Inès');
    insert into assignment (epci_id, agent_id, guichet_id, starts_on, ends_on) values
      (1, 1, 1, '2020-01-01', null), (1, 2, 1, '2020-01-01', null), (1, 2, 3, '2020-01-01', null), (2, 3, 2, '2020-01-01', null),
      (1, 4, 1, '2020-01-01', '2021-01-01'), (1, 4, 5, '2020-01-01', null);
    insert into meeting (id, epci_id, kind, title, held_on, start_time, end_time, levels, state) values
      (1, 1, 'TECHNICAL', 'Demain', '2026-03-13', '14:00', '16:00', '{CONSEIL}', 'PLANNED'),
      (2, 1, 'TECHNICAL', 'Aujourd’hui', '${DAY}', '14:00', '16:00', '{CONSEIL}', 'OPEN'),
      (3, 1, 'TECHNICAL', 'Hier', '2026-03-11', '14:00', '16:00', '{CONSEIL}', 'PLANNED'),
      (4, 1, 'TRAINING', 'Il y a une semaine', '2026-03-05', '14:00', '16:00', '{CONSEIL}', 'CLOSED'),
      (5, 1, 'COTECH', 'Annulée', '2026-03-20', '14:00', '16:00', '{CONSEIL}', 'CANCELLED'),
      (6, 2, 'TECHNICAL', 'Ailleurs', '${DAY}', '14:00', '16:00', '{CONSEIL}', 'OPEN'),
      (7, 1, 'TECHNICAL', 'Ce soir', '${DAY}', '18:00', '19:00', '{CONSEIL}', 'PLANNED');
    insert into attendance (epci_id, meeting_id, agent_id, state, signed_by) values
      (1, 4, 1, 'ABSENT', null), (1, 4, 2, 'PRESENT', 'SHEET'), (1, 3, 2, 'REGISTERED', null);
    select setval('meeting_id_seq', 100)`);
});

const meetingId = (key: number) => encodeId('Meeting', key);
const agentId = (key: number) => encodeId('Agent', key);
/** What the one operation answers, or the name of the refusal. */
const answer = async (who: Caller, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await api.ask(who, source, variables);
  return (errors[0]?.name ?? Object.values(data)[0]) as unknown as { id: string };
};
const lines = async (meeting: number) =>
  (await api.orm.em
    .fork()
    .execute(
      `select agent_id::int as agent, state, mode, signed_by, contributed, confirmation, revision from attendance where meeting_id = ${meeting} order by agent_id`,
    )) as Record<string, unknown>[];

describe('a meeting', () => {
  const move = (who: Caller, name: string, key: number, revision = 1, motive?: string) =>
    answer(
      who,
      motive === undefined
        ? `mutation { ${name}Meeting(id: "${meetingId(key)}", revision: ${revision}) { state revision } }`
        : `mutation($m: String!) { ${name}Meeting(id: "${meetingId(key)}", revision: ${revision}, motive: $m) { state cancellationMotive } }`,
      { m: motive },
    );
  test('opens on its day; a second click is not refused', async () => {
    expect(await move(staff, 'open', 1)).toBe('NotExpectedDate');
    expect(await move(staff, 'open', 7)).toEqual({ state: 'OPEN', revision: 2 });
    expect(await move(staff, 'open', 7)).toEqual({ state: 'OPEN', revision: 2 });
    expect(await move(staff, 'open', 4)).toBe('MeetingTransitionNotAllowed');
  });
  test('closes with a line for everyone expected', async () => {
    expect(await move(staff, 'close', 1)).toBe('SheetNotReady');
    expect(await move(staff, 'close', 3, 7)).toBe('StaleRevision');
    expect(await move(staff, 'close', 3)).toEqual({ state: 'CLOSED', revision: 2 });
    expect(await lines(3)).toMatchObject([
      { agent: 1, state: 'ABSENT', revision: 1 },
      { agent: 2, state: 'ABSENT', revision: 2 },
    ]);
    expect(await move(staff, 'close', 3)).toEqual({ state: 'CLOSED', revision: 2 });
  });
  test('is cancelled with a motive', async () => {
    expect(await move(staff, 'cancel', 1, 1, ' ')).toBe('MotiveMissing');
    expect(await move(staff, 'cancel', 1, 1, 'Neige')).toEqual({ state: 'CANCELLED', cancellationMotive: 'Neige' });
    expect(await move(staff, 'cancel', 1, 1, 'Neige')).toEqual({ state: 'CANCELLED', cancellationMotive: 'Neige' });
    expect(await move(staff, 'cancel', 1, 2, 'Autre')).toBe('MeetingTransitionNotAllowed');
  });
  test('of another EPCI, or for an agent, is out of reach', async () => {
    expect(await move(staff, 'open', 6)).toBe('UnknownId');
    expect(await move(otherStaff, 'close', 3)).toBe('UnknownId');
    expect(await move(ana, 'close', 3)).toBe('NotAllowed');
    expect(await move(caller({ role: 'ANALYST', dbRole: 'parvis_analyst' }), 'close', 3)).toBe('NotAllowed');
  });
  test('is edited until it is closed or cancelled, and ends after it starts', async () => {
    const update = (key: number, input: string) =>
      answer(
        staff,
        `mutation { updateMeeting(id: "${meetingId(key)}", revision: 1, input: { ${input} }) { title state startTime } }`,
      );
    expect(await update(1, 'startTime: "16:00"')).toBe('MeetingTimesReversed');
    expect(await update(1, 'title: "Autre", startTime: "09:00"')).toEqual({
      title: 'Autre',
      state: 'PLANNED',
      startTime: '09:00',
    });
    expect(await update(4, 'title: "Autre"')).toBe('MeetingClosed');
    expect(await update(5, 'title: "Autre"')).toBe('MeetingCancelled');
    expect(await update(2, 'heldOn: "2026-03-14"')).toMatchObject({ state: 'PLANNED' });
  });
  test('is deleted only while its sheet is empty', async () => {
    const remove = (key: number) => answer(staff, `mutation { deleteMeeting(id: "${meetingId(key)}", revision: 1) }`);
    expect(await remove(3)).toBe('HasHistory');
    expect(await remove(1)).toBe(meetingId(1));
  });
});

describe('the attendance sheet', () => {
  const save = (who: Caller, meeting: number, given: object[]) =>
    answer(
      who,
      'mutation($id: ID!, $lines: [SheetLineInput!]!) { saveAttendanceSheet(meetingId: $id, lines: $lines) { state } }',
      {
        id: meetingId(meeting),
        lines: given,
      },
    );
  test('shows who is expected by guichet, and who came besides, in one statement', async () => {
    await save(staff, 2, [{ agentId: agentId(4), state: 'PRESENT', mode: 'REMOTE' }]);
    const { data, errors } = await api.ask(
      staff,
      `{ meetingSheet(meetingId: "${meetingId(2)}") {
      meeting { title organiser { name } }
      guichets { guichetName communeName level agents { agentId lastName organisationName attendance { id revision state } } }
      others { lastName attendance { state mode signedBy signedAt } }
    } }`,
    );
    expect(errors).toEqual([]);
    expect(api.statements).toHaveLength(1);
    expect(data.meetingSheet).toMatchObject({
      meeting: { title: 'Aujourd’hui' },
      guichets: [
        {
          guichetName: 'Mairie de Moirans',
          communeName: 'Moirans',
          level: 'CONSEIL',
          agents: [{ agentId: agentId(2), attendance: null }],
        },
        {
          guichetName: 'Service logement',
          agents: [{ lastName: 'Durand' }, { lastName: 'Éluard', organisationName: 'Ville de Voiron' }],
        },
      ],
      others: [{ lastName: 'Faure', attendance: { state: 'PRESENT', mode: 'REMOTE', signedBy: 'SHEET' } }],
    });
  });
  test('of another EPCI does not exist, and agents and analysts have none', async () => {
    const read = (who: Caller) => answer(who, `{ meetingSheet(meetingId: "${meetingId(2)}") { guichets { level } } }`);
    expect(await read(otherStaff)).toBe('UnknownId');
    expect(await read(ana)).toBe('NotAllowed');
  });
  test('is saved at once, people unexpected too, and saving it again changes nothing', async () => {
    const given = [
      { agentId: agentId(1), state: 'PRESENT', mode: 'ON_SITE', contributed: true },
      { agentId: agentId(2), state: 'EXCUSED', mode: 'REMOTE', contributed: true },
      { agentId: agentId(4), state: 'ABSENT' },
    ];
    const once = [
      {
        agent: 1,
        state: 'PRESENT',
        mode: 'ON_SITE',
        signed_by: 'SHEET',
        contributed: true,
        confirmation: null,
        revision: 1,
      },
      { agent: 2, state: 'EXCUSED', mode: null, signed_by: null, contributed: false, revision: 1 },
      { agent: 4, state: 'ABSENT', revision: 1 },
    ];
    expect(await save(staff, 2, given)).toEqual({ state: 'OPEN' });
    expect(api.statements.filter((text) => /insert|update/i.test(text) && !/for update/i.test(text))).toHaveLength(1);
    expect(await save(staff, 2, given)).toEqual({ state: 'OPEN' });
    expect(await lines(2)).toMatchObject(once);
    await Promise.all([save(staff, 2, given), save(staff, 2, [...given].reverse())]);
    expect(await lines(2)).toMatchObject(once);
  });
  test('refuses presences before the day, closed and cancelled meetings, foreign people and meetings, one agent twice', async () => {
    expect(await save(staff, 1, [{ agentId: agentId(1), state: 'PRESENT' }])).toBe('SheetNotReady');
    expect(await save(staff, 1, [{ agentId: agentId(1), state: 'EXCUSED' }])).toEqual({ state: 'PLANNED' });
    expect(await save(staff, 4, [{ agentId: agentId(1), state: 'PRESENT' }])).toBe('MeetingClosed');
    expect(await save(staff, 5, [{ agentId: agentId(1), state: 'EXCUSED' }])).toBe('MeetingCancelled');
    expect(
      await save(staff, 2, [
        { agentId: agentId(1), state: 'PRESENT' },
        { agentId: agentId(3), state: 'PRESENT' },
      ]),
    ).toBe('UnknownId');
    expect(await lines(2)).toEqual([]);
    expect(await save(staff, 6, [{ agentId: agentId(1), state: 'PRESENT' }])).toBe('UnknownId');
    expect(
      await save(staff, 2, [
        { agentId: agentId(1), state: 'PRESENT' },
        { agentId: agentId(1), state: 'ABSENT' },
      ]),
    ).toBe('InvalidValue');
    expect(await save(ana, 2, [{ agentId: agentId(1), state: 'PRESENT' }])).toBe('NotAllowed');
  });
  test('does not take back what an agent signed meanwhile', async () => {
    await api.ask(ana, `mutation { signInToMeeting(meetingId: "${meetingId(2)}", mode: ON_SITE) { id } }`);
    await save(staff, 2, [{ agentId: agentId(1), state: 'INVITED' }]);
    expect(await lines(2)).toMatchObject([{ state: 'PRESENT', signed_by: 'SELF' }]);
    await save(staff, 2, [{ agentId: agentId(1), state: 'ABSENT' }]);
    expect(await lines(2)).toMatchObject([{ state: 'ABSENT', signed_by: null }]);
  });
});

describe('an agent', () => {
  const reply = (who: Caller, key: number, coming = true) =>
    answer(who, `mutation { answerMeeting(meetingId: "${meetingId(key)}", coming: ${coming}) { state } }`);
  const signIn = (who: Caller, key: number) =>
    answer(
      who,
      `mutation { signInToMeeting(meetingId: "${meetingId(key)}", mode: REMOTE) { state mode signedBy agent { lastName } } }`,
    );
  const declare = (who: Caller, key: number) =>
    answer(who, `mutation { declareAttendance(meetingId: "${meetingId(key)}") { id revision state confirmation } }`);
  const present = { state: 'PRESENT', mode: 'REMOTE', signedBy: 'SELF', agent: { lastName: 'Éluard' } };

  test('answers, changes their mind, until the meeting', async () => {
    expect(await reply(ana, 1)).toEqual({ state: 'REGISTERED' });
    expect(await reply(ana, 1)).toEqual({ state: 'REGISTERED' });
    expect(await reply(ana, 1, false)).toEqual({ state: 'EXCUSED' });
    expect(await reply(ana, 2)).toBe('AnswerTooLate');
    expect(await reply(ana, 3)).toBe('AnswerTooLate');
    expect(await reply(ana, 4)).toBe('MeetingClosed');
    expect(await reply(ana, 5)).toBe('MeetingCancelled');
    expect(await reply(ana, 6)).toBe('UnknownId');
    expect(await reply(agent('4', { guichetIds: ['5'], levels: ['INFO'] }), 1)).toBe('UnknownId');
    expect(await reply(staff, 1)).toBe('NotAllowed');
  });
  test('signs in once, while it is open, on the day', async () => {
    expect(await signIn(ana, 2)).toEqual(present);
    expect(await signIn(ana, 2)).toEqual(present);
    expect(await lines(2)).toHaveLength(1);
    expect(await signIn(ana, 7)).toBe('MeetingNotOpen');
    expect(await signIn(ana, 1)).toBe('NotExpectedDate');
    expect(await signIn(ana, 4)).toBe('MeetingClosed');
    expect(await signIn(ana, 6)).toBe('UnknownId');
    expect(await signIn(agent('2', { today: '2026-03-13' }), 2)).toBe('NotExpectedDate');
  });
  test('signs in twice at the same instant', async () => {
    expect(await Promise.all([signIn(ana, 2), signIn(ana, 2)])).toEqual([present, present]);
    expect(await lines(2)).toMatchObject([{ revision: 1 }]);
  });
  test('declares a forgotten sign-in once, and staff decides once', async () => {
    const declared = await declare(ana, 4);
    expect(declared).toMatchObject({ state: 'PRESENT', confirmation: 'PENDING', revision: 2 });
    expect(await declare(ana, 4)).toEqual(declared);
    expect(await declare(ana, 2)).toBe('DeclarationTooEarly');
    expect(await declare(agent('2'), 4)).toBe('AlreadyPresent');
    expect(await declare({ ...ana, today: '2026-04-20' }, 3)).toBe('DeclarationTooLate');
    const decide = (who: Caller, verb: string, revision: number) =>
      answer(who, `mutation { ${verb}Attendance(id: "${declared.id}", revision: ${revision}) { state confirmation } }`);
    expect(await decide(ana, 'confirm', 2)).toBe('NotAllowed');
    expect(await decide(otherStaff, 'confirm', 2)).toBe('UnknownId');
    expect(await decide(staff, 'confirm', 1)).toBe('StaleRevision');
    expect(await decide(staff, 'confirm', 2)).toEqual({ state: 'PRESENT', confirmation: 'CONFIRMED' });
    expect(await decide(staff, 'confirm', 2)).toEqual({ state: 'PRESENT', confirmation: 'CONFIRMED' });
    expect(await decide(staff, 'refuse', 3)).toBe('DeclarationAlreadyDecided');
  });
  test('who was refused does not declare again', async () => {
    const { id } = await declare(ana, 4);
    expect(
      await answer(staff, `mutation { refuseAttendance(id: "${id}", revision: 2) { state confirmation } }`),
    ).toEqual({
      state: 'ABSENT',
      confirmation: 'REFUSED',
    });
    expect(await declare(ana, 4)).toBe('DeclarationAlreadyDecided');
  });
  test('declares an outside training once, however often they click', async () => {
    const train = (who: Caller, more = '') =>
      answer(
        who,
        `mutation { declareOutsideTraining(input: { title: "Droit au logement", heldOn: "2026-03-02", startTime: "09:00", endTime: "12:00", organiserName: "ADIL" ${more} }) {
          id state confirmation signedBy meeting { kind state outside levels organiserName heldOn startTime } } }`,
      );
    const line = await train(ana);
    expect(line).toMatchObject({
      state: 'PRESENT',
      confirmation: 'PENDING',
      signedBy: 'DECLARATION',
      meeting: {
        kind: 'TRAINING',
        state: 'CLOSED',
        outside: true,
        levels: ['CONSEIL'],
        organiserName: 'ADIL',
        startTime: '09:00',
      },
    });
    expect(await train(ana)).toEqual(line);
    const both = agent('2');
    const [one, two] = await Promise.all([train(both), train(both)]);
    expect(one.id).toBe(two.id);
    expect(one.id).not.toBe(line.id);
    expect(await train({ ...ana, today: '2026-03-01' })).toBe('DeclarationTooEarly');
    expect(await train(staff)).toBe('NotAllowed');
    expect(await answer(ana, '{ meetings(filter: { outside: { eq: true } }) { totalCount } }')).toEqual({
      totalCount: 1,
    });
  });
});

describe('the database itself refuses an agent', () => {
  const attempt = async (statement: string, who = ana) => {
    const em = api.orm.em.fork({ session: sessionOf(who) });
    return em
      .transactional(async (inner) => {
        const rows: unknown[] = await inner.execute(
          `with done as (${statement} returning 1) select count(*)::int as n from done`,
        );
        return (rows[0] as { n: number }).n;
      })
      .catch((error: Error) => error.name);
  };
  const insert = (meeting: number, columns: Record<string, string>) => {
    const all = { epci_id: '1', meeting_id: String(meeting), agent_id: '1', ...columns };
    return attempt(
      `insert into attendance (${Object.keys(all).join(', ')}) values (${Object.values(all)
        .map((value) => `'${value}'`)
        .join(', ')})`,
    );
  };
  const refused = 'RowLevelSecurityViolationException';
  test.each([
    ['a presence at a meeting that is not open', 7, { state: 'PRESENT', signed_by: 'SELF' }],
    ['a presence entered as staff does', 2, { state: 'PRESENT', signed_by: 'SHEET' }],
    ['a confirmed declaration', 3, { state: 'PRESENT', signed_by: 'DECLARATION', confirmation: 'CONFIRMED' }],
    ['a declaration that waits for nobody', 3, { state: 'PRESENT', signed_by: 'DECLARATION' }],
    ['an active contribution', 2, { state: 'PRESENT', signed_by: 'SELF', contributed: 'true' }],
    ['an answer after the day', 3, { state: 'REGISTERED' }],
    ['somebody else’s line', 1, { state: 'REGISTERED', agent_id: '2' }],
    ['a line at a foreign meeting', 6, { state: 'PRESENT', signed_by: 'SELF' }],
  ])('%s', async (_, meeting, columns) => {
    expect(await insert(meeting, columns)).toBe(refused);
  });
  test('any change of a presence, and of others’ lines', async () => {
    expect(await insert(2, { state: 'PRESENT', signed_by: 'SELF' })).toBe(1);
    expect(await attempt("update attendance set mode = 'REMOTE' where meeting_id = 2")).toBe(0);
    expect(await attempt("update attendance set state = 'EXCUSED' where agent_id = 2")).toBe(0);
    expect(await attempt('delete from attendance')).toMatch(/Exception/);
    expect(await attempt("update meeting set state = 'OPEN'")).toMatch(/Exception/);
  });
  test('a meeting of the network', async () => {
    const columns = 'epci_id, kind, title, held_on, start_time, end_time, levels, state, outside, declared_by_id';
    const meeting = (values: string) => attempt(`insert into meeting (${columns}) values (${values})`);
    expect(await meeting("1, 'TRAINING', 'x', '2026-03-01', '09:00', '10:00', '{CONSEIL}', 'CLOSED', false, 1")).toBe(
      refused,
    );
    expect(await meeting("1, 'TRAINING', 'x', '2026-03-01', '09:00', '10:00', '{CONSEIL}', 'CLOSED', true, 2")).toBe(
      refused,
    );
    expect(await meeting("1, 'TRAINING', 'x', '2026-03-20', '09:00', '10:00', '{CONSEIL}', 'CLOSED', true, 1")).toBe(
      refused,
    );
    expect(await meeting("1, 'TRAINING', 'x', '2026-03-01', '09:00', '10:00', '{CONSEIL}', 'CLOSED', true, 1")).toBe(1);
  });
});
