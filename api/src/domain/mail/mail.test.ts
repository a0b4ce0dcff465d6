import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import type { Caller } from '../../identity/access/caller.js';
import type { MailKind, MailStatus } from '../../mail/mail.codes.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
});
afterAll(() => api.close());
const run = (statement: string, values: unknown[] = []) => api.orm.em.fork().execute(statement, values);
beforeEach(() => run('delete from mail; delete from token; update account set ended_at = null'));

const { admin, staff, foreignStaff, agent, national } = callers;
const secret = 'https://parvis.test/sign-in/link#secret';

interface Given {
  account: number;
  status: MailStatus;
  kind?: MailKind;
  problem?: string;
  minutesAgo?: number;
}
const aMail = ({ account, status, kind = 'INVITATION', problem, minutesAgo = 60 }: Given) =>
  run(
    `insert into mail (account_id, to_address, kind, dedupe_key, subject, text, html, status, problem, created_at)
     select id, email, ?, gen_random_uuid()::text, ?, ?, ?, ?, ?, now() - ? * interval '1 minute' from account where id = ?`,
    [kind, secret, secret, secret, status, problem ?? null, minutesAgo, account],
  );

interface Mail {
  name: string;
  email: string;
  kind: MailKind;
  state: string;
  problem: string | null;
}
const fields = 'id accountId name email kind state problem createdAt sentAt';
const undelivered = async (caller: Caller) => {
  const { data, errors } = await api.ask<{ undeliveredMails: Mail[] }>(caller, `{ undeliveredMails { ${fields} } }`);
  expect(errors).toEqual([]);
  expect(JSON.stringify(data)).not.toContain(secret);
  return data.undeliveredMails;
};
const names = async (caller: Caller) => (await undelivered(caller)).map(({ name }) => name);

describe('the mails that did not arrive', () => {
  it('are told with the person, the reason in words of ours, and nothing of what they say', async () => {
    await aMail({ account: 3, status: 'FAILED', problem: 'Message failed: 550 5.1.1 mx.example.org: User unknown' });
    expect(await undelivered(staff)).toEqual([
      {
        id: expect.any(String),
        accountId: idOf('Account', 3),
        name: 'Agent',
        email: 'agent@example.org',
        kind: 'INVITATION',
        state: 'FAILED',
        problem: 'ADDRESS_UNKNOWN',
        createdAt: expect.anything(),
        sentAt: null,
      },
    ]);
    expect(api.statements).toHaveLength(1);
  });

  it('are those that failed or broke off, not those that wait, are being handed over, or were sent', async () => {
    await aMail({ account: 2, status: 'FAILED', problem: '554 no' });
    await aMail({ account: 2, status: 'SENT', kind: 'DIGEST' });
    await aMail({ account: 3, status: 'SENDING' });
    expect((await undelivered(staff)).map(({ name, state }) => [name, state])).toEqual([
      ['Agent', 'UNCERTAIN'],
      ['Équipe', 'FAILED'],
    ]);
    await run('delete from mail');
    await aMail({ account: 2, status: 'QUEUED', problem: '451 later' });
    await aMail({ account: 3, status: 'SENDING', minutesAgo: 0 });
    expect(await undelivered(staff)).toEqual([]);
  });

  it('are of the caller’s EPCI; administrators have all, other roles none', async () => {
    for (const account of [1, 2, 6, 7]) await aMail({ account, status: 'FAILED' });
    expect(await names(staff)).toEqual(['Équipe']);
    expect(await names(foreignStaff)).toEqual(['Autre']);
    expect(await names(admin)).toEqual(['Autre', 'Tous', 'Équipe', 'Admin']);
    for (const caller of [agent, national])
      expect((await api.ask(caller, `{ undeliveredMails { id } }`)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('are settled by a later one on its way, by a link that was used since, by the end of the account', async () => {
    await aMail({ account: 2, status: 'FAILED' });
    await aMail({ account: 2, status: 'QUEUED', kind: 'RESET', minutesAgo: 0 });
    await aMail({ account: 3, status: 'SENDING' });
    expect(await names(staff)).toEqual(['Agent']);
    const usedHoursAgo = (hours: number) =>
      run(
        `insert into token (token_hash, account_id, purpose, created_at, expires_at, used_at)
         values (gen_random_uuid()::text, 3, 'INVITATION', now(), now(), now() - ? * interval '1 hour')`,
        [hours],
      );
    await usedHoursAgo(24);
    expect(await names(staff)).toEqual(['Agent']);
    await usedHoursAgo(0);
    expect(await names(staff)).toEqual([]);
    await aMail({ account: 3, status: 'FAILED', kind: 'DIGEST', problem: 'Greeting never received' });
    expect(await undelivered(staff)).toMatchObject([{ kind: 'DIGEST', problem: 'UNREACHABLE' }]);
    await run('update account set ended_at = now() where id = 3');
    expect(await names(staff)).toEqual([]);
  });
});

describe('an account’s mails', () => {
  const ofAccount = async (caller: Caller, account: number) => {
    const source = `query ($accountId: ID!) { accountMails(accountId: $accountId) { ${fields} } }`;
    const { data } = await api.ask<{ accountMails: Mail[] }>(caller, source, { accountId: idOf('Account', account) });
    return data.accountMails.map(({ kind, state }) => [kind, state]);
  };
  it('are the last link and the last digest', async () => {
    await aMail({ account: 3, status: 'FAILED' });
    await aMail({ account: 3, status: 'QUEUED', kind: 'RESET' });
    await aMail({ account: 3, status: 'SENT', kind: 'DIGEST' });
    expect(await ofAccount(staff, 3)).toEqual([
      ['DIGEST', 'SENT'],
      ['RESET', 'WAITING'],
    ]);
    expect(await ofAccount(staff, 2)).toEqual([]);
  });
  it('are not told to another EPCI', async () => {
    await aMail({ account: 3, status: 'FAILED' });
    expect(await ofAccount(foreignStaff, 3)).toEqual([]);
    expect(await ofAccount(admin, 3)).toEqual([['INVITATION', 'FAILED']]);
  });
});
