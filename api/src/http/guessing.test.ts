import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aLink, countOf, password } from '../../test/people.js';
import { cookiesOf, type SignInServer, startSignIn } from '../../test/sign-in-server.js';
import { outbox } from '../mail/post.js';

let signIns: SignInServer;
beforeAll(async () => {
  signIns = await startSignIn();
});
beforeEach(() => signIns.serve());
afterAll(() => signIns.close());

type More = Partial<InjectOptions>;
const wrong = (email: string, times: number, more: More = {}) =>
  Promise.all(Array.from({ length: times }, () => signIns.signIn(email, 'pas le bon mot de passe', more)));
const from = (remoteAddress: string, more: More = {}): More => ({ ...more, remoteAddress });
/** As if a network had used so many of its tries up. */
const useUp = (points: number) =>
  signIns.orm.em.fork().execute(`update attempt set points = ${points} where key like 'sign-in:address:%'`);

describe('guessing passwords', () => {
  it('is stopped for a quarter of an hour after ten wrong tries, the right password included', async () => {
    const answers = await wrong('staff@voiron.test', 14);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    await signIns.agePauses(5);
    const waiting = await signIns.signIn('staff@voiron.test');
    expect(waiting.statusCode).toBe(429);
    expect(waiting.json()).toEqual({
      code: 'RATE_LIMITED',
      name: 'TooManyAttempts',
      message: expect.stringMatching(/^Trop d’essais. Réessayez dans 10\smin\.$/),
    });
    expect((await signIns.signIn('admin@parvis.test')).statusCode).toBe(204);
    await signIns.agePauses(10);
    expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(204);
  });
  it('is counted for unknown addresses too, of which nothing is kept but a hash', async () => {
    await wrong('nobody@voiron.test', 10);
    expect((await signIns.signIn('nobody@voiron.test')).statusCode).toBe(429);
    expect(await countOf(signIns.orm, 'attempt', `key like '%nobody%'`)).toBe(0);
  });
  it('starts afresh with the right password', async () => {
    await wrong('staff@voiron.test', 9);
    expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(204);
    await wrong('staff@voiron.test', 9);
    expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(204);
  });
  it('is counted over all processes, and a restart forgets nothing', async () => {
    const other = await startSignIn(signIns);
    await wrong('staff@voiron.test', 5);
    for (let one = 0; one < 5; one += 1) await other.signIn('staff@voiron.test', 'pas le bon mot de passe');
    expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(429);
    expect((await other.signIn('staff@voiron.test')).statusCode).toBe(429);
  });
  it('locks nobody out of a browser that has opened the account before', async () => {
    const known = cookiesOf(await signIns.signIn('staff@voiron.test'));
    expect(Object.keys(known).sort()).toEqual(['parvis_device', 'parvis_session']);
    const { parvis_device: device = '' } = known;
    await wrong('staff@voiron.test', 10, from('192.0.2.66'));
    expect((await signIns.signIn('staff@voiron.test', password, from('192.0.2.67'))).statusCode).toBe(429);
    const again = await signIns.signIn('staff@voiron.test', password, { cookies: { parvis_device: device } });
    expect(again.statusCode).toBe(204);
    // The cookie is no session, and knows this account alone.
    expect((await signIns.session({ parvis_device: device })).statusCode).toBe(401);
    await wrong('lea@voiron.test', 10);
    expect((await signIns.signIn('lea@voiron.test', password, { cookies: { parvis_device: device } })).statusCode).toBe(
      429,
    );
  });
  it('is limited from a known browser too, which keeps its name after signing out', async () => {
    const entered = cookiesOf(await signIns.signIn('staff@voiron.test'));
    await signIns.post('sign-out', {}, { cookies: entered });
    const cookies = { parvis_device: entered.parvis_device ?? '' };
    const answers = await wrong('staff@voiron.test', 25, { cookies });
    // Its own ten, then those of the account.
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(20);
    expect((await signIns.signIn('staff@voiron.test', password, { cookies })).statusCode).toBe(429);
  });
  it('knows a browser no more once the password came anew by a link', async () => {
    const { parvis_device: device = '' } = cookiesOf(await signIns.signIn('staff@voiron.test'));
    const token = await aLink(signIns.orm, '1', 'RESET', signIns.clock.now());
    const { parvis_device: fresh } = cookiesOf(await signIns.post('token', { token, password }));
    expect(fresh).toHaveLength(43);
    expect(fresh).not.toBe(device);
    expect(await countOf(signIns.orm, 'known_device', 'account_id = 1')).toBe(1);
  });
  it('asks for a link where mails leave, and the link opens at once', async () => {
    await signIns.serve({ post: outbox(async () => undefined) });
    await wrong('staff@voiron.test', 10);
    const refused = await signIns.signIn('staff@voiron.test');
    expect(refused.json()).toMatchObject({ code: 'RATE_LIMITED', name: 'TooManyAttemptsAskLink' });
    await signIns.post('forgotten', { email: 'staff@voiron.test' });
    const [mail] = await signIns.orm.em.fork().execute<{ text: string }[]>('select text from mail');
    const [, token] = /link#([\w-]{43})/.exec(mail?.text ?? '') ?? [];
    expect((await signIns.post('token', { token, password })).statusCode).toBe(204);
    expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(204);
  });
});

