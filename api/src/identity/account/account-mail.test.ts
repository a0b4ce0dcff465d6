import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { noPost, outbox } from '../../mail/post.js';

let api: TestApi;
const { staff, agent, admin, analystOfOne } = callers;
beforeAll(async () => {
  api = await startTestApi(
    '2026-03-12',
    outbox(async () => undefined),
  );
  await makeNetwork(api);
});
afterAll(() => api.close());

interface Sent {
  to: string;
  replyTo: string | null;
  kind: string;
  text: string;
}
const sent = async (): Promise<Sent[]> => {
  const { rows } =
    await sql<Sent>`select to_address as "to", reply_to as "replyTo", kind, text from mail order by id`.execute(
      api.orm.em.fork().getKysely(),
    );
  return rows;
};
const nameAndAddress = async (key = '0'): Promise<{ name: string; email: string }> => {
  const { rows } = await sql<{ name: string; email: string }>`
    select display_name as name, email from account where id = ${key}::bigint`.execute(api.orm.em.fork().getKysely());
  return rows[0]!;
};
const invite = `mutation($input: AccountInvitation!) { inviteAccount(input: $input) { link mailed } }`;
const input = { email: 'neuf@voiron.test', displayName: 'Paul Neuf', role: 'EPCI_STAFF' };

describe('links by mail', () => {
  it('an invitation and a reset are queued with the change, whoever asks, and the link is for its owner alone', async () => {
    const made = await api.ask<{ inviteAccount: { link: string | null; mailed: boolean } }>(staff, invite, { input });
    expect(made.errors).toEqual([]);
    expect(made.data.inviteAccount).toEqual({ link: null, mailed: true });
    const byAdmin = await api.ask(admin, invite, {
      input: {
        ...input,
        email: 'agent@voiron.test',
        role: 'AGENT',
        epciId: idOf('Epci', 1),
        agentId: idOf('Agent', 2),
      },
    });
    expect(byAdmin.errors).toEqual([]);
    const [first, second] = await sent();
    const inviter = await nameAndAddress(staff.accountId);
    expect(first).toMatchObject({ to: 'neuf@voiron.test', kind: 'INVITATION', replyTo: inviter.email });
    expect(first!.text).toContain(`${inviter.name} vous ouvre un accès à Parvis pour Pays Voironnais.`);
    expect(first!.text).toContain('pour Pays Voironnais');
    expect(first!.text).toMatch(/\/sign-in\/link#[\w-]{43}\n/);
    expect(second).toMatchObject({ to: 'agent@voiron.test', kind: 'INVITATION' });
  });
  it('another address gets a link, and the former one a word', async () => {
    const { email } = await nameAndAddress(agent.accountId);
    const before = (await sent()).length;
    const source = `mutation($id: ID!, $email: String) { changeAccountEmail(id: $id, revision: 1, email: $email) { link mailed } }`;
    const id = idOf('Account', agent.accountId ?? '');
    const made = await api.ask(staff, source, { id, email: 'ailleurs@voiron.test' });
    expect(made).toMatchObject({ errors: [], data: { changeAccountEmail: { link: null, mailed: true } } });
    const [word, link] = (await sent()).slice(before);
    expect(word).toMatchObject({ to: email, kind: 'ADDRESS' });
    expect(word!.text).not.toContain('/sign-in/link');
    expect(link).toMatchObject({ to: 'ailleurs@voiron.test', kind: 'INVITATION' });
  });
  it('of a refused invitation no mail is queued', async () => {
    const before = (await sent()).length;
    const { errors } = await api.ask(staff, invite, { input });
    expect(errors).toMatchObject([{ name: 'AccountAlreadyExists' }]);
    expect(await sent()).toHaveLength(before);
  });
  it('without a post nothing is queued, and the screen is told to hand the link over', async () => {
    const quiet = await startTestApi('2026-03-12', noPost);
    await makeNetwork(quiet);
    const made = await quiet.ask<{ inviteAccount: { link: string; mailed: boolean } }>(staff, invite, { input });
    expect(made.data.inviteAccount).toMatchObject({ mailed: false, link: expect.stringContaining('/sign-in/link#') });
    await quiet.close();
  });
  it('are nobody’s to read but the outbox’s', async () => {
    for (const { dbRole } of [staff, agent, admin, analystOfOne])
      await expect(
        api.orm.em.fork({ session: { role: dbRole } }).transactional((em) => em.execute('select text from mail')),
      ).rejects.toThrow('permission denied');
  });
});

describe('one’s own digest', () => {
  it('is turned off and on by anybody, for themselves alone', async () => {
    for (const caller of [staff, agent, analystOfOne, admin]) {
      const source = 'mutation($on: Boolean!) { setMyDigest(on: $on) { id digest } }';
      const id = idOf('Account', caller.accountId ?? '');
      const off = await api.ask(caller, source, { on: false });
      expect(off).toMatchObject({ errors: [], data: { setMyDigest: { id, digest: false } } });
      const { rows } = await sql`select id::text from account where not digest`.execute(api.orm.em.fork().getKysely());
      expect(rows).toEqual([{ id: caller.accountId }]);
      expect((await api.ask(caller, source, { on: true })).data).toMatchObject({ setMyDigest: { digest: true } });
    }
  });
});
