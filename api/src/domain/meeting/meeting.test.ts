import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  agentId,
  ana,
  analyst,
  type MeetingApi,
  meetingId,
  otherStaff,
  staff,
  startMeetingApi,
} from '../../../test/meetings.js';
import type { Caller } from '../../identity/access/caller.js';

let network: MeetingApi;
beforeAll(async () => {
  network = await startMeetingApi();
});
beforeEach(() => network.reset());
afterAll(() => network.api.close());

describe('a meeting', () => {
  const move = (who: Caller, name: string, key: number, revision = 1, motive?: string) =>
    network.answer(
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
    expect(await network.lines(3)).toMatchObject([
      { agent: 1, state: 'ABSENT', revision: 1 },
      { agent: 2, state: 'ABSENT', revision: 2 },
    ]);
    expect(await move(staff, 'close', 3)).toEqual({ state: 'CLOSED', revision: 2 });
  });
  test('closes on those who signed as present, and on those who were excused as excused', async () => {
    const answered = await network.answer(
      ana,
      `mutation { signInToMeeting(meetingId: "${meetingId(2)}", mode: REMOTE) { state } }`,
    );
    expect(answered).toEqual({ state: 'PRESENT' });
    await network.answer(
      staff,
      `mutation { saveAttendanceSheet(meetingId: "${meetingId(2)}", lines: [{ agentId: "${agentId(2)}", state: EXCUSED }]) { id } }`,
    );
    expect(await move(staff, 'close', 2)).toEqual({ state: 'CLOSED', revision: 2 });
    expect(await network.lines(2)).toMatchObject([
      { agent: 1, state: 'PRESENT', mode: 'REMOTE', signed_by: 'SELF', revision: 1 },
      { agent: 2, state: 'EXCUSED', revision: 1 },
    ]);
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
    expect(await move(analyst, 'close', 3)).toBe('NotAllowed');
  });
  test('is edited until it is closed or cancelled, and ends after it starts', async () => {
    const update = (key: number, input: string) =>
      network.answer(
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
    const remove = (key: number) =>
      network.answer(staff, `mutation { deleteMeeting(id: "${meetingId(key)}", revision: 1) }`);
    expect(await remove(3)).toBe('HasHistory');
    expect(await remove(1)).toBe(meetingId(1));
  });
});