describe('whoever has an account of the same address', () => {
  const mine = 'ma propre phrase à moi';
  const as = (given: string, cookies = {}) => signIns.signIn('lea@voiron.test', given, { cookies });
  /** Opens the other account, with a link that somebody handed over. */
  const open = async () => {
    const token = await aLink(signIns.orm, '20', 'INVITATION', signIns.clock.now());
    return cookiesOf(await signIns.post('token', { token, password: mine }));
  };
  beforeAll(async () => {
    await signIns.orm.em.fork().execute(`
      insert into account (id, email, display_name, role, epci_id, agent_id)
      values (20, 'lea@voiron.test', 'Une autre', 'AGENT', 2, 3)`);
  });

  it('guesses no more than others at the next password, by entering in between', async () => {
    await open();
    const codes: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (const { statusCode } of await wrong('lea@voiron.test', 6)) codes.push(statusCode);
      await as(mine);
    }
    expect(codes.filter((code) => code === 401)).toHaveLength(10);
  });
  it('nor from a browser that has opened it, where its own password still enters', async () => {
    const { parvis_device: device = '' } = await open();
    const cookies = { parvis_device: device };
    await wrong('lea@voiron.test', 9, { cookies });
    expect((await as(mine, cookies)).statusCode).toBe(204);
    await wrong('lea@voiron.test', 2, { cookies });
    expect((await as(password, cookies)).statusCode).toBe(429);
    await signIns.agePauses(16);
    expect((await as(password, cookies)).statusCode).toBe(204);
  });
  it('nor by links that were handed over', async () => {
    await open();
    await wrong('lea@voiron.test', 10);
    await open();
    expect((await as(password)).statusCode).toBe(429);
  });
});

describe('tries of one network', () => {
  it('are two hundred, while others go on', async () => {
    await wrong('nobody@voiron.test', 1, from('192.0.2.7'));
    await useUp(200);
    expect((await signIns.signIn('staff@voiron.test', password, from('192.0.2.7'))).statusCode).toBe(429);
    expect((await signIns.signIn('staff@voiron.test', password, from('192.0.2.8'))).statusCode).toBe(204);
  });
  it('come back with a right password: any number of people enter one after the other', async () => {
    await wrong('nobody@voiron.test', 1);
    await useUp(198);
    for (let one = 0; one < 4; one += 1) expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(204);
    expect(await countOf(signIns.orm, 'attempt', 'points = 198')).toBe(1);
    await wrong('nobody@voiron.test', 2);
    expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(429);
  });
  it('are shared by the addresses that one IPv6 network has, and by both ways to write an IPv4 address', async () => {
    await wrong('nobody@voiron.test', 1, from('2001:db8:1:2::1'));
    await useUp(200);
    expect((await signIns.signIn('staff@voiron.test', password, from('2001:db8:1:2:ffff::9'))).statusCode).toBe(429);
    expect((await signIns.signIn('staff@voiron.test', password, from('2001:db8:1:3::1'))).statusCode).toBe(204);
    await wrong('nobody@voiron.test', 1, from('::ffff:192.0.2.9'));
    await useUp(200);
    expect((await signIns.signIn('staff@voiron.test', password, from('192.0.2.9'))).statusCode).toBe(429);
  });
  it('are not spent by an account that waits already', async () => {
    await wrong('staff@voiron.test', 10);
    await useUp(100);
    await wrong('staff@voiron.test', 20);
    expect(await countOf(signIns.orm, 'attempt', 'points = 100')).toBe(1);
  });
});

it('whoever cannot be counted does not enter, and is told to come back', async () => {
  await signIns.orm.em.fork().execute('alter table attempt rename to attempt_away');
  try {
    for (const given of [password, 'pas le bon mot de passe']) {
      const answer = await signIns.signIn('staff@voiron.test', given);
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({ code: 'UNAVAILABLE', name: 'DatabaseUnavailable' });
      expect(answer.cookies).toEqual([]);
    }
    expect((await signIns.post('forgotten', { email: 'staff@voiron.test' })).statusCode).toBe(503);
  } finally {
    await signIns.orm.em.fork().execute('alter table attempt_away rename to attempt');
  }
});
