import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignInServer, startSignIn } from '../../test/sign-in-server.js';
import { outbox } from '../mail/post.js';

let signIns: SignInServer;
beforeAll(async () => {
  signIns = await startSignIn();
});
beforeEach(async () => {
  await signIns.serve({ post: outbox(async () => undefined), publicUrl: 'https://parvis.example.org' });
  await signIns.orm.em.fork().execute('delete from mail');
});
afterAll(() => signIns.close());

interface Sent {
  to: string;
  kind: string;
  subject: string;
  text: string;
}
const sent = async (): Promise<Sent[]> => {
  const { rows } = await sql<Sent>`select to_address as "to", kind, subject, text from mail order by id`.execute(
    signIns.orm.em.fork().getKysely(),
  );
  return rows;
};
const forget = (email: string) =>
  signIns.post('forgotten', { email }, { headers: { origin: 'https://parvis.example.org' } });

describe('a forgotten password', () => {
  it('brings a link by mail, in the language of the account, that opens once', async () => {
    expect((await forget(' LEA@voiron.test ')).statusCode).toBe(204);
    const [mail, ...others] = await sent();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'lea@voiron.test', kind: 'RESET', subject: 'Your new password' });
    const token = /https:\/\/parvis\.example\.org\/sign-in\/link#([\w-]{43})\n/.exec(mail!.text)?.[1];
    const seen = await signIns.post(
      'link',
      { token: token ?? '' },
      { headers: { origin: 'https://parvis.example.org' } },
    );
    expect(seen.json()).toMatchObject({ purpose: 'RESET', email: 'lea@voiron.test' });
  });
  it('of somebody who never chose one brings the invitation again', async () => {
    await forget('new@voiron.test');
    expect(await sent()).toMatchObject([{ kind: 'INVITATION', subject: 'Votre accès à Parvis' }]);
  });
  it('tells nobody who has an account: an unknown or ended one gets the same answer, as late, and no mail', async () => {
    const times: number[] = [];
    for (const email of ['nobody@voiron.test', 'gone@voiron.test', 'staff@voiron.test', 'pas une adresse']) {
      const began = performance.now();
      const answer = await forget(email);
      times.push(performance.now() - began);
      expect([answer.statusCode, Object.keys(answer.headers).includes('set-cookie')]).toEqual([204, false]);
    }
    expect(Math.min(...times)).toBeGreaterThan(390);
    expect((await sent()).map(({ to }) => to)).toEqual(['staff@voiron.test']);
  });
  it('is asked for three times in a quarter of an hour at the most, by known and unknown alike', async () => {
    for (const email of ['staff@voiron.test', 'nobody@voiron.test']) {
      const codes: number[] = [];
      for (let i = 0; i < 4; i += 1) codes.push((await forget(email)).statusCode);
      expect(codes).toEqual([204, 204, 204, 429]);
    }
    expect(await sent()).toHaveLength(3);
    await signIns.agePauses(16);
    expect((await forget('staff@voiron.test')).statusCode).toBe(204);
  });
  it('is not mailed where no mail leaves, which the page is told', async () => {
    const options = async () => (await signIns.inject({ url: '/auth/options' })).json();
    expect(await options()).toEqual({ mail: true, demo: false });
    await signIns.serve();
    expect(await options()).toEqual({ mail: false, demo: false });
    expect((await forget('staff@voiron.test')).statusCode).toBe(403);
    expect((await signIns.post('forgotten', { email: 'staff@voiron.test' })).statusCode).toBe(204);
    expect(await sent()).toEqual([]);
  });
});
