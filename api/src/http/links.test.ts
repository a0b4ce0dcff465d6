import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aLink, password } from '../../test/people.js';
import { cookiesOf, type SignInServer, startSignIn } from '../../test/sign-in-server.js';
import { outbox } from '../mail/post.js';

let signIns: SignInServer;
beforeAll(async () => {
  signIns = await startSignIn();
});
beforeEach(() => signIns.serve());
afterAll(() => signIns.close());

describe('a link', () => {
  const look = (token: string) => signIns.post('link', { token });
  const chosen = 'un autre mot de passe';

  it('is looked at without being used up, then opens a password and a session once', async () => {
    const token = await aLink(signIns.orm, '8', 'INVITATION', signIns.clock.now());
    for (let i = 0; i < 3; i += 1)
      expect((await look(token)).json()).toEqual({
        purpose: 'INVITATION',
        email: 'new@voiron.test',
        name: 'Nina Neuve',
        epci: 'Pays Voironnais',
      });
    const used = await signIns.post('token', { token, password: chosen });
    expect(used.statusCode).toBe(204);
    expect((await signIns.session(cookiesOf(used))).json()).toMatchObject({ displayName: 'Nina Neuve' });
    expect((await look(token)).json()).toMatchObject({ code: 'RULE', name: 'TokenSpent' });
    expect((await signIns.post('token', { token, password: chosen })).json()).toMatchObject({ name: 'TokenSpent' });
    expect((await signIns.signIn('new@voiron.test', chosen)).statusCode).toBe(204);
  });
  it('works for one of two presses at the same moment', async () => {
    const token = await aLink(signIns.orm, '8', 'RESET', signIns.clock.now());
    const answers = await Promise.all([
      signIns.post('token', { token, password: chosen }),
      signIns.post('token', { token, password: chosen }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 422]);
  });
  it('stays whole when the password is too short', async () => {
    const token = await aLink(signIns.orm, '8', 'RESET', signIns.clock.now());
    const answer = await signIns.post('token', { token, password: 'court' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', name: 'PasswordTooShort', field: 'password' });
    expect((await signIns.post('token', { token, password: 'x'.repeat(300) })).json()).toMatchObject({
      name: 'TextTooLong',
    });
    expect((await signIns.post('token', { token, password: '' })).json()).toMatchObject({ name: 'PasswordTooShort' });
    expect((await look(token)).statusCode).toBe(200);
  });
  it('of a reset ends the other sessions, the other links and the former password', async () => {
    const before = cookiesOf(await signIns.signIn('lea@voiron.test'));
    const invitation = await aLink(signIns.orm, '2', 'INVITATION', signIns.clock.now());
    const token = await aLink(signIns.orm, '2', 'RESET', signIns.clock.now());
    expect((await signIns.session(before)).statusCode).toBe(200);
    const used = await signIns.post('token', { token, password: chosen });
    expect((await signIns.session(before)).statusCode).toBe(401);
    expect((await signIns.session(cookiesOf(used))).statusCode).toBe(200);
    expect((await signIns.signIn('lea@voiron.test')).statusCode).toBe(401);
    expect((await look(invitation)).json()).toMatchObject({ name: 'TokenExpired' });
  });
  it('ends the wait of somebody who forgot their password, in the browser that used it where it was handed over', async () => {
    for (let i = 0; i < 10; i += 1) await signIns.signIn('lea@voiron.test', 'pas le bon mot de passe');
    const token = await aLink(signIns.orm, '2', 'RESET', signIns.clock.now());
    const { parvis_device: device = '' } = cookiesOf(await signIns.post('token', { token, password }));
    expect((await signIns.signIn('lea@voiron.test')).statusCode).toBe(429);
    expect((await signIns.signIn('lea@voiron.test', password, { cookies: { parvis_device: device } })).statusCode).toBe(
      204,
    );
  });
  it('lives on when another is asked for, until one of them is used', async () => {
    const [first, second] = [
      await aLink(signIns.orm, '1', 'INVITATION', signIns.clock.now()),
      await aLink(signIns.orm, '1', 'RESET', signIns.clock.now()),
    ];
    await signIns.serve({ post: outbox() });
    await signIns.post('forgotten', { email: 'staff@voiron.test' });
    for (const token of [first, second]) expect((await look(token)).statusCode).toBe(200);
    await signIns.post('token', { token: second, password });
    expect((await look(first)).json()).toMatchObject({ code: 'RULE', name: 'TokenExpired' });
    expect((await look(second)).json()).toMatchObject({ code: 'RULE', name: 'TokenSpent' });
  });
  it('is never asked about in an address, which logs would keep', async () => {
    const token = await aLink(signIns.orm, '1', 'RESET', signIns.clock.now());
    expect((await signIns.inject({ url: '/auth/token', query: { token } })).statusCode).toBe(404);
  });
  it('expires: an invitation after fourteen days, a reset after one', async () => {
    const invitation = await aLink(signIns.orm, '1', 'INVITATION', signIns.clock.now());
    const reset = await aLink(signIns.orm, '1', 'RESET', signIns.clock.now());
    signIns.clock.pass({ hours: 24 });
    expect((await look(reset)).json()).toMatchObject({ name: 'TokenExpired' });
    expect((await signIns.post('token', { token: reset, password: chosen })).json()).toMatchObject({
      name: 'TokenExpired',
    });
    expect((await look(invitation)).statusCode).toBe(200);
    signIns.clock.pass({ days: 13 });
    expect((await look(invitation)).json()).toMatchObject({ name: 'TokenExpired' });
  });
  it('opens nothing for an account that has ended', async () => {
    const token = await aLink(signIns.orm, '7', 'RESET', signIns.clock.now());
    expect((await look(token)).json()).toMatchObject({ name: 'AccountEnded' });
    expect((await signIns.post('token', { token, password: chosen })).json()).toMatchObject({ name: 'AccountEnded' });
  });
  it('that is unknown or cut short is said to be', async () => {
    for (const token of ['', 'x', 'y'.repeat(43)]) {
      const answer = await look(token);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ name: 'TokenUnknown' });
    }
    expect((await signIns.post('link', {})).json()).toMatchObject({
      name: 'InvalidValue',
      field: 'token',
    });
  });
});

describe('personas', () => {
  beforeAll(async () => {
    await signIns.orm.em.fork().execute(`
      insert into account (email, display_name, role, epci_id, agent_id) values
        ('personnel@demo.parvis.invalid', 'Noémie', 'EPCI_STAFF', 1, null), ('agent@demo.parvis.invalid', 'Léa', 'AGENT', 1, 1)`);
  });
  it('do not exist without the demonstration', async () => {
    expect((await signIns.inject({ url: '/auth/personas' })).json()).toEqual([]);
    const answer = await signIns.post('persona', { key: 'personnel' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ name: 'PersonaUnavailable' });
  });
  it('are listed with where they work, and entered with one click', async () => {
    await signIns.serve({ demo: true });
    expect((await signIns.inject({ url: '/auth/personas' })).json()).toEqual([
      { key: 'personnel', displayName: 'Noémie', role: 'EPCI_STAFF', description: 'Pays Voironnais' },
      { key: 'agent', displayName: 'Léa', role: 'AGENT', description: 'Deux et Un' },
    ]);
    const entered = await signIns.post('persona', { key: 'agent' });
    expect(entered.statusCode).toBe(204);
    expect((await signIns.session(cookiesOf(entered))).json()).toMatchObject({ role: 'AGENT', displayName: 'Léa' });
    for (const key of ['staff', 'staff@voiron.test', '%', ''])
      expect((await signIns.post('persona', { key })).statusCode).toBeGreaterThanOrEqual(400);
  });
  it('have no password to be guessed', async () => {
    expect((await signIns.signIn('personnel@demo.parvis.invalid', '')).statusCode).toBe(400);
    expect((await signIns.signIn('personnel@demo.parvis.invalid')).statusCode).toBe(401);
  });
});
