import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aLink, countOf, password } from '../../test/people.js';
import { cookiesOf, type SignInServer, startSignIn } from '../../test/sign-in-server.js';
import { forgetOldEvents } from '../access/journal.js';

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
      'select kind, account_id as "who", epci_id as "epci", detail, network, device from security_event order by id',
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

it('that a limit was met', async () => {
  for (let attempt = 0; attempt < 11; attempt += 1)
    await signIns.signIn('staff@voiron.test', 'pas le bon mot de passe');
  expect((await written()).at(-1)).toMatchObject({ kind: 'LIMIT_REACHED', who: '1', detail: 'TooManyAttempts' });
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
