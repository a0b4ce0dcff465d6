import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOf, givePasswords } from '../../test/people.js';
import { type Answer, cookiesOf, type SignInServer, startSignIn } from '../../test/sign-in-server.js';
import { signingIn } from '../identity/access/sign-in-role.js';
import { issueLink } from '../identity/sign-in/link-tokens.js';
import { mailLink } from '../identity/sign-in/links.service.js';
import { outbox } from '../mail/post.js';

// Staff of two EPCIs (rita), and a mailbox that two clerks share (mairie@): an account in each, or one for each.
let signIns: SignInServer;
beforeAll(async () => {
  signIns = await startSignIn();
  await signIns.orm.em.fork().execute(`
    insert into account (id, email, display_name, role, epci_id, agent_id) values
      (11, 'rita@deux.test', 'Rita Deux', 'EPCI_STAFF', 1, null), (12, 'rita@deux.test', 'Rita Deux', 'EPCI_STAFF', 2, null),
      (13, 'mairie@voiron.test', 'Léa Abel', 'AGENT', 1, 1), (14, 'mairie@voiron.test', 'Noé Bost', 'AGENT', 1, 2),
      (15, null, 'Zoé Hoarau', 'AGENT', 2, 3), (16, 'rita@deux.test', 'Rita Deux', 'AGENT', 1, 2)`);
});
beforeEach(async () => {
  await signIns.orm.em.fork().execute(`
    delete from credential_account where account_id > 10; delete from session; delete from token; delete from mail;
    update account set ended_at = null, email = 'rita@deux.test' where id in (11, 12, 16)`);
  await signIns.serve({ post: outbox(async () => undefined) });
});
afterAll(() => signIns.close());

/** A link to an account: mailed to its owner, or handed over. */
const link = (id: number, mailed: boolean) =>
  signingIn(signIns.orm.em.fork(), async (em) => {
    const [accountId, purpose, now] = [String(id), 'INVITATION', signIns.clock.now()] as const;
    const secret = await issueLink(em, accountId, purpose, now);
    const post = outbox(async () => undefined);
    if (mailed) await mailLink(em, post, { accountId, purpose, secret, publicUrl: 'http://localhost:4000', now });
    return secret;
  });
const chosen = (letter: string) => `${letter} quatre mots sans rapport`;
const open = async (id: number, mailed: boolean, given = chosen('a'), present = false) =>
  signIns.post('token', { token: await link(id, mailed), password: given, present });
const whoIs = async (answer: Answer) => (await signIns.session(cookiesOf(answer))).json();
const names = async (answer: Answer) => {
  const { accounts } = (await whoIs(answer)) as { accounts: { id: string; epci: string; current: boolean }[] };
  return accounts.map(({ epci, current }) => `${epci}${current ? ' *' : ''}`);
};
const idOf = async (answer: Answer, epci: string) => {
  const { accounts } = (await whoIs(answer)) as { accounts: { id: string; epci: string }[] };
  return accounts.find((account) => account.epci === epci)?.id;
};
const go = async (answer: Answer, id: string | undefined) =>
  signIns.post('account', { id }, { cookies: cookiesOf(answer) });

