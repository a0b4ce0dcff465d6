import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aLink, countOf, password } from '../../test/people.js';
import { cookiesOf, type SignInServer, startSignIn } from '../../test/sign-in-server.js';
import { forgetOldEvents } from '../identity/journal/journal.js';
import { outbox } from '../mail/post.js';

let signIns: SignInServer;
beforeAll(async () => {
  signIns = await startSignIn();
});
beforeEach(async () => {
  await signIns.orm.em.fork().execute('delete from security_event');
  await signIns.serve();
});
afterAll(() => signIns.close());

/** What the journal holds now. */
const written = async () => {
  await signIns.journal.flush();
  return signIns.orm.em
    .fork()
    .execute(
      'select kind, account_id as "who", target_id as "target", epci_id as "epci", detail, network, device from security_event order by id',
    );
};
const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' };

it('who entered, and from where, by password, by link and by changing the password', async () => {
  const entered = await signIns.signIn('staff@voiron.test', password, { headers: firefox });
  const token = await aLink(signIns.orm, '8', 'INVITATION', signIns.clock.now());
  await signIns.post('token', { token, password: 'un autre mot de passe' });
  const changed = { present: password, password: 'encore un autre mot de passe' };
  await signIns.post('password', changed, { cookies: cookiesOf(entered) });
  const back = { present: changed.password, password };
  await signIns.post('password', back, { cookies: cookiesOf(entered) });
  expect(await written()).toMatchObject([
    { kind: 'SIGN_IN', who: '1', epci: '1', network: '127.0.0.1', device: 'Firefox, Windows' },
    { kind: 'LINK_USED', who: '8', epci: '1' },
    { kind: 'PASSWORD_CHANGED', who: '1', epci: '1' },
    { kind: 'PASSWORD_CHANGED', who: '1', epci: '1' },
  ]);
});

it('who was kept out, for the accounts of the address, which itself is not kept', async () => {
  await signIns.signIn('staff@voiron.test', 'pas le bon mot de passe');
  await signIns.signIn('gone@voiron.test');
  await signIns.signIn('personne@voiron.test');
  const lines = await written();
  expect(lines).toMatchObject([
    { kind: 'SIGN_IN_FAILED', who: '1', epci: '1', detail: 'WrongCredentials' },
    { kind: 'SIGN_IN_FAILED', who: '7', epci: '1', detail: 'AccountEnded' },
    { kind: 'SIGN_IN_FAILED', who: null, epci: null, detail: 'WrongCredentials' },
  ]);
  expect(JSON.stringify(lines)).not.toContain('@');
});

it('who guesses a password that is asked for elsewhere: with a link, or to choose another', async () => {
  const entered = await signIns.signIn('staff@voiron.test');
  const token = await aLink(signIns.orm, '2', 'RESET', signIns.clock.now());
  await signIns.post('token', { token, password: 'pas le bon mot de passe', present: true });
  const wrong = { present: 'pas le bon mot de passe', password: 'encore un autre mot de passe' };
  await signIns.post('password', wrong, { cookies: cookiesOf(entered) });
  await signIns.post('password', wrong);
  expect(await written()).toMatchObject([
    { kind: 'SIGN_IN', who: '1' },
    { kind: 'SIGN_IN_FAILED', who: '2', epci: '1', detail: 'WrongCredentials' },
    { kind: 'SIGN_IN_FAILED', who: '1', epci: '1', detail: 'PresentPasswordWrong' },
  ]);
});

it('no try at an account that no password opens yet: whoever invited it learns nothing of its owner elsewhere', async () => {
  await signIns.orm.em.fork().execute('delete from credential_account where account_id = 8');
  await signIns.signIn('new@voiron.test');
  expect(await written()).toMatchObject([{ kind: 'SIGN_IN_FAILED', who: null, epci: null }]);
});

it('which links were asked for by mail, and none where none is made', async () => {
  await signIns.post('forgotten', { email: 'staff@voiron.test' });
  expect(await written()).toEqual([]);
  await signIns.serve({ post: outbox(async () => undefined) });
  for (const email of ['staff@voiron.test', 'gone@voiron.test', 'personne@voiron.test'])
    await signIns.post('forgotten', { email });
  expect(await written()).toMatchObject([
    { kind: 'LINK_MADE', who: null, target: '1', epci: '1', detail: 'forgotten' },
  ]);
});

it('goes on after texts that PostgreSQL does not take: a stranger cannot stop it', async () => {
  for (const email of ['a\ud800@voiron.test', 'a\u0000@voiron.test', 'personne@voiron.test'])
    await signIns.signIn(email);
  for (let i = 0; i < 4; i += 1) await signIns.post('forgotten', { email: 'a\u0000@voiron.test' });
  expect((await written()).map(({ kind }) => kind)).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'LIMIT_REACHED']);
});

it('that a limit was met, once for all tries that wait: a stranger fills no table', async () => {
  for (let attempt = 0; attempt < 14; attempt += 1)
    await signIns.signIn('staff@voiron.test', 'pas le bon mot de passe');
  const limits = (await written()).filter(({ kind }) => kind === 'LIMIT_REACHED');
  expect(limits).toMatchObject([{ who: '1', detail: 'TooManyAttempts' }]);
});

it('is added to and never changed, and forgets after twelve months what nobody may forget before', async () => {
  await signIns.signIn('staff@voiron.test');
  await written();
  for (const role of ['parvis_staff', 'parvis_admin', 'parvis_sign_in'])
    for (const statement of ["update security_event set kind = 'EXPORT'", 'delete from security_event'])
      await expect(
        signIns.orm.em.fork({ session: { role } }).transactional((em) => em.execute(statement)),
      ).rejects.toThrow('permission denied');
  await signIns.orm.em
    .fork()
    .execute("insert into security_event (kind, occurred_at) values ('EXPORT', now() - interval '366 days')");
  await forgetOldEvents(signIns.orm.em.fork());
  expect(await countOf(signIns.orm, 'security_event')).toBe(1);
});
