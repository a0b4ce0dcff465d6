import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { builders } from '../../../test/builders.js';
import { staffOf } from '../../../test/network.js';
import { aClock, aLink, countOf, givePasswords } from '../../../test/people.js';
import { findCaller, subscribersOf } from '../../identity/access/callers.js';
import { signingIn } from '../../identity/access/sign-in-role.js';
import { lookAtLink } from '../../identity/sign-in/links.service.js';
import { openSession } from '../../identity/sign-in/sessions.service.js';
import { expectedAt } from '../meeting/sheet.sql.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi('2026-03-12');
});
afterAll(() => api.close());

const clockOn = (day: string) => aClock(`${day}T09:00:00Z`);

/** An agent who works at a guichet, is expected at meetings, is signed in and holds a link. */
const setUp = async () => {
  const { anEpci, aGuichet, anAgent, anAssignment, anAccount, aMeeting, anAttendance } = builders(api);
  const epci = await anEpci();
  const guichet = await aGuichet({ level: 'SUIVI' });
  const agent = await anAgent();
  const assignment = await anAssignment({ agent, guichet, startsOn: '2024-01-01', endsOn: null });
  const planned = await anAssignment({ agent, guichet: await aGuichet(), startsOn: '2026-09-01', endsOn: null });
  const account = await anAccount({ role: 'AGENT', agent, email: `agent${agent.key}@voiron.test` });
  const meeting = await aMeeting({ heldOn: '2026-05-20', levels: ['SUIVI'], state: 'PLANNED' });
  const past = await aMeeting({ heldOn: '2026-01-20', levels: ['SUIVI'], state: 'CLOSED' });
  await anAttendance({ meeting, agent, state: 'REGISTERED' });
  await anAttendance({ meeting: past, agent, state: 'PRESENT' });
  const now = clockOn('2026-03-12').now();
  const { secret } = await signingIn(api.orm.em.fork(), (em) =>
    openSession(em, { id: account.key, role: 'AGENT' }, now),
  );
  const link = await aLink(api.orm, account.key, 'RESET', now);
  const leave = async (day: string) =>
    api.ask(
      staffOf(epci),
      `mutation { updateAgent(id: "${agent.id}", revision: 1, input: { endedOn: "${day}" }) { endedOn } }`,
    );
  const expected = async (key: string) => {
    const { rows } = await sql<{ agent: string | null }>`
      select x.agent_id::text as agent from (${expectedAt(key)}) x where x.agent_id = ${agent.key}::bigint`.execute(
      api.orm.em.fork().getKysely(),
    );
    return rows.length > 0;
  };
  const seenOn = async (day: string) =>
    (await findCaller(api.orm.em.fork(), secret, clockOn(day), 'fr')) as { role: string; guichetIds: string[] };
  return { epci, agent, assignment, planned, account, meeting, past, secret, link, leave, expected, seenOn };
};

describe('a departure', () => {
  test('that has come ends work, access, sessions, links and what was expected, at once', async () => {
    const { agent, account, meeting, past, link, leave, expected, seenOn } = await setUp();
    expect(await expected(meeting.key)).toBe(true);
    expect((await seenOn('2026-03-12')).guichetIds).toHaveLength(1);
    expect((await leave('2026-03-12')).errors).toEqual([]);
    const { rows } = await sql<{ starts: string; ends: string }>`
      select starts_on::text as starts, ends_on::text as ends from assignment where agent_id = ${agent.key}::bigint`.execute(
      api.orm.em.fork().getKysely(),
    );
    expect(rows).toEqual([{ starts: '2024-01-01', ends: '2026-03-11' }]);
    expect(await countOf(api.orm, 'account', `id = ${account.key} and ended_at is not null`)).toBe(1);
    expect(await countOf(api.orm, 'session', `account_id = ${account.key}`)).toBe(0);
    expect((await seenOn('2026-03-12')).role).toBe('ANONYMOUS');
    await expect(lookAtLink(api.orm.em.fork(), link, clockOn('2026-03-12').now())).rejects.toMatchObject({
      name: 'TokenExpired',
    });
    expect(await expected(meeting.key)).toBe(false);
    expect(await countOf(api.orm, 'attendance', `agent_id = ${agent.key} and meeting_id = ${meeting.key}`)).toBe(0);
    // What was stays.
    expect(await countOf(api.orm, 'attendance', `agent_id = ${agent.key} and meeting_id = ${past.key}`)).toBe(1);
    expect(await expected(past.key)).toBe(true);
  });

  test('to come lets the agent work until its day, and then in no more', async () => {
    const { epci, account, meeting, leave, expected, seenOn } = await setUp();
    expect((await leave('2026-04-01')).errors).toEqual([]);
    expect(await seenOn('2026-03-31')).toMatchObject({ role: 'AGENT', guichetIds: [expect.any(String)] });
    expect(await seenOn('2026-04-01')).toMatchObject({ role: 'ANONYMOUS' });
    expect(await expected(meeting.key)).toBe(false);
    const link = await aLink(api.orm, account.key, 'RESET', clockOn('2026-04-01').now());
    await expect(lookAtLink(api.orm.em.fork(), link, clockOn('2026-04-01').now())).rejects.toMatchObject({
      name: 'AccountEnded',
    });
    await givePasswords(api.orm, `id = ${account.key}`, 'unused');
    const told = async (day: string) => {
      const people = await signingIn(api.orm.em.fork(), (em) => subscribersOf(em, epci.key, clockOn(day).now()));
      return people.some(({ caller }) => caller.accountId === account.key);
    };
    expect([await told('2026-03-31'), await told('2026-04-01')]).toEqual([true, false]);
  });

  test('is not undone by an invitation, a reopening or another assignment', async () => {
    const { epci, agent, account, leave } = await setUp();
    await leave('2026-03-12');
    const staff = staffOf(epci);
    const reopened = await api.ask(staff, `mutation { reopenAccount(id: "${account.id}", revision: 2) { id } }`);
    expect(reopened.errors).toMatchObject([{ name: 'AgentEnded' }]);
    const invited = await api.ask(
      staff,
      `mutation { inviteAccount(input: { email: "again@voiron.test", displayName: "Encore", role: AGENT, agentId: "${agent.id}" }) { link } }`,
    );
    expect(invited.errors).toMatchObject([{ name: 'AgentEnded' }]);
  });
});
