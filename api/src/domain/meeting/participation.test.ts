import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  agent,
  agentId,
  ana,
  type MeetingApi,
  meetingId,
  otherStaff,
  staff,
  startMeetingApi,
} from '../../../test/meetings.js';
import { type Caller, sessionOf } from '../../identity/access/caller.js';

let network: MeetingApi;
beforeAll(async () => {
  network = await startMeetingApi();
});
beforeEach(() => network.reset());
afterAll(() => network.api.close());

describe('an agent', () => {
  const reply = (who: Caller, key: number, coming = true) =>
    network.answer(who, `mutation { answerMeeting(meetingId: "${meetingId(key)}", coming: ${coming}) { state } }`);
  const signIn = (who: Caller, key: number) =>
    network.answer(
      who,
      `mutation { signInToMeeting(meetingId: "${meetingId(key)}", mode: REMOTE) { state mode signedBy agent { lastName } } }`,
    );
  const declare = (who: Caller, key: number) =>
    network.answer(
      who,
      `mutation { declareAttendance(meetingId: "${meetingId(key)}") { id revision state confirmation } }`,
    );
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
  test('takes back no presence by an answer that comes after it', async () => {
    const answered = await network.answer(
      staff,
      'mutation ($id: ID!, $lines: [SheetLineInput!]!) { saveAttendanceSheet(meetingId: $id, lines: $lines) { state } }',
      { id: meetingId(7), lines: [{ agentId: agentId(1), state: 'PRESENT', mode: 'ON_SITE' }] },
    );
    expect(answered).toEqual({ state: 'PLANNED' });
    expect(await reply(ana, 7, false)).toEqual({ state: 'PRESENT' });
    expect(await network.lines(7)).toMatchObject([
      { state: 'PRESENT', mode: 'ON_SITE', signed_by: 'SHEET', revision: 1 },
    ]);
  });
  test('who has declared a presence is not signed in by it', async () => {
    expect(await declare(ana, 3)).toMatchObject({ state: 'PRESENT', confirmation: 'PENDING' });
    expect(await signIn(ana, 3)).toBe('NotExpectedDate');
  });
  test('signs in once, while it is open, on the day', async () => {
    expect(await signIn(ana, 2)).toEqual(present);
    expect(await signIn(ana, 2)).toEqual(present);
    expect(await network.lines(2)).toHaveLength(1);
    expect(await signIn(ana, 7)).toBe('MeetingNotOpen');
    expect(await signIn(ana, 1)).toBe('NotExpectedDate');
    expect(await signIn(ana, 4)).toBe('MeetingClosed');
    expect(await signIn(ana, 6)).toBe('UnknownId');
    expect(await signIn(agent('2', { today: '2026-03-13' }), 2)).toBe('NotExpectedDate');
  });
  test.each([1, 2, 3, 4, 5, 7])('is told of meeting %i what the API takes', async (key) => {
    const { data, errors } = await network.api.ask<{ meeting: Record<string, unknown> }>(
      ana,
      `{ meeting(id: "${meetingId(key)}") { signInOpen answerOpen declarableUntil } }`,
    );
    expect(errors).toEqual([]);
    expect(network.api.statements).toHaveLength(1);
    const takes = async (act: typeof signIn) => {
      await network.reset();
      return typeof (await act(ana, key)) === 'object';
    };
    expect(data.meeting).toEqual({
      signInOpen: await takes(signIn),
      answerOpen: await takes(reply),
      declarableUntil: (await takes(declare)) ? expect.stringMatching(/^2026-/) : null,
    });
  });
  test('is alone to be told until when they can declare', async () => {
    const { errors } = await network.api.ask(staff, `{ meeting(id: "${meetingId(1)}") { declarableUntil } }`);
    expect(errors).toMatchObject([{ name: 'FieldClosed' }]);
  });
  test('signs in twice at the same instant', async () => {
    expect(await Promise.all([signIn(ana, 2), signIn(ana, 2)])).toEqual([present, present]);
    expect(await network.lines(2)).toMatchObject([{ revision: 1 }]);
  });
  test('declares a forgotten sign-in once, and staff decides once', async () => {
    const declared = await declare(ana, 4);
    expect(declared).toMatchObject({ state: 'PRESENT', confirmation: 'PENDING', revision: 2 });
    expect(await declare(ana, 4)).toEqual(declared);
    expect(await declare(ana, 2)).toBe('DeclarationTooEarly');
    expect(await declare(agent('2'), 4)).toBe('AlreadyPresent');
    expect(await declare({ ...ana, today: '2026-04-20' }, 3)).toBe('DeclarationTooLate');
    const decide = (who: Caller, verb: string, revision: number) =>
      network.answer(
        who,
        `mutation { ${verb}Attendance(id: "${declared.id}", revision: ${revision}) { state confirmation } }`,
      );
    expect(await decide(ana, 'confirm', 2)).toBe('NotAllowed');
    expect(await decide(otherStaff, 'confirm', 2)).toBe('UnknownId');
    expect(await decide(staff, 'confirm', 1)).toBe('StaleRevision');
    expect(await decide(staff, 'confirm', 2)).toEqual({ state: 'PRESENT', confirmation: 'CONFIRMED' });
    expect(await decide(staff, 'confirm', 2)).toEqual({ state: 'PRESENT', confirmation: 'CONFIRMED' });
    expect(await decide(staff, 'refuse', 3)).toBe('DeclarationAlreadyDecided');
  });
  test('two of the staff decide at the same moment: one decision holds, and the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      await network.reset();
      const { id } = await declare(ana, 4);
      const decide = (verb: string) =>
        network.answer(staff, `mutation { ${verb}Attendance(id: "${id}", revision: 2) { confirmation } }`);
      const answers = await Promise.all([decide('confirm'), decide('refuse'), decide('confirm')]);
      const [line] = (await network.lines(4)).filter(({ agent: key }) => key === 1);
      for (const answer of answers)
        if (typeof answer === 'string') expect(answer).toBe('DeclarationAlreadyDecided');
        else expect(answer).toEqual({ confirmation: line?.confirmation });
      expect(line?.revision).toBe(3);
    }
  });
  test('who was refused does not declare again', async () => {
    const { id } = await declare(ana, 4);
    expect(
      await network.answer(staff, `mutation { refuseAttendance(id: "${id}", revision: 2) { state confirmation } }`),
    ).toEqual({
      state: 'ABSENT',
      confirmation: 'REFUSED',
    });
    expect(await declare(ana, 4)).toBe('DeclarationAlreadyDecided');
  });
  test('declares an outside training once, however often they click', async () => {
    const train = (who: Caller, more = '') =>
      network.answer(
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
    expect(await network.answer(ana, '{ meetings(filter: { outside: { eq: true } }) { totalCount } }')).toEqual({
      totalCount: 1,
    });
  });
});

describe('the database itself refuses an agent', () => {
  const attempt = async (statement: string, who = ana) => {
    const em = network.api.orm.em.fork({ session: sessionOf(who) });
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