describe('somebody who works for two EPCIs', () => {
  it('has one password for both once mailed links have proved the address, begins where they were and changes in one press', async () => {
    await open(11, true, chosen('a'));
    signIns.clock.pass({ minutes: 1 });
    const second = await open(12, true, chosen('b'));
    expect(second.statusCode).toBe(204);
    expect((await signIns.signIn('rita@deux.test', chosen('a'))).statusCode).toBe(401);
    const entered = await signIns.signIn('rita@deux.test', chosen('b'));
    expect(entered.json()).toEqual({ several: true });
    expect(await names(entered)).toEqual(['CINOR *', 'Pays Voironnais']);
    signIns.clock.pass({ minutes: 1.01234 });
    const changed = await go(entered, await idOf(entered, 'Pays Voironnais'));
    expect(changed.statusCode).toBe(204);
    expect(await names(changed)).toEqual(['CINOR', 'Pays Voironnais *']);
    expect((await signIns.session(cookiesOf(entered))).statusCode).toBe(401);
    expect(await names(await signIns.signIn('rita@deux.test', chosen('b')))).toEqual(['CINOR', 'Pays Voironnais *']);
  });
  it('keeps the password they have, if they say so', async () => {
    await open(11, true, chosen('a'));
    expect((await open(12, false, chosen('x'), true)).json()).toMatchObject({ name: 'WrongCredentials' });
    const joined = await open(12, false, chosen('a'), true);
    expect(await names(joined)).toEqual(['CINOR *', 'Pays Voironnais']);
  });
  it('is not entered elsewhere by whoever was handed a link: it opens that account alone', async () => {
    await open(11, true, chosen('a'));
    const handed = await open(12, false, chosen('b'));
    expect(await names(handed)).toEqual(['CINOR *']);
    expect(await names(await signIns.signIn('rita@deux.test', chosen('a')))).toEqual(['Pays Voironnais *']);
    await open(12, true, chosen('c'));
    const again = await open(11, false, chosen('d'));
    expect(await names(again)).toEqual(['Pays Voironnais *']);
    expect(await names(await signIns.signIn('rita@deux.test', chosen('c')))).toEqual(['CINOR *']);
  });
  it('is not entered by a link that was mailed to an address the account has no more', async () => {
    await signIns.orm.em.fork().execute("update account set email = 'eve@deux.test' where id = 12");
    const token = await link(12, true);
    await open(11, true, chosen('a'));
    await signIns.orm.em.fork().execute("update account set email = 'rita@deux.test' where id = 12");
    const opened = await signIns.post('token', { token, password: chosen('b') });
    expect(await names(opened)).toEqual(['CINOR *']);
  });
  it('enters what is left when one access has ended', async () => {
    await open(11, true);
    await open(12, true);
    await signIns.orm.em.fork().execute('update account set ended_at = now() where id = 12');
    expect(await names(await signIns.signIn('rita@deux.test', chosen('a')))).toEqual(['Pays Voironnais *']);
    await signIns.orm.em.fork().execute('update account set ended_at = now() where id = 11');
    expect((await signIns.signIn('rita@deux.test', chosen('a'))).json()).toMatchObject({ name: 'AccountEnded' });
  });
  it('enters no account of somebody else', async () => {
    const entered = await open(11, true);
    for (const id of ['QWNjb3VudDox', 'QWNjb3VudDoxMg', 'x', undefined])
      expect((await go(entered, id)).statusCode, String(id)).toBeGreaterThanOrEqual(400);
    expect(await names(entered)).toEqual(['Pays Voironnais *']);
  });
  it('goes on from an agent’s long session to staff’s shorter one only soon after signing in', async () => {
    await open(11, true, chosen('a'));
    await open(16, true, chosen('a'), true);
    const asAgent = async () => {
      const entered = await signIns.signIn('rita@deux.test', chosen('a'));
      const { accounts } = (await whoIs(entered)) as { accounts: { id: string; role: string }[] };
      const [agent, staff] = ['AGENT', 'EPCI_STAFF'].map((role) => accounts.find((one) => one.role === role)?.id);
      return { cookie: await go(entered, agent), staff };
    };
    const soon = await asAgent();
    signIns.clock.pass({ hours: 11 });
    expect((await go(soon.cookie, soon.staff)).statusCode).toBe(204);
    const late = await asAgent();
    signIns.clock.pass({ hours: 13 });
    expect((await go(late.cookie, late.staff)).json()).toMatchObject({ code: 'UNAUTHENTICATED', name: 'SignInAgain' });
    expect(await whoIs(late.cookie)).toMatchObject({ role: 'AGENT' });
  });
  it('changes the password of both at once, and sees the sessions of both', async () => {
    await open(11, true);
    await open(12, true);
    const entered = await signIns.signIn('rita@deux.test', chosen('a'));
    const moved = await go(entered, await idOf(entered, 'Pays Voironnais'));
    const other = await signIns.signIn('rita@deux.test', chosen('a'));
    const cookies = cookiesOf(moved);
    const seen = await signIns.inject({ url: '/auth/sessions', cookies });
    expect(seen.json()).toHaveLength(3);
    const asked = { present: chosen('a'), password: chosen('b') };
    expect((await signIns.post('password', asked, { cookies })).statusCode).toBe(204);
    expect((await signIns.session(cookiesOf(other))).statusCode).toBe(401);
    expect((await signIns.session(cookies)).statusCode).toBe(200);
    expect(await names(await signIns.signIn('rita@deux.test', chosen('b')))).toHaveLength(2);
  });
});

