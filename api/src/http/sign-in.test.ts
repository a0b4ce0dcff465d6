import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOf, password } from '../../test/people.js';
import { cookiesOf, type SignInServer, startSignIn } from '../../test/sign-in-server.js';

let signIns: SignInServer;
beforeAll(async () => {
  signIns = await startSignIn();
});
beforeEach(() => signIns.serve());
afterAll(() => signIns.close());

describe('signing in', () => {
  it('gives a cookie that opens a session, however the address is typed', async () => {
    const answer = await signIns.signIn('  Staff@Voiron.TEST ');
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['cache-control']).toBe('no-store');
    const [given, device] = answer.cookies;
    expect(device).toMatchObject({ name: 'parvis_device', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(given).toMatchObject({ name: 'parvis_session', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(given).not.toHaveProperty('secure');
    expect(given?.value).toHaveLength(43);
    const open = await signIns.session(cookiesOf(answer));
    const account = { id: 'QWNjb3VudDox', role: 'EPCI_STAFF', displayName: 'Sam Staff', epci: 'Pays Voironnais' };
    expect(open.json()).toEqual({
      account: account.id,
      accounts: [{ ...account, current: true }],
      role: 'EPCI_STAFF',
      locale: 'fr',
      displayName: 'Sam Staff',
      email: 'staff@voiron.test',
      today: '2026-03-12',
      digest: true,
      demo: false,
    });
    expect(await countOf(signIns.orm, 'session', `token_hash = '${given?.value}'`)).toBe(0);
  });

  it('keeps the cookie to encrypted connections where people come by https', async () => {
    await signIns.serve({ publicUrl: 'https://parvis.example.org' });
    const answer = await signIns.signIn('staff@voiron.test');
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-parvis_session', secure: true, httpOnly: true, path: '/' });
    expect((await signIns.session(cookiesOf(answer))).statusCode).toBe(200);
    expect((await signIns.session({ parvis_session: answer.cookies[0]?.value ?? '' })).statusCode).toBe(401);
  });

  it('refuses a wrong password, an unknown address and an account without a password alike', async () => {
    const answers = await Promise.all([
      signIns.signIn('staff@voiron.test', 'pas le bon mot de passe'),
      signIns.signIn('nobody@voiron.test'),
      signIns.signIn('new@voiron.test'),
      signIns.signIn('gone@voiron.test', 'pas le bon mot de passe'),
    ]);
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual({
        code: 'UNAUTHENTICATED',
        name: 'WrongCredentials',
        message: 'Adresse ou mot de passe incorrect.',
      });
      expect(answer.cookies).toEqual([]);
    }
  });

  it('takes about as long for an unknown address as for a wrong password', async () => {
    const fastest = { 'nobody@voiron.test': Infinity, 'admin@parvis.test': Infinity };
    for (let round = 0; round < 6; round += 1)
      for (const email of ['nobody@voiron.test', 'admin@parvis.test'] as const) {
        const began = performance.now();
        await signIns.signIn(email, 'pas le bon mot de passe');
        fastest[email] = Math.min(fastest[email], performance.now() - began);
      }
    const [unknown, known] = [fastest['nobody@voiron.test'], fastest['admin@parvis.test']];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('tells somebody whose access has ended so, but only after the right password', async () => {
    const answer = await signIns.signIn('gone@voiron.test');
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ name: 'AccountEnded' });
  });

  it('answers in the language of the browser', async () => {
    const answer = await signIns.signIn('nobody@voiron.test', password, {
      headers: { 'accept-language': 'de, en-GB;q=0.8, fr;q=0.5' },
    });
    expect(answer.json().message).toBe('Wrong address or password.');
  });

  it('makes a new secret each time, and ends the session that the browser had', async () => {
    const first = cookiesOf(await signIns.signIn('staff@voiron.test'));
    const second = cookiesOf(await signIns.signIn('staff@voiron.test', password, { cookies: first }));
    expect(second).not.toEqual(first);
    expect((await signIns.session(first)).statusCode).toBe(401);
    expect((await signIns.session(second)).statusCode).toBe(200);
  });
});

describe('requests that are not ours', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
    ['a browser that says another site', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused from %s', async (_, headers) => {
    const answer = await signIns.signIn('staff@voiron.test', password, { headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'FORBIDDEN', name: 'ForeignRequest' });
    expect(answer.cookies).toEqual([]);
    expect((await signIns.post('sign-out', {}, { headers })).statusCode).toBe(403);
  });
  it.each([
    ['the public address', { origin: 'http://localhost:4000' }],
    ['the host asked', { origin: 'http://parvis.local:81', host: 'parvis.local:81' }],
    ['a browser that says the same site', { 'sec-fetch-site': 'same-origin' }],
  ])('are answered from %s', async (_, headers) => {
    expect((await signIns.signIn('staff@voiron.test', password, { headers })).statusCode).toBe(204);
  });
  it.each([
    ['a form', 'application/x-www-form-urlencoded', `email=staff@voiron.test&password=${encodeURIComponent(password)}`],
    ['plain text', 'text/plain', JSON.stringify({ email: 'staff@voiron.test', password })],
  ])('are refused as %s', async (_, type, payload) => {
    const answer = await signIns.inject({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', name: 'NotJson' });
  });
  it.each([
    ['broken JSON', '{', 'NotJson'],
    ['nothing', '', 'NotJson'],
    ['a list', '[]', 'InvalidValue'],
    ['null', 'null', 'InvalidValue'],
    ['a number for an address', '{"email":1,"password":"x"}', 'InvalidValue'],
    ['an overlong address', JSON.stringify({ email: 'a'.repeat(300), password }), 'InvalidValue'],
  ])('are refused with %s', async (_, payload, name) => {
    const answer = await signIns.inject({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', name });
  });
  it('are refused when they are huge', async () => {
    expect((await signIns.signIn('staff@voiron.test', 'x'.repeat(40_000))).statusCode).toBe(413);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const given = cookiesOf(await signIns.signIn('staff@voiron.test'));
    const out = await signIns.post('sign-out', {}, { cookies: given });
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: 'parvis_session', value: '' });
    expect((await signIns.session(given)).statusCode).toBe(401);
    expect((await signIns.post('sign-out', {})).statusCode).toBe(204);
  });
  it('ends for staff after half a day without use', async () => {
    const given = cookiesOf(await signIns.signIn('staff@voiron.test'));
    for (let hours = 0; hours < 48; hours += 11) {
      signIns.clock.pass({ hours: 11 });
      expect((await signIns.session(given)).statusCode).toBe(200);
    }
    signIns.clock.pass({ hours: 12 });
    expect((await signIns.session(given)).json()).toMatchObject({ code: 'UNAUTHENTICATED', name: 'NotSignedIn' });
  });
  it('ends for staff after a week, however much it is used', async () => {
    const given = cookiesOf(await signIns.signIn('staff@voiron.test'));
    for (let hours = 0; hours + 8 < 7 * 24; hours += 8) {
      signIns.clock.pass({ hours: 8 });
      expect((await signIns.session(given)).statusCode).toBe(200);
    }
    signIns.clock.pass({ hours: 8 });
    expect((await signIns.session(given)).statusCode).toBe(401);
  });
  it('lasts for an agent from one meeting to the next', async () => {
    const given = cookiesOf(await signIns.signIn('lea@voiron.test'));
    signIns.clock.pass({ days: 179 });
    expect((await signIns.session(given)).json()).toMatchObject({
      role: 'AGENT',
      locale: 'en',
      displayName: 'Léa Abel',
    });
    signIns.clock.pass({ days: 180 });
    expect((await signIns.session(given)).statusCode).toBe(401);
  });
  it('lasts a year for an agent, however much it is used', async () => {
    const given = cookiesOf(await signIns.signIn('lea@voiron.test'));
    for (let days = 0; days < 360; days += 60) {
      signIns.clock.pass({ days: 60 });
      expect((await signIns.session(given)).statusCode).toBe(200);
    }
    signIns.clock.pass({ days: 5 });
    expect((await signIns.session(given)).statusCode).toBe(401);
  });
  it('is nothing that can be made up', async () => {
    for (const value of ['', 'x', 'x'.repeat(43), "' or true --"])
      expect((await signIns.session({ parvis_session: value })).statusCode).toBe(401);
  });
});
