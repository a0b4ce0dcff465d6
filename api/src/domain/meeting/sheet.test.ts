import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builders } from '../../../test/builders.js';
import {
  agentId,
  ana,
  type MeetingApi,
  meetingId,
  otherStaff,
  staff,
  startMeetingApi,
} from '../../../test/meetings.js';
import { staffOf } from '../../../test/network.js';
import type { Caller } from '../../identity/access/caller.js';

let network: MeetingApi;
beforeAll(async () => {
  network = await startMeetingApi();
});
beforeEach(() => network.reset());
afterAll(() => network.api.close());

describe('the attendance sheet', () => {
  const save = (who: Caller, meeting: number, given: object[]) =>
    network.answer(
      who,
      'mutation($id: ID!, $lines: [SheetLineInput!]!) { saveAttendanceSheet(meetingId: $id, lines: $lines) { state } }',
      {
        id: meetingId(meeting),
        lines: given,
      },
    );
  test('shows who is expected by guichet, and who came besides, in one statement', async () => {
    await save(staff, 2, [{ agentId: agentId(4), state: 'PRESENT', mode: 'REMOTE' }]);
    const { data, errors } = await network.api.ask(
      staff,
      `{ meetingSheet(meetingId: "${meetingId(2)}") {
      meeting { title organiser { name } }
      guichets { guichetName communeName level agents { agentId lastName organisationName attendance { id revision state } } }
      others { lastName attendance { state mode signedBy signedAt } }
    } }`,
    );
    expect(errors).toEqual([]);
    expect(network.api.statements).toHaveLength(1);
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
  test('expects who is assigned on its day, to guichets that are open then, unless they have left', async () => {
    const { anEpci, aGuichet, anAgent, anAssignment, aMeeting } = builders(network.api);
    const epci = await anEpci();
    const heldOn = '2026-03-12';
    const guichets = {
      closesNextDay: await aGuichet({ name: 'closes the next day', level: 'INFO', closedOn: '2026-03-13' }),
      closes: await aGuichet({ name: 'closes that day', level: 'INFO', closedOn: heldOn }),
      opens: await aGuichet({ name: 'opens that day', level: 'INFO', openedOn: heldOn }),
      opensNextDay: await aGuichet({ name: 'opens the next day', level: 'INFO', openedOn: '2026-03-13' }),
    };
    const assign = async (lastName: string, startsOn: string, endsOn: string | null, endedOn: string | null = null) =>
      anAssignment({
        guichet: guichets.closesNextDay,
        agent: await anAgent({ lastName, endedOn }),
        startsOn,
        endsOn,
      });
    await assign('Begins', heldOn, null);
    await assign('Begins later', '2026-03-13', null);
    await assign('Ends', '2020-01-01', heldOn);
    await assign('Ended', '2020-01-01', '2026-03-11');
    await assign('Leaves', '2020-01-01', null, heldOn);
    await assign('Leaves later', '2020-01-01', null, '2026-03-13');
    const meeting = await aMeeting({ heldOn, levels: ['INFO'], state: 'OPEN' });
    const { data, errors } = await network.api.ask<{
      meetingSheet: { guichets: { guichetName: string; agents: { lastName: string }[] }[] };
    }>(staffOf(epci), `{ meetingSheet(meetingId: "${meeting.id}") { guichets { guichetName agents { lastName } } } }`);
    expect(errors).toEqual([]);
    const expected = data.meetingSheet.guichets.map(({ guichetName, agents }) => [
      guichetName,
      agents.map(({ lastName }) => lastName),
    ]);
    expect(new Map(expected as [string, string[]][])).toEqual(
      new Map([
        ['closes the next day', ['Begins', 'Ends', 'Leaves later']],
        ['opens that day', []],
      ]),
    );
  });
  test('of another EPCI does not exist, and agents and analysts have none', async () => {
    const read = (who: Caller) =>
      network.answer(who, `{ meetingSheet(meetingId: "${meetingId(2)}") { guichets { level } } }`);
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
    expect(
      network.api.statements.filter((text) => /insert|update/i.test(text) && !/for update/i.test(text)),
    ).toHaveLength(1);
    expect(await save(staff, 2, given)).toEqual({ state: 'OPEN' });
    expect(await network.lines(2)).toMatchObject(once);
    await Promise.all([save(staff, 2, given), save(staff, 2, [...given].reverse())]);
    expect(await network.lines(2)).toMatchObject(once);
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
    expect(await network.lines(2)).toEqual([]);
    expect(await save(staff, 6, [{ agentId: agentId(1), state: 'PRESENT' }])).toBe('UnknownId');
    expect(
      await save(staff, 2, [
        { agentId: agentId(1), state: 'PRESENT' },
        { agentId: agentId(1), state: 'ABSENT' },
      ]),
    ).toBe('InvalidValue');
    expect(await save(ana, 2, [{ agentId: agentId(1), state: 'PRESENT' }])).toBe('NotAllowed');
  });
  test('once closed, changes with a motive alone, and the change is kept', async () => {
    const correct = (meeting: number, motive: string, given: object[]) =>
      network.answer(
        staff,
        'mutation($id: ID!, $motive: String!, $lines: [SheetLineInput!]!) { correctAttendanceSheet(meetingId: $id, motive: $motive, lines: $lines) { state } }',
        { id: meetingId(meeting), motive, lines: given },
      );
    const came = [{ agentId: agentId(1), state: 'PRESENT', mode: 'REMOTE' }];
    expect(await correct(4, ' ', came)).toBe('MotiveMissing');
    expect(await correct(4, 'x'.repeat(2001), came)).toBe('TextTooLong');
    expect(await correct(2, 'Oubli', came)).toBe('SheetStillOpen');
    expect(await correct(5, 'Oubli', came)).toBe('MeetingCancelled');
    expect(await correct(6, 'Oubli', came)).toBe('UnknownId');
    expect(await correct(4, 'Oubli', [{ agentId: agentId(3), state: 'PRESENT' }])).toBe('UnknownId');
    const corrected = [...came, { agentId: agentId(2), state: 'INVITED' }];
    expect(await correct(4, ' Présente à distance, oubliée ', corrected)).toEqual({ state: 'CLOSED' });
    expect(await network.lines(4)).toMatchObject([
      { agent: 1, state: 'PRESENT', mode: 'REMOTE', signed_by: 'SHEET' },
      { agent: 2, state: 'ABSENT', mode: null, signed_by: null },
    ]);
    expect(await correct(4, 'Encore', corrected)).toEqual({ state: 'CLOSED' });
    const { data } = await network.api.ask<{ history: object[] }>(
      staff,
      `{ history(id: "${meetingId(4)}", parts: true, first: 2) { action title motive fields { field before after } } }`,
    );
    expect(data.history).toMatchObject([
      { action: 'UPDATED', title: 'Durand Bob', motive: 'Présente à distance, oubliée' },
      {
        action: 'UPDATED',
        title: 'Éluard Ana',
        fields: expect.arrayContaining([{ field: 'state', before: 'ABSENT', after: 'PRESENT' }]),
      },
    ]);
  });
  test('takes back any answer that staff noted by mistake', async () => {
    for (const state of ['EXCUSED', 'ABSENT', 'PRESENT']) {
      await save(staff, 2, [{ agentId: agentId(1), state }]);
      await save(staff, 2, [{ agentId: agentId(1), state: 'REGISTERED' }]);
      expect(await network.lines(2)).toMatchObject([{ state: 'REGISTERED', signed_by: null }]);
    }
  });
  test('does not take back what an agent signed meanwhile', async () => {
    await network.api.ask(ana, `mutation { signInToMeeting(meetingId: "${meetingId(2)}", mode: ON_SITE) { id } }`);
    await save(staff, 2, [{ agentId: agentId(1), state: 'INVITED' }]);
    expect(await network.lines(2)).toMatchObject([{ state: 'PRESENT', signed_by: 'SELF' }]);
    await save(staff, 2, [{ agentId: agentId(1), state: 'ABSENT' }]);
    expect(await network.lines(2)).toMatchObject([{ state: 'ABSENT', signed_by: null }]);
  });
});
