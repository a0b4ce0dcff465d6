import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api.js';
import { callers, idOf, makeNetwork } from '../../test/network.js';

let api: TestApi;
const { staff, admin } = callers;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
beforeEach(() => {
  api.notes.length = 0;
});
afterAll(() => api.close());

it('notes who reads the page of a request, by whichever way, and still reads it in one statement', async () => {
  const id = idOf('Request', 1);
  for (const source of [
    'query ($id: ID!) { request(id: $id) { number } }',
    'query ($id: ID!) { node(id: $id) { id } }',
  ]) {
    await api.ask(staff, source, { id });
    expect(api.statements).toHaveLength(1);
  }
  const line = { kind: 'PAGE_READ', detail: `Request ${id}` };
  // Not read: there is none for this caller.
  await api.ask(staff, 'query ($id: ID!) { request(id: $id) { number } node(id: $id) { id } }', {
    id: idOf('Request', 999),
  });
  expect(api.notes).toEqual([line, line]);
});

it('notes links that are made and rights that change, and nothing of what was refused', async () => {
  const invite = 'mutation ($input: AccountInvitation!) { inviteAccount(input: $input) { account { id revision } } }';
  const input = { email: 'neuf@example.org', displayName: 'Neuf', role: 'ANALYST' };
  const { data } = await api.ask<{ inviteAccount: { account: { id: string; revision: number } } }>(admin, invite, {
    input,
  });
  const { id: accountId, revision } = data.inviteAccount.account;
  const targetId = api.notes[0]?.targetId;
  await api.ask(staff, invite, { input: { ...input, email: 'pas une adresse' } });
  const scope = 'mutation ($input: AnalystScopeCreateInput!) { createAnalystScope(input: $input) { id } }';
  await api.ask(admin, scope, { input: { accountId, epciId: idOf('Epci', 2) } });
  const end = 'mutation ($id: ID!, $revision: Int!) { endAccount(id: $id, revision: $revision) { id } }';
  await api.ask(admin, end, { id: accountId, revision });
  expect(api.notes).toMatchObject([
    { kind: 'RIGHTS_CHANGED', targetId, detail: 'inviteAccount ANALYST' },
    { kind: 'LINK_MADE', targetId, detail: 'handed' },
    { kind: 'RIGHTS_CHANGED', detail: expect.stringMatching(/^createAnalystScope /) },
    { kind: 'RIGHTS_CHANGED', targetId, detail: 'endAccount' },
  ]);
});
