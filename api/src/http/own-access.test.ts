import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aLink, countOf, password } from '../../test/people.js';
import { cookiesOf, type SignInServer, startSignIn } from '../../test/sign-in-server.js';

let signIns: SignInServer;
beforeAll(async () => {
  signIns = await startSignIn();
});
beforeEach(async () => {
  await signIns.serve();
  await signIns.orm.em.fork().execute('delete from session');
});
afterAll(() => signIns.close());

type Cookies = Record<string, string>;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const enter = async (email: string, userAgent = firefox, given = password): Promise<Cookies> =>
  cookiesOf(await signIns.signIn(email, given, { headers: { 'user-agent': userAgent } }));
const change = (cookies: Cookies, present: string, chosen: string) =>
  signIns.post('password', { present, password: chosen }, { cookies });
const chosen = 'des pommes sous la pluie';

describe('one’s own password', () => {
  it('is changed with the present one: other sessions, links and browsers end, and this session goes on', async () => {
    const here = await enter('staff@voiron.test');
    const elsewhere = await enter('staff@voiron.test');
    const link = await aLink(signIns.orm, '1', 'RESET', signIns.clock.now());
    const answer = await change(here, password, chosen);
    expect(answer.statusCode).toBe(204);
    expect((await signIns.session(here)).statusCode).toBe(200);
    expect((await signIns.session(elsewhere)).statusCode).toBe(401);
    expect((await signIns.post('link', { token: link })).json()).toMatchObject({ name: 'TokenExpired' });
    expect(await countOf(signIns.orm, 'known_device', 'account_id = 1')).toBe(1);
    expect((await signIns.signIn('staff@voiron.test')).statusCode).toBe(401);
    expect((await signIns.signIn('staff@voiron.test', chosen)).statusCode).toBe(204);
    expect((await change(here, chosen, password)).statusCode).toBe(204);
  });
  it('stays when the present one is wrong, and tries of it are limited', async () => {
    const here = await enter('staff@voiron.test');
    const answer = await change(here, 'pas le bon mot de passe', chosen);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ name: 'PresentPasswordWrong', field: 'present' });
    const codes = await Promise.all(
      Array.from({ length: 30 }, async () => (await change(here, 'pas le bon mot de passe', chosen)).statusCode),
    );
    expect(codes.filter((code) => code === 429).length).toBeGreaterThan(0);
    expect((await change(here, password, chosen)).statusCode).toBe(429);
  });
  it('is refused, in a sentence, when it is short, common or tells of its owner', async () => {
    const here = await enter('staff@voiron.test');
    for (const [weak, name] of [
      ['court', 'PasswordTooShort'],
      ['x'.repeat(300), 'TextTooLong'],
      ['motdepasse12', 'PasswordTellsOfYou'],
      ['marseille13000', 'PasswordTooCommon'],
      ['Voironnais-2026', 'PasswordTellsOfYou'],
    ]) {
      const answer = await change(here, password, weak ?? '');
      expect(answer.json(), weak).toMatchObject({ code: 'BAD_USER_INPUT', name, field: 'password' });
    }
    expect((await change(here, password, 'Voironnais-2026')).json().message).toMatch(/«\svoironnais\s»/i);
    const token = await aLink(signIns.orm, '2', 'RESET', signIns.clock.now());
    const byLink = await signIns.post('token', { token, password: 'lea.abel-2026' });
    expect(byLink.json()).toMatchObject({ name: 'PasswordTellsOfYou' });
  });
  it('is nobody’s without a session', async () => {
    expect((await change({}, password, chosen)).statusCode).toBe(401);
    expect((await signIns.inject({ url: '/auth/sessions' })).statusCode).toBe(401);
    expect((await signIns.post('sessions/end', { session: 'others' })).statusCode).toBe(401);
  });
});

describe('one’s own sessions', () => {
  interface Told {
    id: string;
    device: string | null;
    since: string;
    seen: string;
    current: boolean;
  }
  const list = async (cookies: Cookies) =>
    (await signIns.inject({ url: '/auth/sessions', cookies })).json() as unknown as Told[];

  it('are told apart by browser and moment, and nobody else’s are among them', async () => {
    const phone = await enter(
      'staff@voiron.test',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) Version/18.5 Safari/604.1',
    );
    signIns.clock.pass({ hours: 1 });
    const here = await enter('staff@voiron.test');
    await enter('admin@parvis.test');
    const told = await list(here);
    expect(told).toEqual([
      {
        id: expect.any(String),
        device: 'Firefox, Linux',
        since: '2026-03-12T10:00:00.000Z',
        seen: '2026-03-12T10:00:00.000Z',
        current: true,
      },
      {
        id: expect.any(String),
        device: 'Safari, iPhone',
        since: '2026-03-12T09:00:00.000Z',
        seen: '2026-03-12T09:00:00.000Z',
        current: false,
      },
    ]);
    expect(JSON.stringify(told)).not.toContain(phone.parvis_session);
  });
  it('end one by one, or all the others at once; those of others do not', async () => {
    const [here, phone, desk] = [
      await enter('staff@voiron.test'),
      await enter('staff@voiron.test'),
      await enter('staff@voiron.test'),
    ];
    const stranger = await enter('admin@parvis.test');
    const ofStranger = (await list(stranger))[0]?.id ?? '';
    await signIns.post('sessions/end', { session: ofStranger }, { cookies: here });
    expect((await signIns.session(stranger)).statusCode).toBe(200);
    const ofPhone = (await list(phone)).find(({ current }) => current)?.id ?? '';
    expect((await signIns.post('sessions/end', { session: ofPhone }, { cookies: here })).statusCode).toBe(204);
    expect((await signIns.session(phone)).statusCode).toBe(401);
    expect((await signIns.session(desk)).statusCode).toBe(200);
    await signIns.post('sessions/end', { session: 'others' }, { cookies: here });
    expect((await signIns.session(desk)).statusCode).toBe(401);
    expect((await signIns.session(here)).statusCode).toBe(200);
    expect(await list(here)).toHaveLength(1);
  });
});