describe('a mailbox that agents share', () => {
  it('opens to each the account of their own password', async () => {
    await open(13, true, chosen('a'));
    await open(14, true, chosen('b'));
    expect(await whoIs(await signIns.signIn('mairie@voiron.test', chosen('a')))).toMatchObject({
      displayName: 'Léa Abel',
    });
    expect(await whoIs(await signIns.signIn('mairie@voiron.test', chosen('b')))).toMatchObject({
      displayName: 'Noé Bost',
    });
    expect((await signIns.signIn('mairie@voiron.test', chosen('c'))).statusCode).toBe(401);
  });
  it('gets a link for each, with their name', async () => {
    await open(13, true, chosen('a'));
    await signIns.orm.em.fork().execute('delete from mail');
    expect((await signIns.post('forgotten', { email: 'mairie@voiron.test' })).statusCode).toBe(204);
    const mails = await signIns.orm.em.fork().execute('select kind, text from mail order by account_id');
    expect(mails.map(({ kind }) => kind)).toEqual(['RESET', 'INVITATION']);
    expect(mails[0]?.text).toContain('Bonjour Léa Abel');
    expect(mails[1]?.text).toContain('Bonjour Noé Bost');
  });
  it('gets one for all that somebody has opened elsewhere', async () => {
    await open(11, true);
    await open(12, true);
    await signIns.orm.em.fork().execute('delete from mail');
    await signIns.post('forgotten', { email: 'rita@deux.test' });
    expect(await countOf(signIns.orm, 'mail', "kind = 'RESET'")).toBe(1);
    expect(await countOf(signIns.orm, 'mail', "kind = 'INVITATION' and account_id = 16")).toBe(1);
  });
});

it('an EPCI that invites an address again and again keeps neither its link nor its password from somebody elsewhere', async () => {
  await open(11, true, chosen('a'));
  const many = Array.from({ length: 25 }, (_, i) => 100 + i);
  const em = signIns.orm.em.fork();
  await em.execute(
    many
      .map(
        (
          id,
        ) => `insert into agent (id, epci_id, organisation_id, first_name, last_name) values (${id}, 2, 2, 'A', 'B${id}');
      insert into account (id, email, display_name, role, epci_id, agent_id) values (${id}, 'rita@deux.test', 'A', 'AGENT', 2, ${id})`,
      )
      .join(';'),
  );
  await em.execute('delete from mail');
  await signIns.post('forgotten', { email: 'rita@deux.test' });
  expect(await countOf(signIns.orm, 'mail', 'account_id = 11')).toBe(1);
  expect(await countOf(signIns.orm, 'mail')).toBe(20);
  signIns.clock.pass({ minutes: 1 });
  await givePasswords(signIns.orm, 'id >= 100', 'another');
  await em.execute("update credential set password_hash = 'another ' || id where id >= 100");
  expect(await names(await signIns.signIn('rita@deux.test', chosen('a')))).toEqual(['Pays Voironnais *']);
  await em.execute('delete from account where id >= 100; delete from agent where id >= 100');
});

describe('an agent without an address', () => {
  it('enters by a link that is handed to them, without a password', async () => {
    const token = await link(15, true);
    const seen = await signIns.post('link', { token });
    expect(seen.json()).toMatchObject({ email: null, name: 'Zoé Hoarau' });
    const entered = await signIns.post('token', { token });
    expect(await whoIs(entered)).toMatchObject({ displayName: 'Zoé Hoarau', email: null });
    expect((await signIns.post('token', { token })).json()).toMatchObject({ name: 'TokenSpent' });
    expect(await countOf(signIns.orm, 'credential_account', 'account_id = 15')).toBe(0);
  });
});
