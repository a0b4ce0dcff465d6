import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { aClock, aLink, countOf, makePeople, password } from '../../test/people.js';
import { type Orm, openOrm } from '../database/orm.js';
import { entities } from '../entities.js';
import { serveSignIn } from './sign-in.js';

let database: TestDatabase;
let orm: Orm;
let clock = aClock();
let server: FastifyInstance;

const serve = async ({ demo = false, publicUrl = 'http://localhost:4000' } = {}): Promise<FastifyInstance> => {
  const made = Fastify();
  await made.register(cookie);
  await serveSignIn(made, { orm, clock: { now: () => clock.now() }, config: { demo }, publicUrl: () => publicUrl });
  return made;
};

beforeAll(async () => {
  database = await createTestDatabase();
  orm = openOrm(database.connection, entities);
  await makePeople(orm);
});
beforeEach(async () => {
  clock = aClock();
  server = await serve();
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const post = (url: string, payload: object, more: Partial<InjectOptions> = {}) =>
  server.inject({ method: 'POST', url: `/auth/${url}`, payload, ...more } as InjectOptions);
const signIn = (email: string, given = password, more: Partial<InjectOptions> = {}) =>
  post('sign-in', { email, password: given }, more);
const cookies = (answer: { cookies: { name: string; value: string }[] }) =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
const session = (given: Record<string, string>) => server.inject({ url: '/auth/session', cookies: given });

describe('signing in', () => {
  it('gives a cookie that opens a session, however the address is typed', async () => {
    const answer = await signIn('  Staff@Voiron.TEST ');
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['cache-control']).toBe('no-store');
    const [given] = answer.cookies;
    expect(given).toMatchObject({ name: 'parvis_session', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(given).not.toHaveProperty('secure');
    expect(given?.value).toHaveLength(43);
    const open = await session(cookies(answer));
    expect(open.json()).toEqual({ role: 'EPCI_STAFF', locale: 'fr', displayName: 'Sam Staff', today: '2026-03-12' });
    expect(await countOf(orm, 'session', `token_hash = '${given?.value}'`)).toBe(0);
  });

  it('keeps the cookie to encrypted connections where people come by https', async () => {
    server = await serve({ publicUrl: 'https://parvis.example.org' });
    const answer = await signIn('staff@voiron.test');
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-parvis_session', secure: true, httpOnly: true, path: '/' });
    expect((await session(cookies(answer))).statusCode).toBe(200);
    expect((await session({ parvis_session: answer.cookies[0]?.value ?? '' })).statusCode).toBe(401);
  });

  it('refuses a wrong password, an unknown address and an account without a password alike', async () => {
    const answers = await Promise.all([
      signIn('staff@voiron.test', 'pas le bon mot de passe'),
      signIn('nobody@voiron.test'),
      signIn('new@voiron.test'),
      signIn('gone@voiron.test', 'pas le bon mot de passe'),
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
        await signIn(email, 'pas le bon mot de passe');
        fastest[email] = Math.min(fastest[email], performance.now() - began);
      }
    const [unknown, known] = [fastest['nobody@voiron.test'], fastest['admin@parvis.test']];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('tells somebody whose access has ended so, but only after the right password', async () => {
    const answer = await signIn('gone@voiron.test');
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ name: 'AccountEnded' });
  });

  it('answers in the language of the browser', async () => {
    const answer = await signIn('nobody@voiron.test', password, {
      headers: { 'accept-language': 'de, en-GB;q=0.8, fr;q=0.5' },
    });
    expect(answer.json().message).toBe('Wrong address or password.');
  });

  it('makes a new secret each time, and ends the session that the browser had', async () => {
    const first = cookies(await signIn('staff@voiron.test'));
    const second = cookies(await signIn('staff@voiron.test', password, { cookies: first }));
    expect(second).not.toEqual(first);
    expect((await session(first)).statusCode).toBe(401);
    expect((await session(second)).statusCode).toBe(200);
  });
});

describe('guessing passwords', () => {
  const wrong = (email: string, times: number, more: Partial<InjectOptions> = {}) =>
    Promise.all(Array.from({ length: times }, () => signIn(email, 'pas le bon mot de passe', more)));

  it('is stopped for a quarter of an hour after ten wrong tries, the right password included', async () => {
    const answers = await wrong('staff@voiron.test', 14);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    clock.pass({ minutes: 5 });
    const waiting = await signIn('staff@voiron.test');
    expect(waiting.statusCode).toBe(429);
    expect(waiting.json()).toEqual({
      code: 'RATE_LIMITED',
      name: 'TooManyAttempts',
      message: expect.stringMatching(/^Trop d’essais. Réessayez dans 10\smin\.$/),
    });
    expect((await signIn('admin@parvis.test')).statusCode).toBe(204);
    clock.pass({ minutes: 10 });
    expect((await signIn('staff@voiron.test')).statusCode).toBe(204);
  });

  it('is counted for unknown addresses too', async () => {
    await wrong('nobody@voiron.test', 10);
    expect((await signIn('nobody@voiron.test')).statusCode).toBe(429);
  });

  it('starts afresh with the right password', async () => {
    await wrong('staff@voiron.test', 9);
    expect((await signIn('staff@voiron.test')).statusCode).toBe(204);
    await wrong('staff@voiron.test', 9);
    expect((await signIn('staff@voiron.test')).statusCode).toBe(204);
  });

  it('is stopped by network address too, while others go on', async () => {
    for (let one = 0; one < 10; one += 1) await wrong(`n${one}@voiron.test`, 5, { remoteAddress: '192.0.2.7' });
    expect((await signIn('staff@voiron.test', password, { remoteAddress: '192.0.2.7' })).statusCode).toBe(429);
    expect((await signIn('staff@voiron.test', password, { remoteAddress: '192.0.2.8' })).statusCode).toBe(204);
  });
});

describe('requests that are not ours', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
    ['a browser that says another site', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused from %s', async (_, headers) => {
    const answer = await signIn('staff@voiron.test', password, { headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'FORBIDDEN', name: 'ForeignRequest' });
    expect(answer.cookies).toEqual([]);
    expect((await post('sign-out', {}, { headers })).statusCode).toBe(403);
  });
  it.each([
    ['the public address', { origin: 'http://localhost:4000' }],
    ['the host asked', { origin: 'http://parvis.local:81', host: 'parvis.local:81' }],
    ['a browser that says the same site', { 'sec-fetch-site': 'same-origin' }],
  ])('are answered from %s', async (_, headers) => {
    expect((await signIn('staff@voiron.test', password, { headers })).statusCode).toBe(204);
  });
  it.each([
    ['a form', 'application/x-www-form-urlencoded', `email=staff@voiron.test&password=${encodeURIComponent(password)}`],
    ['plain text', 'text/plain', JSON.stringify({ email: 'staff@voiron.test', password })],
  ])('are refused as %s', async (_, type, payload) => {
    const answer = await server.inject({
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
    const answer = await server.inject({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', name });
  });
  it('are refused when they are huge', async () => {
    expect((await signIn('staff@voiron.test', 'x'.repeat(40_000))).statusCode).toBe(413);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const given = cookies(await signIn('staff@voiron.test'));
    const out = await post('sign-out', {}, { cookies: given });
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: 'parvis_session', value: '' });
    expect((await session(given)).statusCode).toBe(401);
    expect((await post('sign-out', {})).statusCode).toBe(204);
  });
  it('ends for staff after half a day without use', async () => {
    const given = cookies(await signIn('staff@voiron.test'));
    for (let hours = 0; hours < 48; hours += 11) {
      clock.pass({ hours: 11 });
      expect((await session(given)).statusCode).toBe(200);
    }
    clock.pass({ hours: 12 });
    expect((await session(given)).json()).toMatchObject({ code: 'UNAUTHENTICATED', name: 'NotSignedIn' });
  });
  it('ends for staff after a week, however much it is used', async () => {
    const given = cookies(await signIn('staff@voiron.test'));
    for (let hours = 0; hours + 8 < 7 * 24; hours += 8) {
      clock.pass({ hours: 8 });
      expect((await session(given)).statusCode).toBe(200);
    }
    clock.pass({ hours: 8 });
    expect((await session(given)).statusCode).toBe(401);
  });
  it('lasts for an agent from one meeting to the next', async () => {
    const given = cookies(await signIn('lea@voiron.test'));
    clock.pass({ days: 29 });
    expect((await session(given)).json()).toMatchObject({ role: 'AGENT', locale: 'en', displayName: 'Léa Abel' });
    clock.pass({ days: 31 });
    expect((await session(given)).statusCode).toBe(401);
  });
  it('is nothing that can be made up', async () => {
    for (const value of ['', 'x', 'x'.repeat(43), "' or true --"])
      expect((await session({ parvis_session: value })).statusCode).toBe(401);
  });
});

describe('a link', () => {
  const look = (token: string) => server.inject({ url: '/auth/token', query: { token } });
  const chosen = 'un autre mot de passe';

  it('is looked at without being used up, then opens a password and a session once', async () => {
    const token = await aLink(orm, '8', 'INVITATION', clock.now());
    for (let i = 0; i < 3; i += 1)
      expect((await look(token)).json()).toEqual({ purpose: 'INVITATION', email: 'new@voiron.test' });
    const used = await post('token', { token, password: chosen });
    expect(used.statusCode).toBe(204);
    expect((await session(cookies(used))).json()).toMatchObject({ displayName: 'Nina Neuve' });
    expect((await look(token)).json()).toMatchObject({ code: 'RULE', name: 'TokenSpent' });
    expect((await post('token', { token, password: chosen })).json()).toMatchObject({ name: 'TokenSpent' });
    expect((await signIn('new@voiron.test', chosen)).statusCode).toBe(204);
  });
  it('works for one of two presses at the same moment', async () => {
    const token = await aLink(orm, '8', 'RESET', clock.now());
    const answers = await Promise.all([
      post('token', { token, password: chosen }),
      post('token', { token, password: chosen }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 422]);
  });
  it('stays whole when the password is too short', async () => {
    const token = await aLink(orm, '8', 'RESET', clock.now());
    const answer = await post('token', { token, password: 'court' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BAD_USER_INPUT', name: 'PasswordTooShort', field: 'password' });
    expect((await post('token', { token, password: 'x'.repeat(300) })).json()).toMatchObject({ name: 'TextTooLong' });
    expect((await post('token', { token, password: '' })).json()).toMatchObject({ name: 'PasswordTooShort' });
    expect((await look(token)).statusCode).toBe(200);
  });
  it('of a reset ends the other sessions, the other links and the former password', async () => {
    const before = cookies(await signIn('lea@voiron.test'));
    const invitation = await aLink(orm, '2', 'INVITATION', clock.now());
    const token = await aLink(orm, '2', 'RESET', clock.now());
    expect((await session(before)).statusCode).toBe(200);
    const used = await post('token', { token, password: chosen });
    expect((await session(before)).statusCode).toBe(401);
    expect((await session(cookies(used))).statusCode).toBe(200);
    expect((await signIn('lea@voiron.test')).statusCode).toBe(401);
    expect((await look(invitation)).json()).toMatchObject({ name: 'TokenExpired' });
  });
  it('ends the wait of somebody who forgot their password', async () => {
    for (let i = 0; i < 10; i += 1) await signIn('lea@voiron.test', 'pas le bon mot de passe');
    const token = await aLink(orm, '2', 'RESET', clock.now());
    await post('token', { token, password });
    expect((await signIn('lea@voiron.test')).statusCode).toBe(204);
  });
  it('is voided by a new one of the same purpose', async () => {
    const [first, second] = [await aLink(orm, '1', 'RESET', clock.now()), await aLink(orm, '1', 'RESET', clock.now())];
    expect((await look(first)).json()).toMatchObject({ code: 'RULE', name: 'TokenExpired' });
    expect((await look(second)).statusCode).toBe(200);
  });
  it('expires: an invitation after fourteen days, a reset after one', async () => {
    const invitation = await aLink(orm, '1', 'INVITATION', clock.now());
    const reset = await aLink(orm, '1', 'RESET', clock.now());
    clock.pass({ hours: 24 });
    expect((await look(reset)).json()).toMatchObject({ name: 'TokenExpired' });
    expect((await post('token', { token: reset, password: chosen })).json()).toMatchObject({ name: 'TokenExpired' });
    expect((await look(invitation)).statusCode).toBe(200);
    clock.pass({ days: 13 });
    expect((await look(invitation)).json()).toMatchObject({ name: 'TokenExpired' });
  });
  it('opens nothing for an account that has ended', async () => {
    const token = await aLink(orm, '7', 'RESET', clock.now());
    expect((await look(token)).json()).toMatchObject({ name: 'AccountEnded' });
    expect((await post('token', { token, password: chosen })).json()).toMatchObject({ name: 'AccountEnded' });
  });
  it('that is unknown or cut short is said to be', async () => {
    for (const token of ['x', 'y'.repeat(43)]) {
      const answer = await look(token);
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ name: 'TokenUnknown' });
    }
    expect((await server.inject({ url: '/auth/token' })).json()).toMatchObject({
      name: 'InvalidValue',
      field: 'token',
    });
  });
});

describe('personas', () => {
  beforeAll(async () => {
    await orm.em.fork().execute(`
      insert into account (email, display_name, role, epci_id, agent_id) values
        ('personnel@demo.parvis.invalid', 'Noémie', 'EPCI_STAFF', 1, null), ('agent@demo.parvis.invalid', 'Léa', 'AGENT', 1, 1)`);
  });
  it('do not exist without the demonstration', async () => {
    expect((await server.inject({ url: '/auth/personas' })).json()).toEqual([]);
    const answer = await post('persona', { key: 'personnel' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ name: 'PersonaUnavailable' });
  });
  it('are listed with where they work, and entered with one click', async () => {
    server = await serve({ demo: true });
    expect((await server.inject({ url: '/auth/personas' })).json()).toEqual([
      { key: 'personnel', displayName: 'Noémie', role: 'EPCI_STAFF', description: 'Pays Voironnais' },
      { key: 'agent', displayName: 'Léa', role: 'AGENT', description: 'Deux et Un' },
    ]);
    const entered = await post('persona', { key: 'agent' });
    expect(entered.statusCode).toBe(204);
    expect((await session(cookies(entered))).json()).toMatchObject({ role: 'AGENT', displayName: 'Léa' });
    for (const key of ['staff', 'staff@voiron.test', '%', ''])
      expect((await post('persona', { key })).statusCode).toBeGreaterThanOrEqual(400);
  });
  it('have no password to be guessed', async () => {
    expect((await signIn('personnel@demo.parvis.invalid', '')).statusCode).toBe(400);
    expect((await signIn('personnel@demo.parvis.invalid')).statusCode).toBe(401);
  });
});
